using System.Globalization;
using System.Text;
using Chancery.Record;
using Chancery.Text;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Store;

/// <summary>
/// What a person searches for. Words must all occur (in title, text, actors or places; case, accents and English endings
/// do not matter), words in quotation marks one after another, and every filter must hold. Equal by content.
/// </summary>
public sealed record SearchQuery
{
    private const int LongestText = 2_000;
    private const int MostTerms = 50;

    /// <summary>Words and phrases.</summary>
    public EquatableArray<string> Words { get; init; }

    /// <summary>Words and phrases that must not occur: written <c>-word</c>.</summary>
    public EquatableArray<string> Without { get; init; }

    /// <summary>Any of these kinds, as <see cref="LineKinds"/> names them; empty for all.</summary>
    public EquatableArray<string> Kinds { get; init; }

    /// <summary>Names or parts of names of parties and voices; each must occur.</summary>
    public EquatableArray<string> Actors { get; init; }

    /// <summary>Names or parts of names of places; each must occur.</summary>
    public EquatableArray<string> Places { get; init; }

    /// <summary>Names or parts of names of outlets and credited agencies; each must occur.</summary>
    public EquatableArray<string> Outlets { get; init; }

    /// <summary>The report can have been published on this day or later; undated reports are left out.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The report can have been published on this day or earlier; undated reports are left out.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Filters that were not understood and are not applied: <c>SE01</c> a day, <c>SE02</c> a kind, <c>SE03</c> too long.</summary>
    public EquatableArray<Problem> Problems { get; init; }

    /// <summary>True if there is nothing to search for; it finds nothing.</summary>
    public bool IsEmpty => Words.IsEmpty && Kinds.IsEmpty && Actors.IsEmpty && Places.IsEmpty && Outlets.IsEmpty && From is null && To is null;

    /// <summary>
    /// Reads what a person types: <c>embassy "not closed" -consulate kind:statement actor:"Zamir Kabulov" from:2021-08</c>.
    /// Takes any text: what is not understood is a word or a problem, never an exception.
    /// </summary>
    public static SearchQuery Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Length > LongestText ? typed[..LongestText] : typed;
        var terms = SearchTerm.Split(text).ToList();
        var query = terms.Take(MostTerms).Aggregate(new SearchQuery(), (query, term) => query.With(term));
        return typed.Length > LongestText || terms.Count > MostTerms
            ? query.Note("SE03", $"Only the first {MostTerms} terms and {LongestText} characters are searched for.")
            : query;
    }

    private SearchQuery With(SearchTerm term) => term.Filter switch
    {
        "kind" => WithKind(term.Value),
        "from" => Days(term.Value) is { } days ? this with { From = days.Start } : NoDay(term),
        "to" => Days(term.Value) is { } days ? this with { To = days.End } : NoDay(term),
        "actor" => this with { Actors = Add(Actors, term.Value) },
        "place" => this with { Places = Add(Places, term.Value) },
        "outlet" => this with { Outlets = Add(Outlets, term.Value) },
        "-" => this with { Without = Add(Without, term.Value) },
        _ => this with { Words = Add(Words, term.Value) },
    };

    private SearchQuery WithKind(string value)
    {
        var kind = LineKinds.All.FirstOrDefault(kind =>
            kind.Equals(value, StringComparison.OrdinalIgnoreCase) || $"{kind}s".Equals(value, StringComparison.OrdinalIgnoreCase));
        return kind is not null
            ? this with { Kinds = Add(Kinds, kind) }
            : Note("SE02", $"\"{value}\" is not a kind of line; the kinds are {string.Join(", ", LineKinds.All)}.");
    }

    private SearchQuery NoDay(SearchTerm term) => Note("SE01", $"\"{term.Value}\" is not a day; write {term.Filter}:2021-08-16.");

    private SearchQuery Note(string code, string detail) => this with { Problems = [.. Problems, new Problem(code, detail)] };

    private static EquatableArray<string> Add(EquatableArray<string> terms, string term) =>
        HasWord(term) && !terms.Contains(term, StringComparer.Ordinal) ? [.. terms, term] : terms;

    /// <summary>True if the full-text index would find a word in it: without one, a phrase is no condition.</summary>
    private static bool HasWord(string term) => term.EnumerateRunes().Any(rune =>
        Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber);

    /// <summary>The days of <c>2021</c>, <c>2021-08</c> or <c>2021-08-16</c>.</summary>
    private static DateInterval? Days(string value)
    {
        if (LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day }) return new DateInterval(day, day);
        if (YearMonthPattern.Iso.Parse(value) is { Success: true, Value: var month }) return month.ToDateInterval();
        return value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31))
            : null;
    }
}

/// <summary>One term as typed: a filter's name (<c>-</c> for words to leave out, empty for words) and its value.</summary>
internal readonly record struct SearchTerm(string Filter, string Value)
{
    private static readonly string[] Filters = ["kind", "actor", "place", "outlet", "from", "to"];

    /// <summary>Splits at white space outside quotation marks; a mark that is not closed lasts to the end.</summary>
    public static IEnumerable<SearchTerm> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var (term, end) = Next(text, at);
            yield return term;
            at = end;
        }
    }

    private static (SearchTerm Term, int End) Next(string text, int start)
    {
        var filter = Filters.FirstOrDefault(name => IsFilter(text, start, name)) ?? "";
        if (filter.Length > 0) start += filter.Length + 1;
        else if (text[start] == '-' && start + 1 < text.Length && !char.IsWhiteSpace(text[start + 1])) (filter, start) = ("-", start + 1);
        var (value, end) = start < text.Length && text[start] == '"' ? Quoted(text, start + 1) : Bare(text, start);
        return (new SearchTerm(filter, value), end);
    }

    private static bool IsFilter(string text, int start, string name) =>
        start + name.Length < text.Length && text[start + name.Length] == ':'
        && string.Compare(text, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static (string Value, int End) Quoted(string text, int start)
    {
        var end = text.IndexOf('"', start);
        return end < 0 ? (text[start..], text.Length) : (text[start..end], end + 1);
    }

    private static (string Value, int End) Bare(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '"') end++;
        return (text[start..end], end);
    }
}
