using Chancery.Record;
using Chancery.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

public sealed partial class RecordStore
{
    private const string SearchFrom = "search_line l JOIN report r ON r.id = l.report_id";

    /// <summary>Searches the current lines of all reports. The same record gives the same page.</summary>
    /// <param name="query">What to search for; an empty one finds nothing.</param>
    /// <param name="limit">At most so many hits, 1 or more.</param>
    /// <param name="offset">Leaving out so many first.</param>
    public SearchPage Search(SearchQuery query, int limit = 20, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
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
        var values = new
        {
            match, without, kinds = query.Kinds.ToArray(), from = Day(query.From), to = Day(query.To), limit, offset,
        };
        var from = match.Length > 0 ? "search JOIN search_line l ON l.key = search.rowid JOIN report r ON r.id = l.report_id" : SearchFrom;
        var where = Conditions(query, match, without);
        var order = match.Length > 0 ? "bm25(search, 4, 1, 2, 2, 1), l.line_id" : "l.day_from DESC, r.source, r.id, l.kind, l.line_id";
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM {from} WHERE {where}", values);
        var rows = connection.Query<HitRow>(
            $"""
            SELECT l.line_id AS id, l.kind, l.report_id AS report, r.title, r.outlet, r.source, r.published_from AS day
            FROM {from} WHERE {where} ORDER BY {order} LIMIT @limit OFFSET @offset
            """,
            values);
        return (total, rows.AsList());
    }

    private static string Conditions(SearchQuery query, string match, string without)
    {
        IEnumerable<string> conditions = [
            match.Length > 0 ? "search MATCH @match" : "1 = 1",
            .. without.Length > 0 ? ["l.key NOT IN (SELECT rowid FROM search WHERE search MATCH @without)"] : Array.Empty<string>(),
            .. query.Kinds.IsEmpty ? Array.Empty<string>() : ["l.kind IN @kinds"],
            .. query.From is null ? Array.Empty<string>() : ["l.day_to >= @from"],
            .. query.To is null ? Array.Empty<string>() : ["l.day_from <= @to"],
        ];
        return string.Join(" AND ", conditions);
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
        string Id, string Kind, string Report, string? Title, string? Outlet, string Source, string? Day);
}
