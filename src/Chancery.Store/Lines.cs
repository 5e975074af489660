using Chancery.Record;
using Chancery.Text;
using Dapper;

namespace Chancery.Store;

/// <summary>How many lines there are of one kind.</summary>
/// <param name="Kind">As <see cref="LineKinds"/> names it.</param>
/// <param name="Count">Of current readings and derived lines.</param>
public sealed record KindCount(string Kind, int Count);

/// <summary>How much there is.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Originals">Stored bytes; a feed's are one for several reports.</param>
/// <param name="Readings">Runs over reports, current and earlier.</param>
/// <param name="Problems">Problems in current readings.</param>
/// <param name="Refusals">Inputs refused.</param>
/// <param name="Findings">Findings of current readings, by kind in alphabetical order.</param>
/// <param name="Derived">Derived lines, by kind in alphabetical order.</param>
public sealed record StoreCounts(
    int Reports, int Originals, int Readings, int Problems, int Refusals, EquatableArray<KindCount> Findings, EquatableArray<KindCount> Derived);

public sealed partial class RecordStore
{
    /// <summary>
    /// The whole record for export: reports, then the findings of current readings, then derived lines. The same content
    /// appended in any order gives the same lines in the same order. One state of the record, as in <see cref="Reports()"/>.
    /// </summary>
    public IEnumerable<Line> Lines()
    {
        using var snapshot = new Snapshot(this);
        foreach (var report in Reports(snapshot)) yield return report;
        foreach (var finding in Findings(snapshot, kind: null, report: null)) yield return finding;
        foreach (var payload in snapshot.Read(connection => connection.Query<string>("SELECT payload FROM derived ORDER BY kind, id").AsList()))
            yield return RecordJson.Read(payload);
    }

    /// <summary>How much there is of everything.</summary>
    public StoreCounts Counts() => Read(connection =>
    {
        int Count(string from) => connection.ExecuteScalar<int>($"SELECT count(*) FROM {from}");
        EquatableArray<KindCount> ByKind(string from) => connection
            .Query<(string Kind, int Count)>($"SELECT kind, count(*) FROM {from} GROUP BY kind ORDER BY kind")
            .Select(row => new KindCount(row.Kind, row.Count)).ToEquatableArray();
        return new StoreCounts(
            Count("report"), Count("raw"), Count("reading"),
            Count("problem p JOIN reading r ON r.key = p.reading_key WHERE r.current = 1"),
            Count("refusal"), ByKind("finding WHERE current = 1"), ByKind("derived"));
    });
}
