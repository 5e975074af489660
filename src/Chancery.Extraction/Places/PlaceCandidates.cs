using System.Buffers;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>Looks up which places a name may mean, and how likely each is by its size and kind.</summary>
internal sealed class PlaceCandidates(PlaceGazetteer gazetteer, Lexicon kinds)
{
    private const int Most = 24;
    private const double Near = 0.3;
    private const int ShortestInside = 2;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(" ,-\u2013");

    /// <summary>The name with its candidates.</summary>
    public Toponym Of(Document document, PlaceName name)
    {
        var text = document.Text[name.Range.In(document)];
        var (entries, said, match) = Look(text);
        var scored = Distinct(entries).Select(entry => (Entry: entry, Score: Prior(entry))).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Entry.Number).Take(Most).ToList();
        var sum = scored.Sum(pair => Math.Exp(pair.Score - scored[0].Score));
        return new Toponym(name.Range, text, name.Use)
        {
            Candidates = [.. scored.Select(pair => pair.Entry)],
            Priors = [.. scored.Select(pair => Math.Exp(pair.Score - scored[0].Score) / sum)],
            Said = said,
            Match = match,
        };
    }

    /// <summary>True if a place of that name is known.</summary>
    public bool Knows(ReadOnlySpan<char> text) => gazetteer.Has(text);

    /// <summary>
    /// The name as it is; else without a word that says what it is or narrows it, at its end or beginning; else what stands before its comma; else the
    /// longest place that it begins or ends with ("Dubai World Cup"). A street is not in the town it is called after.
    /// </summary>
    private (List<PlaceEntry> Entries, PlaceKind? Said, NameMatch Match) Look(string text)
    {
        var bare = text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("\u2019s", StringComparison.Ordinal) ? text[..^2] : text;
        if (gazetteer.Find(bare) is { Count: > 0 } found) return (found, null, NameMatch.Whole);
        var (said, match) = ((PlaceKind?)null, NameMatch.Whole);
        for (var step = 0; step < 3; step++)
        {
            if (IsStreet(bare)) return ([], null, NameMatch.Whole);
            if (Shorten(bare) is not var (rest, kind) || rest.Length == 0) break;
            bare = rest;
            if (kind is null) match = NameMatch.Part;
            else said ??= kind;
            if (gazetteer.Find(bare) is { Count: > 0 } shorter) return (shorter, said, match);
        }

        return (Inside(text), null, NameMatch.Inside);
    }

    private List<PlaceEntry> Inside(string text)
    {
        for (var end = text.AsSpan().LastIndexOfAny(Breaks); end > 0; end = text.AsSpan(0, end).LastIndexOfAny(Breaks))
            if (end >= ShortestInside && gazetteer.Find(text.AsSpan(0, end)) is { Count: > 0 } first)
                return first;
        for (var start = text.AsSpan().IndexOfAny(Breaks); start >= 0; start = text.AsSpan(start + 1).IndexOfAny(Breaks) is >= 0 and var next ? start + 1 + next : -1)
            if (text.Length - start > ShortestInside && char.IsUpper(text[start + 1]) && gazetteer.Find(text.AsSpan(start + 1)) is { Count: > 0 } last)
                return last;
        return [];
    }

    private bool IsStreet(string text) => kinds.Find(text.AsSpan(text.LastIndexOf(' ') + 1)) is { } entry && entry.Field(0) == "street";

    private (string Text, PlaceKind? Kind)? Shorten(string text)
    {
        var (first, last) = (text.IndexOf(' ', StringComparison.Ordinal), text.LastIndexOf(' '));
        if (first < 0) return null;
        if (kinds.Find(text.AsSpan(last + 1)) is { } end) return (text[..last], KindOf(end));
        if (kinds.Find(text.AsSpan(0, first)) is not { } begin) return null;
        var rest = text[(first + 1)..];
        return (rest.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest, KindOf(begin));
    }

    /// <summary>The kind that a row names; none for words that only narrow.</summary>
    public static PlaceKind? KindOf(LexiconEntry entry) => Enum.TryParse<PlaceKind>(entry.Field(0), ignoreCase: true, out var kind) ? kind : null;

    private List<PlaceEntry> Distinct(List<PlaceEntry> entries)
    {
        var distinct = new List<PlaceEntry>();
        foreach (var entry in entries.OrderBy(entry => entry.IsAlias).ThenBy(entry => entry.Number))
            if (!distinct.Exists(other => IsSame(other.Number, entry.Number)))
                distinct.Add(entry);
        return distinct;
    }

    private bool IsSame(int one, int other)
    {
        if (one == other) return true;
        var kind = gazetteer.KindOf(one);
        if (kind != gazetteer.KindOf(other) || gazetteer.CountryOf(one) != gazetteer.CountryOf(other)) return false;
        if (kind == PlaceKind.Country) return true;
        if (kind == PlaceKind.Province && gazetteer.Admin1Of(one).Length > 0) return gazetteer.Admin1Of(one) == gazetteer.Admin1Of(other);
        return Math.Abs(gazetteer.LatOf(one) - gazetteer.LatOf(other)) < Near && Math.Abs(gazetteer.LonOf(one) - gazetteer.LonOf(other)) < Near;
    }

    /// <summary>A natural logarithm of weight: large, high and first-named places are meant more often. The ranker learns better; this only begins.</summary>
    private double Prior(PlaceEntry entry) => 0.8 * gazetteer.PopulationOf(entry.Number) - (entry.IsAlias ? 2 : 0) + gazetteer.KindOf(entry.Number) switch
    {
        PlaceKind.Country => 8,
        PlaceKind.Continent => 18,
        PlaceKind.Region or PlaceKind.Water or PlaceKind.Landform or PlaceKind.Site => 13,
        PlaceKind.Capital => 3,
        PlaceKind.Province => 0,
        PlaceKind.Seat => 1,
        PlaceKind.District => -4,
        _ => 0,
    };
}
