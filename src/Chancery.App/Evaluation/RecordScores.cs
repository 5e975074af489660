using System.Text.Json;

namespace Chancery.App.Evaluation;

/// <summary>Facts found and missed by kind, records per report by kind, and evidence that does not hold.</summary>
internal sealed class RecordScores
{
    private readonly SortedDictionary<string, (int Found, int Facts)> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _reports = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    public RecordScores(IReadOnlyList<JsonElement> facts, IReadOnlyList<JsonElement> records, FactMatcher matcher)
    {
        foreach (var record in records.Where(record => KindOf(record) == "report")) _reports[record.GetProperty("id").GetString()!] = record;
        foreach (var record in records)
        {
            _records[KindOf(record)] = _records.GetValueOrDefault(KindOf(record)) + 1;
            if (KindOf(record) != "report") CheckEvidence(record);
        }

        var byKind = records.Select(record => (Record: record, Names: NamesOf(record))).ToLookup(pair => KindOf(pair.Record), StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var isFound = byKind[KindOf(fact)].Any(pair => IsOf(fact, pair.Names) && matcher.Meets(fact, pair.Record));
            var (found, all) = _kinds.GetValueOrDefault(KindOf(fact));
            _kinds[KindOf(fact)] = (isFound ? found + 1 : found, all + 1);
            if (!isFound) _misses.Add(fact.GetRawText());
        }
    }

    /// <summary>The facts that no record meets, as they stand in the file.</summary>
    public IReadOnlyList<string> Misses => _misses;

    /// <summary>Pieces of evidence whose words are not those at their place.</summary>
    public int NotVerbatim { get; private set; }

    /// <summary>Records without evidence, and pieces of evidence that name no report.</summary>
    public int WithoutEvidence { get; private set; }

    /// <summary>Counts of facts by kind, of all, and records per report.</summary>
    public OrderedDictionary<string, double> ToDictionary()
    {
        var scores = new OrderedDictionary<string, double>();
        foreach (var (kind, (found, facts)) in _kinds)
        {
            scores[kind] = found;
            scores[$"{kind}Facts"] = facts;
        }

        scores["found"] = _kinds.Values.Sum(counts => counts.Found);
        scores["facts"] = _kinds.Values.Sum(counts => counts.Facts);
        scores["notVerbatim"] = NotVerbatim;
        scores["withoutEvidence"] = WithoutEvidence;
        foreach (var (kind, count) in _records.Where(pair => pair.Key != "report"))
            scores[$"{kind}PerReport"] = (double)count / Math.Max(1, _reports.Count);
        return scores;
    }

    private static string KindOf(JsonElement record) => record.TryGetProperty("kind", out var kind) ? kind.GetString() ?? "" : "";

    private static bool IsOf(JsonElement fact, HashSet<string> names)
    {
        var wanted = fact.GetProperty("report").GetString()!;
        return wanted == "*" || names.Any(name => name.StartsWith(wanted, StringComparison.Ordinal));
    }

    private void CheckEvidence(JsonElement record)
    {
        var pieces = record.TryGetProperty("evidence", out var evidence) ? evidence.EnumerateArray().ToList() : [];
        if (pieces.Count == 0) WithoutEvidence++;
        foreach (var piece in pieces)
        {
            if (!_reports.TryGetValue(piece.GetProperty("report").GetString() ?? "", out var report)) WithoutEvidence++;
            else if (!IsVerbatim(piece, report.GetProperty("text").GetString()!)) NotVerbatim++;
        }
    }

    private static bool IsVerbatim(JsonElement piece, string text)
    {
        var (start, end) = (piece.GetProperty("start").GetInt32(), piece.GetProperty("end").GetInt32());
        return start >= 0 && start <= end && end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(piece.GetProperty("quote").GetString());
    }

    private HashSet<string> NamesOf(JsonElement record)
    {
        if (KindOf(record) == "report") return [NameOf(record.GetProperty("id").GetString())];
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (record.TryGetProperty("evidence", out var evidence))
            foreach (var piece in evidence.EnumerateArray())
                names.Add(NameOf(piece.GetProperty("report").GetString()));
        if (record.TryGetProperty("report", out var report)) names.Add(NameOf(report.GetString()));
        return names;
    }

    private string NameOf(string? id) =>
        id is not null && _reports.TryGetValue(id, out var report) ? report.GetProperty("source").GetString()!.Replace('\\', '/').Split('/')[^1] : "";
}
