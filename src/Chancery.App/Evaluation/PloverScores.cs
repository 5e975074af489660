using Chancery.Extraction.Events.Types;

namespace Chancery.App.Evaluation;

/// <summary>
/// What <c>evaluate plover</c> prints: the mean of the F1 of the roots that stand in the gold or in the predictions, with its interval, the same of quads, the share of right
/// roots, and the F1 of each root. As <c>events/score_plover.py</c>.
/// </summary>
internal static class PloverScores
{
    public static OrderedDictionary<string, double> Of(IReadOnlyList<string> gold, IReadOnlyList<string> found)
    {
        var scores = new OrderedDictionary<string, double>();
        Add(scores, "root", gold, found);
        Add(scores, "quad", [.. gold.Select(Quad)], [.. found.Select(Quad)]);
        scores["rootAccuracy"] = 100.0 * Enumerable.Range(0, gold.Count).Count(i => gold[i] == found[i]) / Math.Max(1, gold.Count);
        foreach (var root in EventTypes.Roots.Where(gold.Contains)) scores[root] = 100 * F1(gold, found, root, Enumerable.Range(0, gold.Count));
        return scores;
    }

    private static string Quad(string root) => EventTypes.Roots.Contains(root) ? $"{EventTypes.QuadOf(root)}" : root;

    private static void Add(OrderedDictionary<string, double> scores, string name, List<string> gold, List<string> found)
    {
        scores[name] = 100 * Macro(gold, found, [.. Enumerable.Range(0, gold.Count)]);
        var (low, high) = gold.Count == 0 ? (0, 0) : Bootstrap.Interval(gold.Count, draw => 100 * Macro(gold, found, draw));
        (scores[$"{name}Low"], scores[$"{name}High"]) = (low, high);
    }

    private static void Add(OrderedDictionary<string, double> scores, string name, IReadOnlyList<string> gold, IReadOnlyList<string> found) => Add(scores, name, [.. gold], [.. found]);

    private static double Macro(List<string> gold, List<string> found, int[] draw)
    {
        var counts = new Dictionary<string, (int Right, int All)>();
        foreach (var i in draw)
        {
            Count(counts, gold[i], gold[i] == found[i]);
            Count(counts, found[i], isRight: false);
        }

        return counts.Count == 0 ? 0 : counts.Values.Average(count => 2.0 * count.Right / count.All);
    }

    private static void Count(Dictionary<string, (int Right, int All)> counts, string root, bool isRight)
    {
        var (right, all) = counts.GetValueOrDefault(root);
        counts[root] = (isRight ? right + 1 : right, all + 1);
    }

    private static double F1(IReadOnlyList<string> gold, IReadOnlyList<string> found, string root, IEnumerable<int> items)
    {
        var (right, all) = (0, 0);
        foreach (var i in items)
        {
            if (gold[i] == root && found[i] == root) right++;
            all += (gold[i] == root ? 1 : 0) + (found[i] == root ? 1 : 0);
        }

        return all == 0 ? 0 : 2.0 * right / all;
    }
}
