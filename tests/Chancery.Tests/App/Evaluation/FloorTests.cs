using Chancery.App.Evaluation;

namespace Chancery.Tests.App.Evaluation;

public sealed class FloorTests
{
    private static readonly Floor Floor = Evaluation(
        """[{"task":"timex","in":"a","sha256":"b","floors":{"strict":70,"perSecond":10},"ceilings":{"notVerbatim":0}}]""");

    private static Floor Evaluation(string json) => Assert.Single(Chancery.App.Evaluation.Floor.ReadAll(json));

    private static string[] Broken(double strict, double seconds, double notVerbatim) =>
        [.. Floor.Broken(new EvaluationResult("timex", 100, seconds, new() { ["strict"] = strict, ["notVerbatim"] = notVerbatim }))];

    [Fact]
    public void Floor_that_is_reached_exactly_is_held() => Assert.Empty(Broken(70, 10, 0));

    [Theory]
    [InlineData(69.99, 1, 0, "strict")]
    [InlineData(80, 100, 0, "perSecond")]
    [InlineData(80, 1, 1, "notVerbatim")]
    public void Floor_or_ceiling_that_is_not_held_is_named(double strict, double seconds, double notVerbatim, string name) =>
        Assert.StartsWith(name, Assert.Single(Broken(strict, seconds, notVerbatim)), StringComparison.Ordinal);

    [Fact]
    public void What_a_treebank_gives_is_read()
    {
        var floors = Chancery.App.Evaluation.Floor.ReadAll("""[{"task":"parse","in":"a","sha256":"b","goldTags":true},{"task":"parse","in":"a","sha256":"b","raw":true}]""");
        Assert.Equal([(false, true), (true, false)], floors.Select(floor => (floor.IsRaw, floor.HasGoldTags)));
    }

    [Fact]
    public void Score_that_is_missing_is_not_held() =>
        Assert.Equal(3, Floor.Broken(new EvaluationResult("timex", 0, 0, [])).Count());

    [Fact]
    public void List_that_cannot_be_read_is_an_input_fault() => Assert.Throws<FormatException>(() => Chancery.App.Evaluation.Floor.ReadAll("""[{"task":"x"}]"""));
}
