using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Chooses who signed a page. A place whose names other places repeat goes before any that stands alone; then the places in the
/// order in which they are right: microdata, JSON-LD, the link to an author's page, the visible line, meta, elements that are named
/// for it. Microdata and links stand in the teasers of other articles too: of several names those count that another place has.
/// </summary>
internal static class BylineRules
{
    private const int MostNames = 30;
    private const int MostMarked = 3;
    private const int Microdata = 0;
    private const int Linked = 2;
    private const int Visible = 3;
    private const int MarkedPlace = 5;

    /// <summary>The names, and the agencies that signed.</summary>
    public static (List<string> Names, List<string> Agencies) Of(PageFacts facts, List<string> visible)
    {
        var places = Places(facts, visible);
        var agencies = places.SelectMany(place => place).Concat(facts.Organisations).Select(name => Credit.Agency(name)).OfType<string>().Distinct().ToList();
        foreach (var place in places) place.RemoveAll(name => Credit.Agency(name) is not null);
        Shorten(places);
        return ([.. Choose(places).Take(MostNames)], agencies);
    }

    private static List<List<string>> Places(PageFacts facts, List<string> visible)
    {
        var marked = Marked(facts).FindAll(name => !IsOutlet(name, facts));
        return
        [
            Names(facts.MicrodataAuthors, facts),
            Names(facts.StructuredAuthors, facts),
            Names(facts.LinkedAuthors, facts),
            [.. visible.Where(name => !IsOutlet(name, facts)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Names(facts.MetaAuthors, facts),
            marked.Count <= MostMarked ? marked : [],
            Names(facts.Organisations, facts),
        ];
    }

    /// <summary>The place that most others repeat, the first of equals; of a place of teasers the repeated names.</summary>
    private static List<string> Choose(List<List<string>> places)
    {
        var chosen = places.Where((place, at) => place.Count > 0 && (at != Linked || place.Count == 1)).MaxBy(place => places.Count(other => other != place && Share(place, other)));
        if (chosen is null) return [];
        var told = places.Where((other, at) => other != chosen && at is not (Microdata or Linked or MarkedPlace) && Share(chosen, other)).ToList();
        if (ReferenceEquals(chosen, places[Microdata]) && told.Count > 0) return chosen.FindAll(name => told.Exists(other => other.Contains(name, StringComparer.OrdinalIgnoreCase)));
        return told.Find(other => other.Count > chosen.Count && !ReferenceEquals(other, places[Visible]) && other.TrueForAll(Byline.IsName) && chosen.TrueForAll(name => other.Contains(name, StringComparer.OrdinalIgnoreCase))) ?? chosen;
    }

    private static bool Share(List<string> one, List<string> other) => one.Intersect(other, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>"Kestrel expert Tam Ferrow", "Tam FerrowMay": where a person's name alone stands in another place, it is that.</summary>
    private static void Shorten(List<List<string>> places)
    {
        var persons = places.SelectMany(place => place).Where(Byline.IsName).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var place in places)
            for (var i = 0; i < place.Count; i++)
                if (persons.Find(person => IsPartOf(person, place[i])) is { } own)
                    place[i] = own;
    }

    private static bool IsPartOf(string person, string name) =>
        person.Length < name.Length && ((name.StartsWith(person, StringComparison.Ordinal) && !char.IsLower(name[person.Length])) || name.EndsWith(" " + person, StringComparison.Ordinal));

    /// <summary>The persons and desks in elements that are named for who wrote; any name right behind a cue.</summary>
    private static List<string> Marked(PageFacts facts)
    {
        var names = new List<string>();
        for (var i = 0; i < facts.MarkedAuthors.Count; i++)
        {
            var isCued = i > 0 && Byline.IsCue(facts.MarkedAuthors[i - 1]);
            names.AddRange(Byline.Signed(facts.MarkedAuthors[i]).Where(name => isCued || (name.Contains(' ', StringComparison.Ordinal) && (Byline.IsName(name) || Byline.IsDesk(name)))));
        }

        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static List<string> Names(List<string> values, PageFacts facts) =>
        [.. values.SelectMany(Byline.Signed).Where(name => !IsOutlet(name, facts)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The outlet's own name signs nothing, unless it is a person's: many blogs bear their author's.</summary>
    private static bool IsOutlet(string name, PageFacts facts) =>
        !Byline.IsName(name) && (name.Equals(facts.SiteName, StringComparison.OrdinalIgnoreCase) || name.Equals(facts.Publisher, StringComparison.OrdinalIgnoreCase));
}
