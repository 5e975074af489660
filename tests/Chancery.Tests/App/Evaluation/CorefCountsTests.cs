using Chancery.App.Evaluation;

namespace Chancery.Tests.App.Evaluation;

public class CorefCountsTests
{
    [Fact]
    public void Same_chains_score_a_hundred()
    {
        var counts = CorefCounts.Of(Chains(1, 1, 2, 3, 3), Chains(7, 7, 8, 9, 9));
        Assert.Equal(100, counts.Conll, 9);
        Assert.Equal(100, counts.Mentions.F1, 9);
    }

    /// <summary>The example of Vilain and others: {1 2 3 4 5} {6 7} {8 9 A B C} against {1 2 3 4 5} {6 7 8 9 A B C}.</summary>
    [Fact]
    public void Textbook_example_has_its_known_scores()
    {
        var counts = CorefCounts.Of(Chains(1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3), Chains(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2));
        Assert.Equal((90, 100), (counts.Muc.Precision, counts.Muc.Recall));
        Assert.Equal(76.19, counts.B3.Precision, 2);
        Assert.Equal(100, counts.B3.Recall, 9);
        // Pairs {1-5}:1 and {8-C}:10/12, of two and of three chains.
        Assert.Equal(91.67, counts.Ceaf.Precision, 2);
        Assert.Equal(61.11, counts.Ceaf.Recall, 2);
    }

    [Fact]
    public void Mention_that_is_not_there_costs_precision_and_missed_one_recall()
    {
        var counts = CorefCounts.Of(
            new Dictionary<int, int> { [1] = 1, [2] = 1, [3] = 2 },
            new Dictionary<int, int> { [1] = 1, [2] = 1, [4] = 1 });
        Assert.Equal(66.67, counts.Mentions.Precision, 2);
        Assert.Equal((50, 100), (counts.Muc.Precision, counts.Muc.Recall));
        Assert.Equal(44.44, counts.B3.Precision, 2);
        Assert.Equal(66.67, counts.B3.Recall, 2);
        Assert.Equal(80, counts.Ceaf.Precision, 9);
        Assert.Equal(40, counts.Ceaf.Recall, 9);
    }

    [Fact]
    public void Alignment_takes_the_best_sum_and_not_the_best_pair() => Assert.Equal(1.4, ChainAlignment.Best(new Dictionary<(int Gold, int System), double>
    {
        [(1, 1)] = 0.8,
        [(1, 2)] = 0.7,
        [(2, 1)] = 0.7,
    }), 9);

    [Fact]
    public void Nothing_against_nothing_scores_nothing_and_does_not_throw() => Assert.Equal(0, CorefCounts.Of(Chains(), Chains()).Conll);

    private static Dictionary<int, int> Chains(params int[] chains) => chains.Select((chain, mention) => (chain, mention)).ToDictionary(pair => pair.mention, pair => pair.chain);
}
