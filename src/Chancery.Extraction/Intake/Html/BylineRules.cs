using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>Chooses who signed a page, by how often each place is right: microdata, JSON-LD, one linked author, meta, the visible line.</summary>
internal static class BylineRules
{
    private const int MostNames = 30;

    /// <summary>The names, and the agencies that signed.</summary>
    public static (List<string> Names, List<string> Agencies) Of(PageFacts facts, List<string> visible)
    {
        var linked = facts.LinkedAuthors.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var places = new List<IEnumerable<string>> { facts.MicrodataAuthors, facts.StructuredAuthors, linked.Count == 1 ? linked : [], facts.MetaAuthors, visible, facts.Organisations };
        var agencies = places.SelectMany(place => place).Select(name => Credit.Agency(name)).OfType<string>().Distinct().ToList();
        foreach (var place in places)
        {
            var names = place.SelectMany(Byline.Names).Where(name => !IsOutlet(name, facts) && Credit.Agency(name) is null).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames).ToList();
            if (names.Count > 0) return (names, agencies);
        }

        return ([], agencies);
    }

    private static bool IsOutlet(string name, PageFacts facts) =>
        name.Equals(facts.SiteName, StringComparison.OrdinalIgnoreCase) || name.Equals(facts.Publisher, StringComparison.OrdinalIgnoreCase);
}
