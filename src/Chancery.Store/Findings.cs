using Chancery.Record;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.Store;

public sealed partial class RecordStore
{
    /// <summary>
    /// What the current readings found, in the order of <see cref="Reports"/> and in each report by kind, place and id. Read
    /// piece by piece while they are asked for.
    /// </summary>
    /// <param name="kind">Of this kind only, as <see cref="LineKinds"/> names it.</param>
    /// <param name="report">Of the report with this id only.</param>
    public IEnumerable<Finding> Findings(string? kind = null, string? report = null)
    {
        foreach (var finding in Stream("finding", connection => FindingKeys(connection, kind, report))) yield return (Finding)finding;
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

    private static List<long> FindingKeys(SqliteConnection connection, string? kind = null, string? report = null)
    {
        var ofKind = kind is null ? "" : "AND f.kind = @kind";
        var ofReport = report is null ? "" : "AND f.report_id = @report";
        return connection.Query<long>(
            $"""
            SELECT f.key FROM report r JOIN finding f ON f.report_id = r.id
            WHERE f.current = 1 {ofKind} {ofReport}
            ORDER BY {ReportOrder}, f.kind, f.span_start, f.span_end DESC, f.id
            """,
            new { kind, report }).AsList();
    }
}
