namespace Chancery.App.Evaluation;

/// <summary>
/// Micro F1 over sentences of what was found against what people wrote, as <c>events/score_events.py</c> counts: sets within a sentence, both parties known, the first three letters
/// of each, CONCEDE and RETREAT as one.
/// </summary>
internal sealed class EventsScores(IReadOnlyList<(CodedSentence Sentence, List<DyadRow> Found)> sentences)
{
    private static readonly Dictionary<string, string> Folded = new(StringComparer.Ordinal)
    {
        ["CONCEDE"] = "YIELD",
        ["RETREAT"] = "YIELD",
        ["CONCEDE|RETREAT"] = "YIELD",
        ["DEMAND"] = "REQUEST",
        ["DISAPPROVE"] = "ACCUSE",
        ["INVESTIGATE"] = "ACCUSE",
        ["FIGHT"] = "ASSAULT",
    };

    private readonly Dictionary<string, Counts[]> _counts = new(StringComparer.Ordinal)
    {
        ["countryRoot"] = Count(sentences, WithRoot),
        ["country"] = Count(sentences, Ordered),
        ["countryUnordered"] = Count(sentences, Unordered),
        ["root"] = [.. sentences.Select(pair => Counted([.. pair.Sentence.Gold.Select(RootOf)], [.. pair.Found.Select(RootOf)]))],
    };

    /// <summary>Percentages by name, with the bounds of the 95 % interval.</summary>
    public OrderedDictionary<string, double> ToDictionary()
    {
        var scores = new OrderedDictionary<string, double>();
        foreach (var (name, counts) in _counts)
        {
            var all = counts.Aggregate(default(Counts), (sum, one) => sum + one);
            var (low, high) = Bootstrap.Interval(counts);
            (scores[$"{name}Precision"], scores[$"{name}Recall"], scores[name]) = (Share(all.Correct, all.System), Share(all.Correct, all.Gold), all.F1);
            (scores[$"{name}Low"], scores[$"{name}High"]) = (low, high);
        }

        return scores;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    /// <summary>The sentences whose events differ, each with both.</summary>
    public IEnumerable<string> Misses() =>
        from pair in sentences
        let gold = Keys(pair.Sentence.Gold, WithRoot)
        let found = Keys(pair.Found, WithRoot)
        where !gold.SetEquals(found)
        select $"{pair.Sentence.Id}: wanted {string.Join(", ", gold.Order(StringComparer.Ordinal))}; found {string.Join(", ", pair.Found.Select(WithRoot).Order(StringComparer.Ordinal))}";

    private static Counts[] Count(IReadOnlyList<(CodedSentence Sentence, List<DyadRow> Found)> sentences, Func<DyadRow, string> key) =>
        [.. sentences.Select(pair => Counted(Keys(pair.Sentence.Gold, key), Keys(pair.Found, key)))];

    private static HashSet<string> Keys(IEnumerable<DyadRow> events, Func<DyadRow, string> key) =>
        [.. events.Where(one => Country(one.Source).Length > 0 && Country(one.Target).Length > 0).Select(key)];

    private static Counts Counted(HashSet<string> gold, HashSet<string> found) => new(gold.Count, found.Count, found.Count(gold.Contains));

    private static string WithRoot(DyadRow one) => $"{Ordered(one)} {RootOf(one)}";

    private static string Ordered(DyadRow one) => $"{Country(one.Source)}>{Country(one.Target)}";

    private static string Unordered(DyadRow one) => string.Join('-', new[] { Country(one.Source), Country(one.Target) }.Order(StringComparer.Ordinal));

    private static string RootOf(DyadRow one) => Folded.GetValueOrDefault(one.Plover, one.Plover);

    /// <summary>The country, or the like of one; somebody of a known sector and no known country is <c>---</c>.</summary>
    private static string Country(string code) => code.Length == 0 ? "" : code.StartsWith("---", StringComparison.Ordinal) ? code.Length > 3 ? "---" : "" : code[..Math.Min(3, code.Length)];
}
