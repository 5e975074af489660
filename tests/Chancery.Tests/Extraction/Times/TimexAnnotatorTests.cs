using Chancery.Extraction.Times;
using Chancery.Record;
using NodaTime;

namespace Chancery.Tests.Extraction.Times;

public class TimexAnnotatorTests
{
    private static readonly string[] Words =
    [
        "the", "last", "next", "this", "two", "twenty", "-", "four", "hundred", "thousand", "and", "a", "half", "years", "months", "day",
        "weeks", "ago", "later", "earlier", "early", "late", "mid", "March", "May", "august", "Monday", "Sunday", "31", "1998", "2021", "30",
        "0735", "GMT", "9/11", "10:35", "p.m.", "noon", "night", "of", "in", "to", "BC", "1980s", "'", "98", "century", "third", "quarter",
        "summer", "fall", "every", "daily", "now", "today", "yesterday", "Easter", "week", "year", "decade", ",", ".", "will", "said", "until",
        "over", "about", "more", "than", "several", "few", "99999999", "2021-02-31", "31.12.1999", "25/25/2525", "29", "February", "(", ")",
    ];

    [Fact]
    public void Layer_whatever_the_words_and_the_day_is_sorted_inside_and_the_same_twice()
    {
        var random = new Random(20210818);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => Words[random.Next(Words.Length)]));
            var day = AnyDay(random);
            var times = Reports.TimesIn(text, day);
            for (var i = 0; i < times.Count; i++)
            {
                Assert.InRange(times[i].Span.End, times[i].Span.Start + 1, text.Length);
                Assert.True(i == 0 || times[i - 1].Span.End <= times[i].Span.Start, $"{text}: {times[i]}");
                Assert.True(times[i].When is not { From: { } from, To: { } to } || from <= to, $"{text} at {day}: {times[i]}");
            }

            Assert.Equal(times, Reports.TimesIn(text, day));
        }
    }

    [Fact]
    public void Reading_a_text_after_others_gives_the_same_as_reading_it_alone()
    {
        const string text = "In March the road was closed. The same month he left.";
        var alone = Reports.TimesIn(text, Reports.Day);
        Reports.TimesIn("It ended in May 1945. In June they met.", new LocalDate(1950, 1, 1));
        Assert.Equal(alone, Reports.TimesIn(text, Reports.Day));
    }

    [Fact]
    public void Order_of_reports_changes_nothing()
    {
        var random = new Random(41);
        (string Text, LocalDate? Day)[] reports =
        [
            .. Enumerable.Range(0, 40).Select(_ => (string.Join(' ', Enumerable.Range(0, random.Next(1, 80)).Select(_ => Words[random.Next(Words.Length)])), AnyDay(random))),
        ];
        var read = reports.ToDictionary(report => report, report => Reports.TimesIn(report.Text, report.Day));
        for (var round = 0; round < 5; round++)
        {
            random.Shuffle(reports);
            foreach (var report in reports) Assert.Equal(read[report], Reports.TimesIn(report.Text, report.Day));
        }
    }

    [Fact]
    public void Time_of_a_text_twenty_times_as_long_finds_twenty_times_as_many()
    {
        const string text = "They met on May 4 and 5, two weeks ago, and in early 1998. ";
        var one = Reports.TimesIn(text, Reports.Day).Count;
        Assert.Equal(20 * one, Reports.TimesIn(string.Concat(Enumerable.Repeat(text, 20)), Reports.Day).Count);
    }

    [Fact]
    public void Relative_expressions_without_a_day_have_open_values_and_no_days()
    {
        foreach (var timex in Reports.TimesIn("He left yesterday; last week, in May, two years ago and on Friday nobody knew.", (LocalDate?)null))
        {
            Assert.Null(timex.When);
            Assert.Contains('X', timex.Value);
        }
    }

    [Fact]
    public void Relative_expressions_in_a_report_of_some_day_of_a_week_have_the_days_that_hold_for_each_of_it()
    {
        var published = new Publication(new LocalDate(2021, 8, 16), new LocalDate(2021, 8, 22), "inferred", null);
        var times = Reports.TimesIn("He left on Friday, as he had on 3 May 2020.", published);
        Assert.Equal(["XXXX-WXX-5", "2020-05-03"], times.Select(timex => timex.Value));
        Assert.Equal(new When(new LocalDate(2021, 8, 13), new LocalDate(2021, 8, 20), "Friday", "weekday"), times[0].When);
        Assert.Equal(new When(new LocalDate(2020, 5, 3), new LocalDate(2020, 5, 3), "3 May 2020", "day-month-year"), times[1].When);
    }

    [Fact]
    public void When_keeps_the_words_it_was_read_from()
    {
        var timex = Assert.Single(Reports.TimesIn("He resigned last week.", Reports.Day));
        Assert.Equal(new When(new LocalDate(2021, 8, 9), new LocalDate(2021, 8, 15), "last week", "shifted-unit"), timex.When);
    }

    private static LocalDate? AnyDay(Random random) => random.Next(6) switch
    {
        0 => null,
        1 => new LocalDate(9999, 12, 31),
        2 => new LocalDate(-9998, 1, 1),
        3 => new LocalDate(2024, 2, 29),
        _ => new LocalDate(1, 1, 1).PlusDays(random.Next(-1_000_000, 3_000_000)),
    };
}
