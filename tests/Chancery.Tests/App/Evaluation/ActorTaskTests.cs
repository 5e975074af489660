using Chancery.App.Evaluation;
using Chancery.Extraction;

namespace Chancery.Tests.App.Evaluation;

public class ActorTaskTests
{
    private const string Gold = """
        {"id":"1","actor":"three Chilean bakers","context":"","date":"today","call":"search_nat","country":"CHL","sector":null,"skipped_upstream":false}
        {"id":"2","actor":"the Peruvian navy","context":null,"date":null,"call":"agent_to_code","country":"PER","sector":["REB","MIL"],"skipped_upstream":false}
        {"id":"3","actor":"fishermen","context":null,"date":null,"call":"agent_to_code","country":null,"sector":"BUS","skipped_upstream":false}
        {"id":"4","actor":"the navy","context":"a town in Peru","date":"4 May 2020","call":"agent_to_code","country":"PER","sector":"MIL","skipped_upstream":true}
        """;

    [Fact]
    public void Codes_are_written_and_scored_by_both_readings_of_the_gold()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var (result, misses) = new ActorTask(Resources.Default).Run(new StringReader(Gold), output);
        Assert.Contains("""{"id":"2","country":"PER","sector":"MIL"}""", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, result.Items);
        Assert.Equal(100, result.Scores["country"]);
        Assert.Equal(75, result.Scores["both"]);
        Assert.Equal(100, result.Scores["countryGiven"]);
        Assert.Equal(66.7, result.Scores["bothGiven"], 1);
        Assert.StartsWith("3 'fishermen'", Assert.Single(misses), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_of_another_task_is_refused_by_its_number()
    {
        var wrong = Assert.Throws<FormatException>(() => new ActorTask(Resources.Default).Run(new StringReader("{\"text\":\"x\"}"), null));
        Assert.Contains("line 1", wrong.Message, StringComparison.Ordinal);
    }
}
