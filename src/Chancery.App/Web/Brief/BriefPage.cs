using Chancery.Record.Briefs;
using Chancery.Record.Exporting;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Chancery.App.Web;

/// <summary>The page of the brief.</summary>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Legend">How to read its marks.</param>
/// <param name="Empty">Why there is no line; <see langword="null"/> if there are.</param>
/// <param name="Since">Nothing before this day, ISO, as asked.</param>
/// <param name="AsOf">Nothing after this day.</param>
/// <param name="KnownAt">Nothing published after this day.</param>
/// <param name="Notes">What was asked and not understood, and lines that were withheld.</param>
/// <param name="Total">How many lines the whole brief has.</param>
/// <param name="First">Number of the first line shown.</param>
/// <param name="Before">Address of the lines before.</param>
/// <param name="After">Address of the lines after.</param>
/// <param name="Sections">By day, the newest first.</param>
/// <param name="Citations">Those of the lines shown, in the order of their numbers.</param>
/// <param name="AddCommand">What to type to bring reports in.</param>
public sealed record BriefModel(
    string Title, string Legend, string? Empty, string? Since, string? AsOf, string? KnownAt, IReadOnlyList<string> Notes,
    int Total, int First, string? Before, string? After, IReadOnlyList<SectionShown> Sections, IReadOnlyList<CitationShown> Citations, string AddCommand);

/// <summary>What lies in the same days.</summary>
/// <param name="Heading">The days in words.</param>
/// <param name="Groups">By party.</param>
public sealed record SectionShown(string Heading, IReadOnlyList<GroupShown> Groups);

/// <summary>What one party says or does.</summary>
/// <param name="Party">Its name.</param>
/// <param name="Lines">Its sentences.</param>
public sealed record GroupShown(string Party, IReadOnlyList<LineShown> Lines);

/// <summary>One numbered sentence.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Parts">The sentence in pieces.</param>
/// <param name="Citations">Numbers of the citations it rests on.</param>
/// <param name="Findings">Ids of the findings it tells.</param>
public sealed record LineShown(int Number, IReadOnlyList<PartShown> Parts, IReadOnlyList<int> Citations, IReadOnlyList<string> Findings);

/// <summary>A piece of a sentence.</summary>
/// <param name="Kind"><c>words</c>, <c>quoted</c>, <c>reported</c>, <c>number</c> or <c>day</c>.</param>
/// <param name="Text">The words, with the marks of their kind.</param>
public sealed record PartShown(string Kind, string Text);

/// <summary>Where a sentence comes from.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Href">Address of the words in their report.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Start">First UTF-16 code unit of the words in the report's text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Quote">The words.</param>
/// <param name="Title">The report's headline or source.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Day">Its day in words.</param>
/// <param name="Via">Through whom the report knows.</param>
/// <param name="Before">What stands before the words.</param>
/// <param name="After">What stands after them.</param>
public sealed record CitationShown(
    int Number, string Href, string Report, int Start, int End, string Quote, string Title, string? Outlet, string Day, string? Via, string Before, string After);

/// <summary><c>/brief</c>: <c>since</c>, <c>as-of</c> and <c>known-at</c> as on the command line; <c>lines</c> a page, from <c>line</c> on.</summary>
internal static class BriefPage
{
    private const int LinesOfPage = 200;
    private const int MostLines = 5_000;

    public static BriefModel Read(ShownDesk desk, HttpRequest request)
    {
        var notes = new List<string>();
        var options = desk.Names with { Since = DayOf(request, "since", notes), AsOf = DayOf(request, "as-of", notes), KnownAt = DayOf(request, "known-at", notes) };
        var (brief, faults) = desk.Briefs.Of(options);
        notes.AddRange(faults.Select(fault => $"A line was withheld: {fault.Code} {fault.Detail}"));
        var (total, first, size) = (brief.Lines.Count(), NumberOf(request, "line", 1, int.MaxValue / 2), NumberOf(request, "lines", LinesOfPage, MostLines));
        bool IsShown(BriefLine line) => line.Number >= first && line.Number < first + size;
        var cited = brief.Lines.Where(IsShown).SelectMany(line => line.Citations).ToHashSet();
        string Address(int line) => AddressOf("/brief", [.. Asked(options), ("line", $"{line}"), ("lines", size == LinesOfPage ? null : $"{size}")]);
        return new BriefModel(
            brief.Title, Brief.Legend, brief.Sections.IsEmpty ? brief.Emptiness : null,
            Iso(options.Since), Iso(options.AsOf), Iso(options.KnownAt), notes,
            total, first, first > 1 ? Address(Math.Max(1, first - size)) : null, first + size <= total ? Address(first + size) : null,
            [.. brief.Sections.Select(section => ToShown(section, IsShown)).Where(section => section.Groups.Count > 0)],
            [.. brief.Citations.Where(citation => cited.Contains(citation.Number)).Select(ToShown)], desk.AddCommand);
    }

    /// <summary>The address with the parts of a query that are not empty.</summary>
    public static string AddressOf(string path, params IEnumerable<(string Name, string? Value)> query) =>
        string.Join('&', query.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")) is { Length: > 0 } asked ? $"{path}?{asked}" : path;

    private static IEnumerable<(string, string?)> Asked(BriefOptions options) =>
        [("since", Iso(options.Since)), ("as-of", Iso(options.AsOf)), ("known-at", Iso(options.KnownAt))];

    private static SectionShown ToShown(BriefSection section, Func<BriefLine, bool> isShown) => new(
        section.Heading,
        [.. section.Groups.Select(group => new GroupShown(group.Party, [.. group.Lines.Where(isShown).Select(ToShown)])).Where(group => group.Lines.Count > 0)]);

    private static LineShown ToShown(BriefLine line) => new(
        line.Number, [.. line.Parts.Select(part => new PartShown(part.Kind.ToString().ToLowerInvariant(), part.Marked))], line.Citations, line.Findings);

    private static CitationShown ToShown(Citation citation) => new(
        citation.Number, Shown.WordsAddress(citation.Evidence), citation.Evidence.Report, citation.Evidence.Start, citation.Evidence.End, citation.Evidence.Quote,
        citation.Title, citation.Outlet, citation.Day, citation.Via, citation.Before, citation.After);

    private static int NumberOf(HttpRequest request, string name, int fallback, int highest) =>
        int.TryParse(request.Query[name], out var number) ? Math.Clamp(number, 1, highest) : fallback;

    private static LocalDate? DayOf(HttpRequest request, string name, List<string> notes)
    {
        var typed = request.Query[name].ToString();
        if (typed.Length == 0) return null;
        if (LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var day }) return day;
        notes.Add($"“{PlainText.OneLine(typed)}” is not a day; write it as 2021-08-16. It was left aside.");
        return null;
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
