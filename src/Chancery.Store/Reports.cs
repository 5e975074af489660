using Chancery.Record;
using Chancery.Text;
using Dapper;
using Microsoft.Data.Sqlite;
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
    /// All reports as last read, by first day of publication (without a day last), source and id; without their blocks. Read
    /// piece by piece while they are asked for, all from the state of the record when the first was; the caller may append meanwhile.
    /// </summary>
    public IEnumerable<Report> Reports()
    {
        using var snapshot = new Snapshot(this);
        foreach (var report in Reports(snapshot)) yield return report;
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

    /// <summary>Reports for a list, in the order of <see cref="Reports()"/>.</summary>
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

    private static IEnumerable<Report> Reports(Snapshot snapshot)
    {
        foreach (var chunk in snapshot.Read(connection => ReportIds(connection)).Chunk(ChunkSize))
        {
            var payloads = snapshot.Read(connection => connection.Query<(string Id, string Payload)>(
                "SELECT r.id, x.payload FROM report r JOIN rendition x ON x.key = r.rendition_key WHERE r.id IN @chunk", new { chunk }))
                .ToDictionary(row => row.Id, row => row.Payload, StringComparer.Ordinal);
            foreach (var id in chunk) yield return (Report)RecordJson.Read(payloads[id]);
        }
    }

    /// <summary>Ids in the order of <see cref="Reports()"/>; only of reports that have a current finding of this kind, if one is given.</summary>
    private static List<string> ReportIds(SqliteConnection connection, string? kind = null)
    {
        var having = kind is null
            ? ""
            : "WHERE EXISTS (SELECT 1 FROM finding f WHERE f.report_id = r.id AND f.current = 1 AND f.kind = @kind)";
        return connection.Query<string>($"SELECT r.id FROM report r {having} ORDER BY {ReportOrder}", new { kind }).AsList();
    }

    private sealed record RenditionRow(string Payload, string Blocks);
}
