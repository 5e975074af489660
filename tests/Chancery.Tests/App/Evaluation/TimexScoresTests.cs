using Chancery.App.Evaluation;

namespace Chancery.Tests.App.Evaluation;

public class TimexScoresTests
{
    [Fact]
    public void Scores_of_a_system_that_equals_the_gold_are_a_hundred()
    {
        var scores = Of([new(0, 6, "DATE", "2021-08-18")], ["2021-08-18"], [new(0, 6, "DATE", "2021-08-18")]);
        Assert.All(scores, score => Assert.Equal(100, score.Value));
    }

    [Fact]
    public void Overlap_counts_for_relaxed_and_not_for_strict()
    {
        var scores = Of([new(0, 10, "DATE", "2021")], ["2021"], [new(4, 10, "DATE", "2020")]);
        Assert.Equal((0, 100, 100, 0), (scores["strict"], scores["relaxed"], scores["type"], scores["value"]));
    }

    [Fact]
    public void Each_gold_mark_is_paired_once_and_exact_spans_first()
    {
        // One system mark covers two gold marks, another is exact on the second: both gold marks find a pair.
        var scores = Of(
            [new(0, 4, "DATE", "a"), new(5, 9, "DATE", "b")], ["a", "b"],
            [new(0, 9, "DATE", "a"), new(5, 9, "DATE", "b")]);
        Assert.Equal((50, 100, 100), (scores["strict"], scores["relaxed"], scores["value"]));
    }

    [Fact]
    public void Marks_that_only_touch_are_no_pair() =>
        Assert.Equal(0, Of([new(0, 4, "DATE", "a")], ["a"], [new(4, 8, "DATE", "a")])["relaxed"]);

    [Fact]
    public void Precision_and_recall_are_of_system_and_gold()
    {
        var scores = Of([new(0, 4, "DATE", "a")], ["c"], [new(0, 4, "DATE", "c"), new(6, 8, "SET", "P1D")]);
        Assert.Equal((50, 100), (scores["strictPrecision"], scores["strictRecall"]));
        Assert.Equal(200.0 / 3, scores["strict"], 9);
        Assert.Equal((0, 200.0 / 3), (scores["value"], scores["valueCorrected"]));
    }

    [Fact]
    public void Nothing_marked_and_nothing_found_is_nothing() => Assert.Equal(0, Of([], [], [])["strict"]);

    private static OrderedDictionary<string, double> Of(MarkedTimex[] gold, string[] corrected, MarkedTimex[] system)
    {
        var scores = new TimexScores();
        scores.Add(gold, corrected, system);
        return scores.ToDictionary();
    }
}
