using Chancery.App.Evaluation;

namespace Chancery.Tests.App.Evaluation;

public class PloverScoresTests
{
    [Fact]
    public void Means_are_over_roots_of_gold_and_predictions()
    {
        var scores = PloverScores.Of(["AID", "AID", "ACCUSE", "ASSAULT"], ["AID", "YIELD", "ACCUSE", "ASSAULT"]);
        // AID 2/3, YIELD 0, ACCUSE 1, ASSAULT 1; as quads all are right.
        Assert.Equal(100 * (2.0 / 3 + 0 + 1 + 1) / 4, scores["root"], 6);
        Assert.Equal(100, scores["quad"], 6);
        Assert.Equal(75, scores["rootAccuracy"], 6);
        Assert.True(scores["rootLow"] <= scores["root"] && scores["root"] <= scores["rootHigh"]);
    }

    [Fact]
    public void Items_are_read_with_offsets_in_code_points()
    {
        const string Head = "id\tsentence\tsrc_start\tsrc_end\ttgt_start\ttgt_end\troot\n";
        var item = Assert.Single(PloverCorpus.Read(new StringReader($"{Head}a-1\t😀 Malta met Fiji.\t2\t7\t12\t16\tCONSULT\n")));
        Assert.Equal("Malta", item.Sentence[item.Source.Start..item.Source.End]);
        Assert.Equal("Fiji", item.Sentence[item.Target.Start..item.Target.End]);
        Assert.Throws<FormatException>(() => PloverCorpus.Read(new StringReader("id\ttext\n")));
        Assert.Throws<FormatException>(() => PloverCorpus.Read(new StringReader(Head + "a-1\tMalta.\tx\t5\t\t\tAID\n")));
    }
}
