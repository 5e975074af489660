using Chancery.Record;
using Dapper;
using NodaTime;

namespace Chancery.Store;

public sealed partial class RecordStore
{
    /// <summary>Notes that the report's words stood at this address at that instant.</summary>
    /// <param name="address">In the one form in which addresses are compared.</param>
    /// <param name="report">Id of a report that was appended.</param>
    /// <param name="at">When they were read there.</param>
    /// <param name="isOwn">True if they were asked for there; false if only a redirect or the page itself named the address.</param>
    public void SeeAt(string address, string report, Instant at, bool isOwn) => Write(connection => connection.Execute(
        """
        INSERT INTO report_address (address, report_id, is_own, first_seen, last_seen) VALUES (@address, @report, @isOwn, @at, @at)
        ON CONFLICT (address, report_id) DO UPDATE SET is_own = max(is_own, excluded.is_own),
          first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen)
        """,
        new { address, report, isOwn, at = Iso(at) }));

    /// <summary>Id of the report whose words were last seen at this address; <see langword="null"/> if none was.</summary>
    /// <param name="address">In the one form in which addresses are compared.</param>
    /// <param name="isOwn">True for reports that were asked for there, false for those of which it was only named.</param>
    public string? NewestAt(string address, bool isOwn) => Read(connection => connection.ExecuteScalar<string?>(
        """
        SELECT report_id FROM report_address WHERE address = @address AND is_own = @isOwn
        ORDER BY last_seen DESC, first_seen DESC, rowid DESC LIMIT 1
        """,
        new { address, isOwn }));

    /// <summary>When the report's words were first read at any address; <see langword="null"/> for files.</summary>
    public Instant? FirstSeen(string report) => Read(connection => connection.ExecuteScalar<string?>(
        "SELECT min(first_seen) FROM report_address WHERE report_id = @report", new { report })) is { } text ? ReadInstant(text) : null;

    /// <summary>Ids of the reports that revise this one, in the order in which they came.</summary>
    public IReadOnlyList<string> RevisionsOf(string report) => Read(connection => connection.Query<string>(
        """
        SELECT x.report_id FROM rendition x JOIN report r ON r.rendition_key = x.key
        WHERE x.revises = @report ORDER BY x.key
        """,
        new { report })).AsList();

    /// <summary>All reports that revise another, in the order of <see cref="Reports()"/>; without their blocks.</summary>
    public IReadOnlyList<Report> Revisions() => [.. Read(connection => connection.Query<string>(
        $"""
        SELECT x.payload FROM report r JOIN rendition x ON x.key = r.rendition_key
        WHERE x.revises IS NOT NULL ORDER BY {ReportOrder}
        """)).Select(payload => (Report)RecordJson.Read(payload))];
}
