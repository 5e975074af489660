using Chancery.App.Evaluation;

namespace Chancery.Tests.App.Evaluation;

public sealed class RecordScoresTests
{
    private static readonly Dictionary<string, string> Countries = new(StringComparer.Ordinal) { ["NOR"] = "Norway Norwegian" };

    private const string Lines = """
        {"kind":"report","id":"rp-1","source":"dir/007_a.txt","text":"Marek said no to 100 men.","published":{"from":"2021-08-16","to":"2021-08-16","basis":"dateline"},"bylines":["Jo"]}
        {"kind":"statement","id":"st-1","report":"rp-1","evidence":[{"report":"rp-1","start":0,"end":13,"quote":"Marek said no"}],"speaker":{"name":"Ilan Marek","country":"NOR"},"content":"no","when":{"from":"2021-08-02","to":"2021-08-08"}}
        {"kind":"figure","id":"fi-1","report":"rp-1","evidence":[{"report":"rp-1","start":17,"end":20,"quote":"999"}],"what":"men","value":100}
        {"kind":"figure","id":"fi-2","report":"rp-1","evidence":[],"what":"share","low":1000,"high":9999}
        """;

    private static RecordScores Score(string fact) => RecordTask.Score($"[{fact}]", Lines, Countries);

    [Theory]
    [InlineData("""{"id":"1","report":"007","kind":"statement","speaker":"marek"}""")]
    [InlineData("""{"id":"1","report":"*","kind":"statement","speaker":["nobody","Norwegian"]}""")]
    [InlineData("""{"id":"1","report":"007","kind":"statement","date":"2021-08"}""")]
    [InlineData("""{"id":"1","report":"007","kind":"statement","date":"2021-08-01/2021-08-09"}""")]
    [InlineData("""{"id":"1","report":"007","kind":"figure","value":100.5,"what":["women","men"]}""")]
    [InlineData("""{"id":"1","report":"007","kind":"figure","value":5000}""")]
    [InlineData("""{"id":"1","report":"007","kind":"report","published":"2021-08-16","byline":"Jo","textNot":"Credit"}""")]
    public void Fact_that_a_record_meets_is_found(string fact) => Assert.Empty(Score(fact).Misses);

    [Theory]
    [InlineData("""{"id":"1","report":"008","kind":"statement","speaker":"Marek"}""")]
    [InlineData("""{"id":"1","report":"007","kind":"statement","speaker":"Lind"}""")]
    [InlineData("""{"id":"1","report":"007","kind":"statement","date":"2021-08-02"}""")]
    [InlineData("""{"id":"1","report":"007","kind":"figure","value":102}""")]
    [InlineData("""{"id":"1","report":"007","kind":"event","type":"AID"}""")]
    [InlineData("""{"id":"1","report":"007","kind":"report","publishedNot":"2021"}""")]
    [InlineData("""{"id":"1","report":"007","kind":"report","textNot":"Marek"}""")]
    public void Fact_that_no_record_meets_is_missed(string fact) => Assert.Equal([fact], Score(fact).Misses);

    [Fact]
    public void Evidence_is_checked_word_for_word()
    {
        var scores = Score("""{"id":"1","report":"*","kind":"report"}""");
        Assert.Equal((1, 1), (scores.NotVerbatim, scores.WithoutEvidence));
        Assert.Equal(2, scores.ToDictionary()["figurePerReport"]);
    }

    [Fact]
    public void Facts_that_are_no_list_are_an_input_fault() =>
        Assert.Throws<FormatException>(() => RecordTask.Score("{}", Lines, Countries));
}
