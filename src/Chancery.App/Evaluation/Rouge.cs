using System.Globalization;
using System.Runtime.InteropServices;

namespace Chancery.App.Evaluation;

/// <summary>
/// ROUGE-LSum (Lin 2004), the measure of fundus' evaluation: for each line of the gold the union of its longest common
/// subsequences with every line of the answer, no word counted more often than either text has it.
/// </summary>
internal static class Rouge
{
    /// <summary>The F1 of both, 0–1.</summary>
    /// <param name="gold">The gold's lines.</param>
    /// <param name="answer">The answer's lines.</param>
    public static double LSum(IReadOnlyList<string> gold, IReadOnlyList<string> answer)
    {
        var (expected, found) = (gold.Select(Words).ToList(), answer.Select(Words).ToList());
        var (left, right) = (Count(expected), Count(found));
        var (all, given) = (left.Values.Sum(), right.Values.Sum());
        if (all == 0 || given == 0) return all == given ? 1 : 0;
        var hits = expected.Sum(line => Hits(line, found, left, right));
        return 2.0 * hits / (all + given);
    }

    /// <summary>
    /// The best F1 over the optional lines of a gold (fundus leaves it open whether a standfirst is body): an optional line counts
    /// if the answer has most of its words, or none do, or all do.
    /// </summary>
    public static double LSum(IReadOnlyList<string> gold, IReadOnlySet<int> optional, IReadOnlyList<string> answer)
    {
        var known = Count(answer.Select(Words));
        var found = gold.Where((line, i) => !optional.Contains(i) || Words(line) is var words && words.Count(known.ContainsKey) * 2 > words.Count && Held(line, answer)).ToList();
        var golds = new[] { found, [.. gold], gold.Where((_, i) => !optional.Contains(i)).ToList() };
        return golds.Max(one => LSum(one, answer));
    }

    private static bool Held(string line, IReadOnlyList<string> answer)
    {
        var words = Words(line);
        return answer.Any(other => Common(words, Words(other)).Count(taken => taken) * 2 > words.Count);
    }

    private static int Hits(List<string> line, List<List<string>> answer, Dictionary<string, int> left, Dictionary<string, int> right)
    {
        var union = new bool[line.Count];
        foreach (var other in answer)
        {
            var common = Common(line, other);
            for (var i = 0; i < union.Length; i++) union[i] |= common[i];
        }

        return line.Where((word, i) => union[i] && Take(word, left, right)).Count();
    }

    private static bool Take(string word, Dictionary<string, int> left, Dictionary<string, int> right)
    {
        if (left.GetValueOrDefault(word) == 0 || right.GetValueOrDefault(word) == 0) return false;
        left[word]--;
        right[word]--;
        return true;
    }

    /// <summary>Which words of the first belong to a longest common subsequence.</summary>
    private static bool[] Common(List<string> one, List<string> other)
    {
        var lengths = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
            for (var j = other.Count - 1; j >= 0; j--)
                lengths[i, j] = one[i] == other[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        var common = new bool[one.Count];
        for (var (i, j) = (0, 0); i < one.Count && j < other.Count;)
        {
            if (one[i] == other[j]) (common[i++], _) = (true, j++);
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }

        return common;
    }

    private static List<string> Words(string line) => WordBag.Words(line.ToLower(CultureInfo.InvariantCulture));

    private static Dictionary<string, int> Count(IEnumerable<List<string>> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in lines.SelectMany(line => line)) CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        return counts;
    }
}
