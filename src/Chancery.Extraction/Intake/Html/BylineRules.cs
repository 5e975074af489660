using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Chooses who signed a page. A place whose names another place repeats goes before any that stands alone; then the places in the
/// order in which they are right: microdata, JSON-LD, links to an author's page, the visible line, meta, elements that are named for it.
/// </summary>
internal static class BylineRules
{
    private const int MostNames = 30;
    private const int MostMarked = 3;

    /// <summary>The names, and the agencies that signed.</summary>
    public static (List<string> Names, List<string> Agencies) Of(PageFacts facts, List<string> visible)
    {
        var places = Places(facts, visible);
        var agencies = places.SelectMany(place => place).Concat(facts.Organisations).Select(name => Credit.Agency(name)).OfType<string>().Distinct().ToList();
        foreach (var place in places) place.RemoveAll(name => Credit.Agency(name) is not null);
        var chosen = places.Find(place => place.Count > 0 && places.Exists(other => other != place && other.Intersect(place, StringComparer.OrdinalIgnoreCase).Any()))
            ?? places.Find(place => place.Count > 0) ?? [];
        return ([.. chosen.Take(MostNames)], agencies);
    }

    private static List<List<string>> Places(PageFacts facts, List<string> visible)
    {
        var linked = Names(facts.LinkedAuthors, facts);
        var marked = Names(facts.MarkedAuthors, facts).FindAll(name => name.Contains(' ', StringComparison.Ordinal) && (Byline.IsName(name) || Byline.IsDesk(name)));
        var seen = visible.Where(name => !IsOutlet(name, facts)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return
        [
            Names(facts.MicrodataAuthors, facts),
            Names(facts.StructuredAuthors, facts),
            linked.Count == 1 ? linked : linked.FindAll(name => seen.Contains(name, StringComparer.OrdinalIgnoreCase)),
            seen,
            Names(facts.MetaAuthors, facts),
            marked.Count <= MostMarked ? marked : [],
            Names(facts.Organisations, facts),
        ];
    }

    private static List<string> Names(List<string> values, PageFacts facts) =>
        [.. values.SelectMany(Byline.Signed).Where(name => !IsOutlet(name, facts)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The outlet's own name signs nothing, unless it is a person's: many blogs bear their author's.</summary>
    private static bool IsOutlet(string name, PageFacts facts) =>
        !Byline.IsName(name) && (name.Equals(facts.SiteName, StringComparison.OrdinalIgnoreCase) || name.Equals(facts.Publisher, StringComparison.OrdinalIgnoreCase));
}
