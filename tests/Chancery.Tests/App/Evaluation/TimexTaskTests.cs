using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;

namespace Chancery.Tests.App.Evaluation;

public class TimexTaskTests
{
    // The face is one code point and two UTF-16 code units.
    private const string Item =
        """{"doc_id":"a","dct":"2021-08-18","text":"😀 He left yesterday.","timex":[{"start":10,"end":19,"type":"DATE","value":"2021-08-17","value_corrected":"2021-08-17"}]}""";

    [Fact]
    public void Offsets_are_code_points_in_gold_and_predictions()
    {
        using var output = new StringWriter();
        var result = new TimexTask(Resources.Default).Run(new StringReader(Item), output);
        Assert.Equal((1, 100, 100), (result.Items, result.Scores["strict"], result.Scores["value"]));
        using var line = JsonDocument.Parse(output.ToString());
        var timex = line.RootElement.GetProperty("timex")[0];
        Assert.Equal((10, 19), (timex.GetProperty("start").GetInt32(), timex.GetProperty("end").GetInt32()));
    }

    [Fact]
    public void Predictions_do_not_look_at_the_gold()
    {
        using var withGold = new StringWriter();
        using var without = new StringWriter();
        new TimexTask(Resources.Default).Run(new StringReader(Item), withGold);
        new TimexTask(Resources.Default).Run(new StringReader("""{"doc_id":"a","dct":"2021-08-18","text":"😀 He left yesterday."}"""), without);
        Assert.Equal(withGold.ToString(), without.ToString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"doc_id":"a"}""")]
    [InlineData("[]")]
    public void Line_that_is_no_report_is_named(string line)
    {
        var wrong = Assert.Throws<FormatException>(() => new TimexTask(Resources.Default).Run(new StringReader(Item + "\n" + line), null));
        Assert.Contains("line 2", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_is_one_line_of_json_with_the_scores_in_order()
    {
        var result = new EvaluationResult("timex", 4, 0.5, new() { ["strict"] = 87.5, ["value"] = 80 });
        Assert.Equal("""{"task":"timex","items":4,"seconds":0.5,"perSecond":8,"scores":{"strict":87.5,"value":80}}""", result.ToJson());
    }

    [Fact]
    public void Code_points_and_units_lead_into_each_other()
    {
        const string text = "a😀b\uD83D";
        var points = new CodePoints(text);
        Assert.Equal([0, 1, 3, 4, 5], Enumerable.Range(0, 5).Select(points.ToUnit));
        Assert.Equal([0, 1, 1, 2, 3, 4], Enumerable.Range(0, 6).Select(points.ToPoint));
        Assert.Equal(5, points.ToUnit(99));
    }
}
