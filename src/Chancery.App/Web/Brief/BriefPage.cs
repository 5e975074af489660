using Chancery.App.Desk;
using Chancery.Record;
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
/// <param name="Sections">By day, the newest first.</param>
/// <param name="Citations">In the order of their numbers.</param>
/// <param name="AddCommand">What to type to bring reports in.</param>
public sealed record BriefModel(
    string Title, string Legend, string? Empty, string? Since, string? AsOf, string? KnownAt, IReadOnlyList<string> Notes,
    IReadOnlyList<SectionShown> Sections, IReadOnlyList<CitationShown> Citations, string AddCommand);

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

/// <summary><c>/brief</c>: <c>since</c>, <c>as-of</c> and <c>known-at</c> as on the command line.</summary>
internal static class BriefPage
{
    public static BriefModel Read(ShownDesk desk, HttpRequest request)
    {
        var notes = new List<string>();
        var options = desk.Names with { Since = DayOf(request, "since", notes), AsOf = DayOf(request, "as-of", notes), KnownAt = DayOf(request, "known-at", notes) };
        var (brief, faults) = CheckedBrief.Compose([.. desk.Store.Reports()], [.. desk.Store.Findings()], options);
        notes.AddRange(faults.Select(fault => $"A line was withheld: {fault.Code} {fault.Detail}"));
        return new BriefModel(
            brief.Title, Brief.Legend, brief.Sections.IsEmpty ? brief.Emptiness : null,
            Iso(options.Since), Iso(options.AsOf), Iso(options.KnownAt), notes,
            [.. brief.Sections.Select(section => new SectionShown(section.Heading, [.. section.Groups.Select(ToShown)]))],
            [.. brief.Citations.Select(ToShown)], desk.AddCommand);
    }

    private static GroupShown ToShown(BriefGroup group) => new(group.Party, [.. group.Lines.Select(line => new LineShown(
        line.Number, [.. line.Parts.Select(part => new PartShown(part.Kind.ToString().ToLowerInvariant(), part.Marked))], line.Citations, line.Findings))]);

    private static CitationShown ToShown(Citation citation) => new(
        citation.Number, Shown.WordsAddress(citation.Evidence), citation.Evidence.Report, citation.Evidence.Start, citation.Evidence.End, citation.Evidence.Quote,
        citation.Title, citation.Outlet, citation.Day, citation.Via, citation.Before, citation.After);

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
