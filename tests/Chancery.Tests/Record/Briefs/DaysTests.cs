using Chancery.Record.Briefs;

namespace Chancery.Tests.Record.Briefs;

public sealed class DaysTests
{
    [Theory]
    [InlineData("2021-08-16", "2021-08-16", "16 August 2021")]
    [InlineData("2021-08-02", "2021-08-08", "2 to 8 August 2021")]
    [InlineData("2021-07-28", "2021-08-03", "28 July to 3 August 2021")]
    [InlineData("2020-12-28", "2021-01-03", "28 December 2020 to 3 January 2021")]
    [InlineData("2021-06-01", "2021-06-30", "June 2021")]
    [InlineData("2016-01-01", "2016-12-31", "2016")]
    [InlineData("1990-01-01", "1999-12-31", "1990 to 1999")]
    public void Interval_is_told_as_shortly_as_it_can_be(string from, string to, string expected) =>
        Assert.Equal(expected, Days.Text(Sample.Day(from), Sample.Day(to)));

    [Fact]
    public void Open_ends_are_said()
    {
        Assert.Equal("until 2 August 2021", Days.Text(null, Sample.Day("2021-08-02")));
        Assert.Equal("since 2 August 2021", Days.Text(Sample.Day("2021-08-02"), null));
        Assert.Equal("undated", Days.Text(null, null));
    }
}
