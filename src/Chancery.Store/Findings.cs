using Chancery.Record;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

public sealed partial class RecordStore
{
    /// <summary>
    /// What the current readings found, in the order of <see cref="Reports()"/> and in each report by kind, place and id. Read
    /// piece by piece while they are asked for, all from the state of the record when the first was; the caller may append meanwhile.
    /// </summary>
    /// <param name="kind">Of this kind only, as <see cref="LineKinds"/> names it.</param>
    /// <param name="report">Of the report with this id only.</param>
    public IEnumerable<Finding> Findings(string? kind = null, string? report = null)
    {
        using var snapshot = new Snapshot(this);
        foreach (var finding in Findings(snapshot, kind, report)) yield return finding;
    }

    /// <summary>
    /// The line with this id, of whatever kind, as it stands now; a finding that no current reading has is still found, as
    /// are reports and derived lines. <see langword="null"/> if the record does not know the id.
    /// </summary>
    public Line? Find(string id)
    {
        var payload = Read(connection => Payload(connection, id));
        return payload is null ? null : RecordJson.Read(payload);
    }

    /// <summary>The line's JSON: of a finding the current content, else the newest.</summary>
    private static string? Payload(SqliteConnection connection, string id) => connection.ExecuteScalar<string?>(
        """
        SELECT payload FROM (
          SELECT x.payload, 0 AS place, 0 AS key FROM report r JOIN rendition x ON x.key = r.rendition_key WHERE r.id = @id
          UNION ALL SELECT payload, 2 - current, -key FROM finding WHERE id = @id
          UNION ALL SELECT payload, 3, 0 FROM derived WHERE id = @id
        ) AS known ORDER BY place, key LIMIT 1
        """,
        new { id });

    private static IEnumerable<Finding> Findings(Snapshot snapshot, string? kind, string? report)
    {
        var ids = report is null ? snapshot.Read(connection => ReportIds(connection, kind)) : [report];
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            var payloads = snapshot.Read(connection => FindingPayloads(connection, chunk, kind));
            foreach (var id in chunk)
                foreach (var payload in payloads[id]) yield return (Finding)RecordJson.Read(payload);
        }
    }

    private static ILookup<string, string> FindingPayloads(SqliteConnection connection, string[] chunk, string? kind) => connection
        .Query<(string Report, string Payload)>(
            $"""
            SELECT report_id, payload FROM finding WHERE report_id IN @chunk AND current = 1 {(kind is null ? "" : "AND kind = @kind")}
            ORDER BY report_id, kind, span_start, span_end DESC, id
            """,
            new { chunk, kind })
        .ToLookup(row => row.Report, row => row.Payload, StringComparer.Ordinal);
}
