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
        Row[] rows = [
            Row.Of(report, outlet),
            .. findings.Select(finding => Row.Of(finding, report, outlet)),
        ];
        connection.Execute(
            """
            INSERT INTO search_line (line_id, kind, report_id, day_from, day_to) VALUES (@LineId, @Kind, @ReportId, @From, @To)
            """,
            rows);
        connection.Execute(
            """
            INSERT INTO search (rowid, title, body, actors, places, outlet)
            SELECT key, @Title, @Body, @Actors, @Places, @Outlet FROM search_line WHERE report_id = @ReportId AND line_id = @LineId
            """,
            rows);
    }

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private sealed record Row(string LineId, string Kind, string ReportId, string? From, string? To)
    {
        public string? Title { get; init; }
        public required string Body { get; init; }
        public string? Actors { get; init; }
        public string? Places { get; init; }
        public required string Outlet { get; init; }

        public static Row Of(Report report, string outlet) =>
            new(report.Id, LineKinds.Of(report), report.Id, Day(report.Published?.From), Day(report.Published?.To))
            {
                Title = report.Title,
                Body = report.Text,
                Outlet = outlet,
            };

        public static Row Of(Finding finding, Report report, string outlet) =>
            new(finding.Id, LineKinds.Of(finding), report.Id, Day(report.Published?.From), Day(report.Published?.To))
            {
                Body = LineColumns.Text(finding),
                Outlet = outlet,
                Actors = string.Join(" | ", LineColumns.Actors(finding)),
                Places = string.Join(" | ", LineColumns.Places(finding)),
            };
    }
}
