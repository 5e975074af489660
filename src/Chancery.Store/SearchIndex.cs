using Chancery.Record;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Store;

/// <summary>Writes the rows by which a report and its findings are searched, inside the caller's transaction.</summary>
internal static class SearchIndex
{
    /// <summary>Puts these in place of what was searched of this report before.</summary>
    public static void Replace(SqliteConnection connection, Report report, IEnumerable<Finding> findings)
    {
        connection.Execute(
            """
            DELETE FROM search WHERE rowid IN (SELECT key FROM search_line WHERE report_id = @Id);
            DELETE FROM search_line WHERE report_id = @Id;
            """,
            new { report.Id });
        var outlet = string.Join(" | ", [report.Outlet, .. report.Agencies]);
        Insert(connection, report, new Row(report.Id, LineKinds.Of(report), report.Title, report.Text, null, null, outlet));
        foreach (var finding in findings)
        {
            Insert(connection, report, new Row(
                finding.Id, LineKinds.Of(finding), null, LineColumns.Text(finding),
                string.Join(" | ", LineColumns.Actors(finding)), string.Join(" | ", LineColumns.Places(finding)), outlet));
        }
    }

    private static void Insert(SqliteConnection connection, Report report, Row row)
    {
        var key = connection.ExecuteScalar<long>(
            """
            INSERT INTO search_line (line_id, kind, report_id, day_from, day_to)
            VALUES (@LineId, @Kind, @report, @from, @to) RETURNING key
            """,
            new { row.LineId, row.Kind, report = report.Id, from = Day(report.Published?.From), to = Day(report.Published?.To) });
        connection.Execute(
            "INSERT INTO search (rowid, title, body, actors, places, outlet) VALUES (@key, @Title, @Body, @Actors, @Places, @Outlet)",
            new { key, row.Title, row.Body, row.Actors, row.Places, row.Outlet });
    }

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private sealed record Row(string LineId, string Kind, string? Title, string Body, string? Actors, string? Places, string Outlet);
}
