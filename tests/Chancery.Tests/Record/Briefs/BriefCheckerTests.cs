using Chancery.Record;
using Chancery.Record.Briefs;

namespace Chancery.Tests.Record.Briefs;

public sealed class BriefCheckerTests
{
    private static string[] Codes(params BriefPart[] parts) => Codes(Crisis.First.Counts("around 100 people in the embassy", "people", 100).Evidence[0], parts);

    private static string[] Codes(Evidence evidence, params BriefPart[] parts)
    {
        var citation = new Citation(1, evidence, "t", "a.txt", null, null, null, "", "");
        var line = new BriefLine(1, [.. parts], [1], ["fi-1"]);
        var brief = new Brief("t", [new BriefSection("d", null, null, [new BriefGroup("p", [line])])], [citation], 1);
        return [.. BriefChecker.Check(brief, [Crisis.First]).Select(fault => fault.Code)];
    }

    [Fact]
    public void Composed_brief_has_no_fault() => Assert.Empty(BriefChecker.Check(Crisis.Compose(), Crisis.Reports));

    [Fact]
    public void Citation_of_an_unknown_report_is_a_fault() =>
        Assert.Contains("BR01", BriefChecker.Check(Crisis.Compose(), [Crisis.First, Crisis.Undated]).Select(fault => fault.Code));

    [Fact]
    public void Words_that_do_not_stand_there_are_a_fault() =>
        Assert.Equal(["BR02"], Codes(new Evidence(Crisis.First.Id, 0, 3, "Thx"), new BriefPart(BriefPartKind.Words, "x")));

    [Fact]
    public void Quotation_that_no_report_quotes_is_a_fault()
    {
        Assert.Equal(["BR03"], Codes(new BriefPart(BriefPartKind.Quoted, "We will never leave")));
        Assert.Equal(["BR03"], Codes(new BriefPart(BriefPartKind.Quoted, "the embassy would keep working")));
        Assert.Empty(Codes(new BriefPart(BriefPartKind.Quoted, "We are staying in the capital for now,")));
    }

    [Fact]
    public void Wording_that_is_not_the_reports_is_a_fault()
    {
        Assert.Equal(["BR04"], Codes(new BriefPart(BriefPartKind.Reported, "the embassy will close")));
        Assert.Empty(Codes(new BriefPart(BriefPartKind.Reported, "the embassy … keep working")));
    }

    [Theory]
    [InlineData(BriefPartKind.Number, "120")]
    [InlineData(BriefPartKind.Number, "1 million")]
    [InlineData(BriefPartKind.Number, "between 100 and 200")]
    [InlineData(BriefPartKind.Number, "dozens")]
    [InlineData(BriefPartKind.Words, "in all 120 people")]
    public void Number_that_does_not_stand_in_its_source_is_a_fault(BriefPartKind kind, string number) =>
        Assert.Equal(["BR05"], Codes(new BriefPart(kind, number)));

    [Fact]
    public void Day_read_from_words_that_are_not_there_is_a_fault()
    {
        Assert.Equal(["BR06"], Codes(new BriefPart(BriefPartKind.Day, "17 August 2021", "Tuesday")));
        Assert.Empty(Codes(new BriefPart(BriefPartKind.Day, "16 August 2021", "Monday")));
    }

    [Theory]
    [InlineData("1,250 tents", 1250)]
    [InlineData("$ 3 billion", 3e9)]
    [InlineData("two hundred and fifty men", 250)]
    [InlineData("twenty-five cars", 25)]
    [InlineData("two thirds of it", 0.667)]
    [InlineData("a third", 0.33)]
    [InlineData("30 percent", 0.3)]
    [InlineData("hundreds of thousands", 100000)]
    [InlineData("3.5 million", 3.5e6)]
    [InlineData("fifty-odd", 50)]
    public void Numbers_are_found_in_words_and_digits(string text, double value) =>
        Assert.True(NumberReader.Holds(NumberReader.Read(text), value));

    [Theory]
    [InlineData("1,250 tents", 1)]
    [InlineData("in 2021 and 5 men", 2026)]
    [InlineData("nobody at all", 1)]
    public void Numbers_that_are_not_there_are_not_found(string text, double value) =>
        Assert.False(NumberReader.Holds(NumberReader.Read(text), value));
}
