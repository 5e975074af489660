using Chancery.Extraction.Intake.Lines;

namespace Chancery.Tests.Extraction.Intake.Lines;

public class DayReaderTests
{
    [Theory]
    [InlineData("2021-08-16", "2021-08-16")]
    [InlineData("2021-08-16T23:30:00+04:30", "2021-08-16")]
    [InlineData("15th Aug 2021", "2021-08-15")]
    [InlineData("Jul 28, 2021, 04:31 PM IST", "2021-07-28")]
    [InlineData("Sunday, 15 August, 2021", "2021-08-15")]
    [InlineData("the 2nd of March 2020", "2020-03-02")]
    [InlineData("28-Jul-2021", "2021-07-28")]
    [InlineData("Aug. 31, 2021", "2021-08-31")]
    [InlineData("16.08.2021", "2021-08-16")]
    [InlineData("08/16/2021", "2021-08-16")]
    [InlineData("16/08/2021", "2021-08-16")]
    [InlineData("Wed, 04 Mar 2020 23:30:00 +0430", "2020-03-04")]
    public void Written_day_is_read(string line, string day)
    {
        var mention = Assert.Single(DayReader.Find(line));
        Assert.Equal(day, mention.ToDays()?.From.ToString("uuuu-MM-dd", null));
        Assert.False(mention.IsAmbiguous);
    }

    [Theory]
    [InlineData("may 5 2021 people")]
    [InlineData("Section 2021-8 of the law")]
    [InlineData("March on the capital")]
    [InlineData("192.168.2021.1 and 1.2.3.4")]
    [InlineData("99999999999999999999")]
    [InlineData("2021-13-45")]
    [InlineData("At 5 pm, Mar 14:30")]
    public void What_is_no_day_is_none(string line) => Assert.Empty(DayReader.Find(line));

    [Fact]
    public void Day_and_month_that_may_be_exchanged_are_an_interval()
    {
        var days = Assert.Single(DayReader.Find("05/06/2023")).ToDays();
        Assert.Equal((new(2023, 5, 6), new(2023, 6, 5)), days);
    }

    [Fact]
    public void Day_that_no_month_has_is_none() => Assert.Null(Assert.Single(DayReader.Find("31 Jun 2021")).ToDays());

    [Fact]
    public void Day_without_a_year_needs_one()
    {
        var mention = Assert.Single(DayReader.Find("KABUL, Aug 17"));
        Assert.Null(mention.ToDays());
        Assert.Equal(new(2021, 8, 17), mention.ToDays(2021)?.From);
    }
}
