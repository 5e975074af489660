using Chancery.Record;
using Dapper;

namespace Chancery.Store;

public sealed partial class RecordStore
{
    /// <summary>Puts these lines in place of all derived lines. They are disposable: computed from findings, and computed again.</summary>
    /// <param name="fingerprint">Of what they were computed by and from.</param>
    /// <param name="lines">Each id once; never a report.</param>
    /// <exception cref="ArgumentException">An id stands twice, or a line is a report.</exception>
    public void ReplaceDerived(string fingerprint, IEnumerable<Line> lines)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentNullException.ThrowIfNull(lines);
        var rows = lines.Select(line => new { line.Id, kind = LineKinds.Of(line), fingerprint, payload = RecordJson.Write(line) }).ToList();
        if (rows.Exists(row => row.kind == "report")) throw new ArgumentException("A report is not derived.", nameof(lines));
        if (rows.DistinctBy(row => row.Id, StringComparer.Ordinal).Count() < rows.Count) throw new ArgumentException("An id stands twice.", nameof(lines));
        Write(connection =>
        {
            connection.Execute("DELETE FROM derived");
            return connection.Execute("INSERT INTO derived (id, kind, fingerprint, payload) VALUES (@Id, @kind, @fingerprint, @payload)", rows);
        });
    }

    /// <summary>The derived lines, by kind and id.</summary>
    /// <param name="kind">Of this kind only, as <see cref="LineKinds"/> names it.</param>
    public IReadOnlyList<Line> Derived(string? kind = null) => [.. Read(connection => connection.Query<string>(
        $"SELECT payload FROM derived {(kind is null ? "" : "WHERE kind = @kind")} ORDER BY kind, id", new { kind }))
        .Select(RecordJson.Read)];

    /// <summary>The fingerprint of the derived lines; <see langword="null"/> if there are none.</summary>
    public string? DerivedFingerprint() =>
        Read(connection => connection.ExecuteScalar<string?>("SELECT fingerprint FROM derived LIMIT 1"));
}
