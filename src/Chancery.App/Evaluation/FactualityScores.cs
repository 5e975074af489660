using Chancery.Text.Factuality;

namespace Chancery.App.Evaluation;

/// <summary>
/// Scores values of predicates as the field does (<c>factuality/score_factuality.py</c>; Stanovsky and others 2017): Pearson's r and the mean absolute error, as they are and not as
/// percentages; and F1 of three classes: occurred (1 or more), denied (-1 or less), open (between).
/// </summary>
internal sealed class FactualityScores
{
    private static readonly string[] Classes = ["occurred", "open", "denied"];

    private readonly List<(double Gold, double Found)[]> _sentences = [];

    /// <summary>Adds a sentence with what people gave and what was found.</summary>
    public void Add(IReadOnlyList<ValuedPredicate> gold, double[] found) => _sentences.Add([.. gold.Zip(found, (predicate, value) => (predicate.Value, value))]);

    /// <summary>The scores; r with the ends of its interval (bootstrap over sentences).</summary>
    public OrderedDictionary<string, double> ToDictionary()
    {
        var all = _sentences.SelectMany(pairs => pairs).ToList();
        var scores = new OrderedDictionary<string, double> { ["targets"] = all.Count, ["r"] = Correlation(all) };
        (scores["rLow"], scores["rHigh"]) = Bootstrap.Interval(_sentences.Count, draw => Correlation([.. draw.SelectMany(i => _sentences[i])]));
        scores["mae"] = all.Count == 0 ? 0 : all.Average(pair => Math.Abs(pair.Gold - pair.Found));
        foreach (var name in Classes) scores[name] = F1(all, name);
        scores["macro"] = Classes.Average(name => scores[name]);
        return scores;
    }

    /// <summary>Pearson's correlation; 0 where one side is always the same.</summary>
    internal static double Correlation(IReadOnlyList<(double Gold, double Found)> pairs)
    {
        if (pairs.Count == 0) return 0;
        var (gold, found) = (pairs.Average(pair => pair.Gold), pairs.Average(pair => pair.Found));
        var together = pairs.Sum(pair => (pair.Gold - gold) * (pair.Found - found));
        var apart = Math.Sqrt(pairs.Sum(pair => (pair.Gold - gold) * (pair.Gold - gold)) * pairs.Sum(pair => (pair.Found - found) * (pair.Found - found)));
        return apart > 0 ? together / apart : 0;
    }

    private static double F1(List<(double Gold, double Found)> pairs, string name)
    {
        var right = pairs.Count(pair => ClassOf(pair.Gold) == name && ClassOf(pair.Found) == name);
        var all = pairs.Count(pair => ClassOf(pair.Gold) == name) + pairs.Count(pair => ClassOf(pair.Found) == name);
        return all == 0 ? 0 : 200.0 * right / all;
    }

    private static string ClassOf(double value) => value >= 1 ? Classes[0] : value <= -1 ? Classes[2] : Classes[1];
}
