using Chancery.Record;
using Chancery.Record.Exporting;
using Chancery.Store;
using Microsoft.AspNetCore.Http;

namespace Chancery.App.Web;

/// <summary>The page of all reports, or of those in which something was found.</summary>
/// <param name="Query">What was searched for; empty for all.</param>
/// <param name="Total">How many reports there are, or how many lines were found.</param>
/// <param name="Reports">Those of this page.</param>
/// <param name="Older">Address of the page before.</param>
/// <param name="Newer">Address of the page after.</param>
/// <param name="Notes">What of the search was not understood.</param>
/// <param name="Refusals">What could not be read, and why.</param>
/// <param name="AddCommand">What to type to bring reports in.</param>
public sealed record ReportsModel(
    string Query, int Total, IReadOnlyList<ReportRow> Reports, string? Older, string? Newer,
    IReadOnlyList<Problem> Notes, IReadOnlyList<Refusal> Refusals, string AddCommand);

/// <summary>One report in the list.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Href">Address of its page.</param>
/// <param name="Source">The file's name or the address it came from.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Agencies">Who is credited.</param>
/// <param name="Published">Its day.</param>
/// <param name="Lines">How many lines it gave, by kind.</param>
/// <param name="Hits">What was found in it, the best first.</param>
public sealed record ReportRow(
    string Id, string Href, string Source, string? Title, string? Outlet, IReadOnlyList<string> Agencies,
    DayShown? Published, IReadOnlyList<KindCount> Lines, IReadOnlyList<HitShown> Hits);

/// <summary>A line that was found.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Href">Address of its words.</param>
/// <param name="Parts">Some of its words.</param>
public sealed record HitShown(string Kind, string Id, string Href, IReadOnlyList<HitPart> Parts);

/// <summary>A piece of a found line's words.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMatch">True for what was searched for.</param>
public sealed record HitPart(string Text, bool IsMatch);

/// <summary><c>/reports</c>: what is on the desk. <c>q</c> searches, <c>offset</c> pages.</summary>
internal static class ReportsPage
{
    private const int PageSize = 100;
    private const int MostHits = 60;
    private const int HitsOfOne = 4;

    public static ReportsModel Read(ShownDesk desk, HttpRequest request)
    {
        var typed = request.Query["q"].ToString().Trim();
        return typed.Length == 0 ? All(desk, OffsetOf(request)) : Found(desk, typed);
    }

    private static ReportsModel All(ShownDesk desk, int offset)
    {
        var total = desk.Store.Counts().Reports;
        var cards = desk.Store.Cards(PageSize, offset);
        return new ReportsModel(
            "", total, Rows(desk, cards.Select(card => card.Id), []),
            offset > 0 ? $"/reports?offset={Math.Max(0, offset - PageSize)}" : null,
            offset + cards.Count < total ? $"/reports?offset={offset + PageSize}" : null,
            [], [.. desk.Store.Refusals().Select(stored => stored.Refusal)], desk.AddCommand);
    }

    private static ReportsModel Found(ShownDesk desk, string typed)
    {
        var query = SearchQuery.Parse(typed);
        var page = desk.Store.Search(query, MostHits);
        var hits = page.Hits.ToLookup(hit => hit.Report, StringComparer.Ordinal);
        var rows = Rows(desk, page.Hits.Select(hit => hit.Report).Distinct(StringComparer.Ordinal), hits);
        return new ReportsModel(typed, page.Total, rows, null, null, [.. query.Problems], [], desk.AddCommand);
    }

    private static List<ReportRow> Rows(ShownDesk desk, IEnumerable<string> ids, IEnumerable<IGrouping<string, SearchHit>> hits)
    {
        var reports = ids.Select(desk.Store.Report).OfType<Report>().ToList();
        var counts = desk.Store.KindsByReport([.. reports.Select(report => report.Id)]).ToLookup(row => row.Report, StringComparer.Ordinal);
        var found = hits.ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return reports.ConvertAll(report => new ReportRow(
            report.Id, Shown.ReportAddress(report.Id), report.Source, report.Title, report.Outlet, report.Agencies, Shown.Day(report.Published),
            [.. counts[report.Id].Select(row => new KindCount(row.Kind, row.Count)).OrderBy(row => CardShown.Rank(row.Kind))],
            [.. found.GetValueOrDefault(report.Id, []).Where(hit => hit.Kind != "report").Take(HitsOfOne).Select(Hit)]));
    }

    private static HitShown Hit(SearchHit hit)
    {
        var parts = new List<HitPart>();
        var at = 0;
        foreach (var mark in hit.Marks)
        {
            if (mark.Start > at) parts.Add(new HitPart(hit.Snippet[at..mark.Start], false));
            parts.Add(new HitPart(hit.Snippet[mark.Start..mark.End], true));
            at = mark.End;
        }

        if (at < hit.Snippet.Length) parts.Add(new HitPart(hit.Snippet[at..], false));
        return new HitShown(hit.Kind, hit.Id, $"{Shown.ReportAddress(hit.Report)}#{hit.Id}", [.. parts.Select(part => part with { Text = PlainText.OneLine(part.Text) })]);
    }

    private static int OffsetOf(HttpRequest request) =>
        int.TryParse(request.Query["offset"], out var offset) && offset > 0 ? Math.Min(offset, 10_000_000) : 0;
}
