using Chancery.App.Evaluation;

namespace Chancery.Tests.App.Evaluation;

public class RougeTests
{
    [Fact]
    public void Equal_lines_score_one_and_foreign_ones_nothing()
    {
        Assert.Equal(1, Rouge.LSum(["The bridge is closed.", "It stays so."], ["the bridge is closed", "it stays so"]));
        Assert.Equal(0, Rouge.LSum(["The bridge is closed."], ["nobody knows"]));
        Assert.Equal(0, Rouge.LSum(["The bridge is closed."], []));
    }

    [Fact]
    public void Union_of_subsequences_counts_each_word_once()
    {
        // Lin's example: w1 w2 w3 w4 w5 against w1 w2 w6 w7 w8 and w1 w3 w8 w9 w5 gives w1 w2 w3 w5.
        var score = Rouge.LSum(["w1 w2 w3 w4 w5"], ["w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"]);
        Assert.Equal(2 * (4 / 5.0) * (4 / 10.0) / (4 / 5.0 + 4 / 10.0), score, 6);
    }

    [Fact]
    public void Optional_line_may_be_there_or_not()
    {
        var optional = new HashSet<int> { 0 };
        Assert.Equal(1, Rouge.LSum(["A standfirst of words.", "The bridge is closed."], optional, ["the bridge is closed"]));
        Assert.Equal(1, Rouge.LSum(["A standfirst of words.", "The bridge is closed."], optional, ["a standfirst of words", "the bridge is closed"]));
    }
}
