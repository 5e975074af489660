using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text.Factuality;

namespace Chancery.Tests.App.Evaluation;

public class FactualityTaskTests
{
    private const string Line = """{"sent_id":"a","tokens":["He","``","left","''","and","did","not","return","."],"targets":[{"start":2,"end":3,"value":3.0},{"start":7,"end":8,"value":-3.0}]}""";

    [Fact]
    public void Predictions_name_the_sentence_and_the_targets_and_are_scored()
    {
        using var output = new StringWriter();
        var result = FactualityTask.Over(Resources.Default, Resources.Default.FactualityModel()).Run(new StringReader(Line), output);
        Assert.StartsWith("""{"sent_id":"a","targets":[{"start":2,"value":""", output.ToString());
        Assert.Equal(("factuality", 1, 2.0), (result.Task, result.Items, result.Scores["targets"]));
        Assert.Equal(1, result.Scores["r"], 6);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"sent_id":"a","tokens":["He"],"targets":[{"start":1,"value":3}]}""")]
    public void What_is_no_such_corpus_is_refused(string line) => Assert.Throws<FormatException>(() => FactualityCorpus.Read(new StringReader(line)).ToList());

    [Fact]
    public void Correlation_and_classes_are_those_of_the_field()
    {
        var scores = new FactualityScores();
        scores.Add([new ValuedPredicate(0, 3), new ValuedPredicate(1, 0), new ValuedPredicate(2, -3)], [2, 1, -3]);
        var all = scores.ToDictionary();
        Assert.Equal(0.9287, FactualityScores.Correlation([(3, 3), (0, 1), (-3, -2), (1, 0)]), 4);
        Assert.Equal(2 / 3.0, all["mae"], 6);
        Assert.Equal(200 / 3.0, all["occurred"], 6);
        Assert.Equal((0.0, 100.0), (all["open"], all["denied"]));
        Assert.Equal(0, FactualityScores.Correlation([(1, 1), (1, 2)]));
    }
}
