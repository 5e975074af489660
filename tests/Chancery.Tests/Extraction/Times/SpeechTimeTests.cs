using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using NodaTime;

namespace Chancery.Tests.Extraction.Times;

public class SpeechTimeTests
{
    private static readonly When Sunday = When.Day(new LocalDate(2021, 8, 15), "on Sunday");

    [Theory]
    [InlineData("the ferry will sail tomorrow", "tomorrow", "2021-08-16", "2021-08-16")]
    [InlineData("the mill was shelled yesterday", "yesterday", "2021-08-14", "2021-08-14")]
    [InlineData("they meet this week", "this week", "2021-08-09", "2021-08-15")]
    [InlineData("the mill was shelled on Monday", "Monday", "2021-08-09", "2021-08-09")]
    [InlineData("the mill has been shut since Friday", "since Friday", "2021-08-13", null)]
    [InlineData("the mill burnt down on 3 May 2020", "3 May 2020", "2020-05-03", "2020-05-03")]
    public void Times_inside_words_of_another_day_are_told_from_that_day(string words, string time, string? from, string? to)
    {
        var text = $"The mayor said on Sunday that {words}, and yesterday the road was closed.";
        var intervals = Reports.IntervalsIn(text, Reports.Day, Said(text, words, Sunday));
        Assert.Equal([("Sunday", "2021-08-15", "2021-08-15"), (time, from, to), ("yesterday", "2021-08-17", "2021-08-17")],
            intervals.Select(interval => (interval.When.Text, Iso(interval.When.From), Iso(interval.When.To))));
    }

    [Fact]
    public void Times_inside_words_of_no_day_are_told_from_the_reports()
    {
        const string text = "The mayor said that the mill was shelled yesterday.";
        var interval = Assert.Single(Reports.IntervalsIn(text, Reports.Day, Said(text, "the mill was shelled yesterday", null)));
        Assert.Equal(When.Day(new LocalDate(2021, 8, 17), "yesterday") with { By = "day-reference" }, interval.When);
    }

    [Fact]
    public void Times_inside_words_of_a_week_have_the_days_that_hold_for_each_day_of_it()
    {
        const string text = "The mayor said last week that the mill was shelled yesterday.";
        var week = new When(new LocalDate(2021, 8, 9), new LocalDate(2021, 8, 15), "last week");
        var intervals = Reports.IntervalsIn(text, Reports.Day, Said(text, "the mill was shelled yesterday", week));
        Assert.Equal(("2021-08-08", "2021-08-14"), (Iso(intervals[1].When.From), Iso(intervals[1].When.To)));
    }

    [Fact]
    public void Of_nested_words_the_innermost_day_counts()
    {
        const string text = "The mayor said on Sunday that the priest had told him on Friday that the mill was shelled yesterday.";
        var friday = When.Day(new LocalDate(2021, 8, 13), "on Friday");
        var intervals = Reports.IntervalsIn(text, Reports.Day,
            Said(text, "the priest had told him on Friday that the mill was shelled yesterday", Sunday), Said(text, "the mill was shelled yesterday", friday));
        Assert.Equal("2021-08-12", Iso(intervals[^1].When.From));
    }

    [Fact]
    public void Layer_of_time_expressions_stays_as_it_is()
    {
        const string text = "The mayor said on Sunday that the mill was shelled yesterday.";
        var times = Reports.TimesIn(text, Reports.Day);
        Assert.Equal("2021-08-14", SpeechTime.Retold(times[1], Sunday).Value);
        Assert.Equal("2021-08-17", times[1].Value);
        Assert.Equal(times[1], SpeechTime.Retold(times[1], null));
    }

    private static Statement Said(string text, string words, When? when) => new()
    {
        Content = words,
        Directness = "indirect",
        When = when,
        Evidence = [Evidence.Of(new SourceText(text), new Span(0, text.IndexOf(words, StringComparison.Ordinal) + words.Length))],
    };

    private static string? Iso(LocalDate? day) => day?.ToString("uuuu-MM-dd", null);
}
