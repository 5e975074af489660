using Chancery.Record;
using Dapper;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Store;

/// <summary>A refusal as it is kept.</summary>
/// <param name="Refusal">What was refused and why.</param>
/// <param name="Sha256">The hash of the bytes; empty where there were none.</param>
/// <param name="At">When it was first refused so.</param>
public sealed record StoredRefusal(Refusal Refusal, string Sha256, Instant At);

public sealed partial class RecordStore
{
    /// <summary>Keeps a refusal; the same one again changes nothing.</summary>
    /// <param name="refusal">What was refused and why.</param>
    /// <param name="sha256">The hash of the bytes; empty where there were none.</param>
    /// <param name="at">Now.</param>
    /// <returns>True if it was not there yet.</returns>
    public bool Append(Refusal refusal, string sha256, Instant at)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(sha256);
        return Write(connection => connection.Execute(
            """
            INSERT INTO refusal (source, sha256, code, detail, appended) VALUES (@Source, @sha256, @Code, @Detail, @at)
            ON CONFLICT DO NOTHING
            """,
            new { refusal.Source, sha256, refusal.Code, refusal.Detail, at = Iso(at) })) > 0;
    }

    /// <summary>All refusals, by source, hash and code.</summary>
    public IReadOnlyList<StoredRefusal> Refusals() => [.. Read(connection => connection.Query<RefusalRow>(
        "SELECT source, sha256, code, detail, appended FROM refusal ORDER BY source, sha256, code, detail"))
        .Select(row => new StoredRefusal(
            new Refusal(row.Source, row.Code, row.Detail), row.Sha256, InstantPattern.ExtendedIso.Parse(row.Appended).Value))];

    /// <summary>What the report's current reading could not make into findings, in the reading's order.</summary>
    public IReadOnlyList<Problem> Problems(string report) => [.. Read(connection => connection.Query<Problem>(
        """
        SELECT p.code, p.detail FROM problem p JOIN reading r ON r.key = p.reading_key
        WHERE r.report_id = @report AND r.current = 1 ORDER BY p.ordinal
        """,
        new { report }))];

    private sealed record RefusalRow(string Source, string Sha256, string Code, string Detail, string Appended);
}
