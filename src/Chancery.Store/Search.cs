using Chancery.Record;
using Chancery.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

public sealed partial class RecordStore
{
    private const int MostHits = 1_000;

    /// <summary>Searches the current lines of all reports. The same record gives the same page.</summary>
    /// <param name="query">What to search for; an empty one finds nothing.</param>
    /// <param name="limit">At most so many hits, 1 to 1,000.</param>
    /// <param name="offset">Leaving out so many first.</param>
    public SearchPage Search(SearchQuery query, int limit = 20, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostHits);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (query.IsEmpty) return new SearchPage(0, []);
        var (total, rows, texts) = Read(connection =>
        {
            var (total, rows) = Found(connection, query, limit, offset);
            return (total, rows, rows.ConvertAll(row => TextOf(Payload(connection, row.Id)!)));
        });
        return new SearchPage(total, rows.Zip(FullText.Snippets(query, texts), Hit).ToEquatableArray());
    }

    private static (int Total, List<HitRow> Rows) Found(SqliteConnection connection, SearchQuery query, int limit, int offset)
    {
        var match = FullText.Match(query);
        var without = FullText.MatchWithout(query);
        var filters = Filters(query, without);
        var values = new { match, without, kinds = query.Kinds.ToArray(), from = Day(query.From), to = Day(query.To), limit, offset };
        var (words, order) = match.Length > 0
            ? ("search MATCH @match", "bm25(search, 4, 1, 2, 2, 1), l.line_id")
            : ("1 = 1", "l.day_from DESC NULLS LAST, l.report_id, l.kind, l.line_id");
        var lines = match.Length > 0 ? "search JOIN search_line l ON l.key = search.rowid" : "search_line l";
        var counted = match.Length > 0 && filters.Length == 0 ? "search" : lines;
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM {counted} WHERE {words}{filters}", values);
        var keys = connection.Query<long>(
            $"SELECT l.key FROM {lines} WHERE {words}{filters} ORDER BY {order} LIMIT @limit OFFSET @offset", values).AsList();
        return (total, HitRows(connection, keys));
    }

    private static List<HitRow> HitRows(SqliteConnection connection, List<long> keys)
    {
        var rows = connection.Query<HitRow>(
            """
            SELECT l.key, l.line_id AS id, l.kind, l.report_id AS report, r.title, r.outlet, r.source, r.published_from AS day
            FROM search_line l JOIN report r ON r.id = l.report_id WHERE l.key IN @keys
            """,
            new { keys }).ToDictionary(row => row.Key);
        return keys.ConvertAll(key => rows[key]);
    }

    private static string Filters(SearchQuery query, string without)
    {
        var filters = "";
        if (without.Length > 0) filters += " AND l.key NOT IN (SELECT rowid FROM search WHERE search MATCH @without)";
        if (!query.Kinds.IsEmpty) filters += " AND l.kind IN @kinds";
        if (query.From is not null) filters += " AND l.day_to >= @from";
        if (query.To is not null) filters += " AND l.day_from <= @to";
        return filters;
    }

    private static SearchHit Hit(HitRow row, (string Text, EquatableArray<Span> Marks) snippet) =>
        new(row.Id, row.Kind, row.Report, row.Title, row.Outlet, row.Source, ReadDay(row.Day), snippet.Text, snippet.Marks);

    private static string TextOf(string payload) => RecordJson.Read(payload) switch
    {
        Report report => report.Text,
        Finding finding => LineColumns.Text(finding),
        _ => "",
    };

    private sealed record HitRow(
        long Key, string Id, string Kind, string Report, string? Title, string? Outlet, string Source, string? Day);
}
