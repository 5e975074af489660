using Chancery.Record;
using Chancery.Text;
using Dapper;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Store;

/// <summary>A report as it stands in a list: without its text.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Source">The name or address shown.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="From">First day on which it can have been published.</param>
/// <param name="To">Last day on which it can have been published.</param>
/// <param name="Findings">How many findings its current reading has.</param>
public sealed record ReportCard(string Id, string Source, string? Title, string? Outlet, LocalDate? From, LocalDate? To, int Findings);

public sealed partial class RecordStore
{
    private const string ReportOrder = "(r.published_from IS NULL), r.published_from, r.source, r.id";
    private const int ChunkSize = 100;

    /// <summary>
    /// All reports as last read, by first day of publication (without a day last), source and id. Read piece by piece
    /// while they are asked for; the list is that of the moment of the first.
    /// </summary>
    public IEnumerable<Report> Reports()
    {
        foreach (var report in Stream("rendition", ReportKeys)) yield return (Report)report;
    }

    /// <summary>The report with its blocks, or <see langword="null"/> if there is none with this id.</summary>
    public Report? Report(string id)
    {
        var row = Read(connection => connection.QuerySingleOrDefault<RenditionRow>(
            "SELECT x.payload, x.blocks FROM report r JOIN rendition x ON x.key = r.rendition_key WHERE r.id = @id", new { id }));
        return row is null ? null : (Report)RecordJson.Read(row.Payload) with { Blocks = RecordJson.ReadBlocks(row.Blocks) };
    }

    /// <summary>Every name under which the report's bytes came, in ordinal order of UTF-8.</summary>
    public IReadOnlyList<string> Sources(string report) => Read(connection => connection.Query<string>(
        "SELECT source FROM report_source WHERE report_id = @report ORDER BY source", new { report })).AsList();

    /// <summary>Reports for a list, in the order of <see cref="Reports"/>.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="offset">Leaving out so many first.</param>
    public IReadOnlyList<ReportCard> Cards(int limit = int.MaxValue, int offset = 0) => [.. Read(connection => connection.Query<(string Id, string Source, string? Title, string? Outlet, string? From, string? To, int Findings)>(
        $"""
        SELECT r.id, r.source, r.title, r.outlet, r.published_from AS "from", r.published_to AS "to",
          (SELECT count(*) FROM finding f WHERE f.report_id = r.id AND f.current = 1) AS findings
        FROM report r ORDER BY {ReportOrder} LIMIT @limit OFFSET @offset
        """,
        new { limit, offset }))
        .Select(row => new ReportCard(row.Id, row.Source, row.Title, row.Outlet, ReadDay(row.From), ReadDay(row.To), row.Findings))];

    private static LocalDate? ReadDay(string? day) => day is null ? null : LocalDatePattern.Iso.Parse(day).Value;

    private static List<long> ReportKeys(Microsoft.Data.Sqlite.SqliteConnection connection) =>
        connection.Query<long>($"SELECT r.rendition_key FROM report r ORDER BY {ReportOrder}").AsList();

    /// <summary>
    /// The lines with these keys in their order. Nothing is held open between two pieces: what a key stands for never
    /// changes, so the caller may append, or stop, while reading.
    /// </summary>
    private IEnumerable<Line> Stream(string table, Func<Microsoft.Data.Sqlite.SqliteConnection, List<long>> keys) =>
        Stream(table, Read(keys));

    private IEnumerable<Line> Stream(string table, List<long> keys)
    {
        foreach (var chunk in keys.Chunk(ChunkSize))
        {
            var payloads = Read(connection => connection.Query<PayloadRow>(
                $"SELECT key, payload FROM {table} WHERE key IN @chunk", new { chunk })).ToDictionary(row => row.Key, row => row.Payload);
            foreach (var key in chunk) yield return RecordJson.Read(payloads[key]);
        }
    }

    private sealed record RenditionRow(string Payload, string Blocks);
}
