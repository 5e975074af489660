using Dapper;

namespace Chancery.Store;

/// <summary>How many findings of one kind a report's current reading has.</summary>
/// <param name="Report">The report's id.</param>
/// <param name="Kind">As <c>LineKinds</c> names it.</param>
/// <param name="Count">At least 1.</param>
public sealed record ReportKindCount(string Report, string Kind, int Count);

public sealed partial class RecordStore
{
    /// <summary>Current findings of these reports counted by kind, ordered by report and kind; what has none is absent.</summary>
    public IReadOnlyList<ReportKindCount> KindsByReport(IReadOnlyCollection<string> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return Read(connection => reports.Chunk(ChunkSize).SelectMany(chunk => connection.Query<(string Report, string Kind, int Count)>(
            """
            SELECT report_id, kind, count(*) FROM finding WHERE report_id IN @chunk AND current = 1
            GROUP BY report_id, kind
            """,
            new { chunk }))
            .Select(row => new ReportKindCount(row.Report, row.Kind, row.Count))
            .OrderBy(row => row.Report, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal).ToList());
    }
}
