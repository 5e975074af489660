using Chancery.Extraction;
using Chancery.Extraction.Times;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Tests.Extraction.Times;

public class TimexResolverTests
{
    private static readonly LocalDate Wednesday = new(2021, 8, 18);

    [Theory]
    [InlineData(5, "Past", "2021-08-13")]
    [InlineData(5, "Future", "2021-08-20")]
    [InlineData(3, "Past", "2021-08-18")]
    [InlineData(3, "Future", "2021-08-18")]
    [InlineData(7, "Unknown", "2021-08-15")]
    public void Weekday_is_the_nearest_in_the_direction_and_the_same_day_if_it_is_the_anchors(int weekday, string direction, string value) =>
        Assert.Equal(value, Resolve(new TimeExpression(TimeKind.Calendar) { Weekday = weekday }, direction).Value);

    [Theory]
    [InlineData(8, 31, "Unknown", "2021-08-31")]
    [InlineData(12, 20, "Past", "2020-12-20")]
    [InlineData(7, 1, "Future", "2022-07-01")]
    [InlineData(7, 28, "Open", "2021-07-28")]
    public void Day_without_year_lies_in_the_nearest_fitting_year(int month, int day, string direction, string value) =>
        Assert.Equal(value, Resolve(new TimeExpression(TimeKind.Calendar) { Month = month, Day = day }, direction).Value);

    [Fact]
    public void Twenty_ninth_of_February_lies_in_a_leap_year()
    {
        var reading = Resolve(new TimeExpression(TimeKind.Calendar) { Month = 2, Day = 29 }, "Unknown");
        Assert.Equal("2020-02-29", reading.Value);
    }

    [Fact]
    public void Weekday_beside_a_day_settles_the_year()
    {
        // 3 September was a Thursday in 2020 and a Friday in 2021.
        var reading = Resolve(new TimeExpression(TimeKind.Calendar) { Month = 9, Day = 3, Weekday = 4 }, "Future");
        Assert.Equal("2020-09-03", reading.Value);
    }

    [Fact]
    public void Same_expression_asked_with_another_anchor_gives_another_day()
    {
        var yesterday = new TimeExpression(TimeKind.Offset) { Unit = "D", Count = 1, Shift = -1 };
        var context = new TimeContext(Wednesday, TimeDirection.Unknown, null, false);
        Assert.Equal("2021-08-17", TimexResolver.Resolve(yesterday, context).Value);
        Assert.Equal("2021-08-14", TimexResolver.Resolve(yesterday, context with { Anchor = new LocalDate(2021, 8, 15) }).Value);
    }

    [Theory]
    [InlineData(2, "Y", "P2Y")]
    [InlineData(double.NaN, "D", "PXD")]
    [InlineData(3, "TH", "PT3H")]
    [InlineData(2.5, "Y", "P2Y6M")]
    [InlineData(0.5, "CE", "P50Y")]
    [InlineData(1, "F", "P2W")]
    [InlineData(1, "DE", "P1DE")]
    public void Lengths_are_written_as_TIMEX3_does(double count, string unit, string value) =>
        Assert.Equal(value, TimexResolver.DurationValue(count, unit));

    [Theory]
    [InlineData(2021, "E0", "2021-04-04")]
    [InlineData(2000, "E-2", "2000-04-21")]
    [InlineData(1999, "11/4/4", "1999-11-25")]
    [InlineData(2021, "5/-1/1", "2021-05-31")]
    [InlineData(2021, "12-25", "2021-12-25")]
    [InlineData(2021, "O0", "2021-05-02")]
    [InlineData(2016, "O-2", "2016-04-29")]
    [InlineData(2021, "I10-1", "2021-05-13")]
    [InlineData(2021, "I12-10", "2021-07-20")]
    [InlineData(2021, "I1-10", "2021-08-18")]
    [InlineData(2020, "I9-1xM", "2020-04-24/2020-05-23")]
    [InlineData(2000, "I10-1", "2000-01-08 2000-12-27")]
    [InlineData(2020, "P1-1", "2020-03-20")]
    [InlineData(2021, "P1-1", "2021-03-21")]
    [InlineData(2021, "H7-10", "2021-09-16")]
    [InlineData(2021, "H9-25x8", "2021-11-29/2021-12-06")]
    [InlineData(2021, "H12-14", "2021-02-26")]
    [InlineData(2022, "H12-14", "2022-03-17")]
    [InlineData(2023, "H1-15x8", "2023-04-06/2023-04-13")]
    [InlineData(2021, "L1-1", "2021-02-12")]
    [InlineData(2023, "L8-15", "2023-09-29")]
    [InlineData(2020, "L8-15", "2020-10-01")]
    [InlineData(2021, "E-7x8", "2021-03-28/2021-04-04")]
    public void Feasts_have_their_days_in_each_year(int year, string feast, string values) =>
        Assert.Equal(values, string.Join(' ', Feasts.In(year, feast).Select(one => one.Value)));

    // The days on which Lamps and Holi were kept in India; a day more or less is the doubt that the annotation carries.
    [Theory]
    [InlineData("N10-18", "2009-10-17 2012-11-13 2017-10-19 2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12")]
    [InlineData("F2-13", "2018-03-02 2019-03-21 2020-03-10 2021-03-29 2022-03-18 2023-03-08 2024-03-25")]
    public void Feasts_of_the_moon_are_within_their_doubt(string feast, string days)
    {
        foreach (var day in days.Split(' ').Select(written => LocalDatePattern.Iso.Parse(written).Value))
            Assert.InRange(Math.Abs(Period.DaysBetween(day, Assert.Single(Feasts.In(day.Year, feast)).First)), 0, 1);
    }

    [Fact]
    public void Every_feast_of_the_lexicon_has_a_day_in_every_year_from_1990_to_2040_and_none_fails()
    {
        var feasts = Resources.Default.Lexicon("time-words").Entries.Select(entry => entry.Field(0)).Where(value => value.StartsWith("holiday:", StringComparison.Ordinal))
            .Select(value => value["holiday:".Length..].Split(" | ")[0]).Distinct().ToList();
        // A month of the moon's year may begin twice in one of the sun's or, once in about thirty years, not at all.
        foreach (var feast in feasts)
            for (var year = 1990; year <= 2040; year++)
                Assert.InRange(Feasts.In(year, feast).Count(), feast[0] == 'I' ? 0 : 1, 3);
        foreach (var year in (int[])[-8999, -1, 0, 1, 622, 1582, 1900, 1901, 2077, 2100, 8999])
            foreach (var feast in feasts)
                Assert.All(Feasts.In(year, feast), one => Assert.Equal(year, one.First.Year));
    }

    [Theory]
    [InlineData(-479, "Year", "BC0480")]
    [InlineData(1998, "Decade", "199")]
    [InlineData(1998, "Century", "19")]
    [InlineData(1998, "Quarter", "1998-Q1")]
    public void Places_are_written_as_TIMEX3_does(int year, string grain, string value) =>
        Assert.Equal(value, TimePoint.Of(new LocalDate(year, 2, 3), Enum.Parse<TimeGrain>(grain)).Value);

    [Fact]
    public void Week_at_the_turn_of_the_year_belongs_to_the_year_of_its_Thursday() =>
        Assert.Equal("2020-W53", TimePoint.Of(new LocalDate(2021, 1, 1), TimeGrain.Week).Value);

    [Fact]
    public void No_expression_and_no_day_make_it_fail()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var expression = AnyExpression(random);
            LocalDate? anchor = random.Next(5) == 0 ? null : new LocalDate(1, 1, 1).PlusDays(random.Next(-3_600_000, 3_600_000));
            TimePoint? spoken = random.Next(3) == 0 ? null : TimePoint.Of(new LocalDate(2000, 5, 5).PlusDays(random.Next(-3_000_000, 2_500_000)), Any<TimeGrain>(random));
            var context = new TimeContext(anchor, Any<TimeDirection>(random), spoken, random.Next(2) == 0);
            var reading = TimexResolver.Resolve(expression, context);
            Assert.NotEmpty(reading.Value);
            Assert.True(reading.From is null || reading.To is null || reading.From <= reading.To, $"{expression} {context}: {reading}");
            reading = Modifiers.Apply(reading, expression, anchor);
            Assert.True(reading.From is null || reading.To is null || reading.From <= reading.To, $"{expression} {context}: {reading}");
        }
    }

    private static TimexReading Resolve(TimeExpression expression, string direction) =>
        TimexResolver.Resolve(expression, new TimeContext(Wednesday, Enum.Parse<TimeDirection>(direction), null, false));

    private static TimeExpression AnyExpression(Random random) => new(Any<TimeKind>(random))
    {
        Value = "P1D",
        Unit = Pick(random, "D", "W", "F", "M", "Q", "Y", "DE", "CE", "ML", "WE", "TH", "TM", "NI", "")!,
        Count = random.Next(4) switch { 0 => null, 1 => double.NaN, 2 => random.Next(0, 1_000_000), _ => random.Next(0, 40) / 2.0 },
        Shift = random.Next(3) == 0 ? null : random.Next(-2, 3),
        Manner = "\0abcpqr"[random.Next(7)],
        Year = random.Next(2) == 0 ? null : random.Next(0, 100_000),
        BeforeChrist = random.Next(4) == 0,
        Month = random.Next(2) == 0 ? null : random.Next(0, 14),
        Day = random.Next(2) == 0 ? null : random.Next(0, 40),
        Weekday = random.Next(3) == 0 ? random.Next(1, 8) : null,
        Season = random.Next(5) == 0 ? Pick(random, "SP", "SU", "FA", "WI") : null,
        Quarter = random.Next(5) == 0 ? random.Next(0, 30) : null,
        Half = random.Next(8) == 0 ? random.Next(1, 3) : null,
        Decade = random.Next(8) == 0 ? random.Next(0, 9999) : null,
        Century = random.Next(8) == 0 ? random.Next(0, 200) : null,
        Holiday = random.Next(8) == 0 ? Pick(random, "E0", "E49", "12-25", "11/4/4", "5/-1/1", "O0", "I9-1xM", "I10-1,I12-10", "H12-14", "P1-1", "L8-15", "N10-18", "F2-13") : null,
        Part = random.Next(4) == 0 ? "NI" : null,
        Mod = random.Next(2) == 0 ? Pick(random, "START", "MID", "END", "APPROX", "MORE_THAN", "EQUAL_OR_LESS") : null,
        Beside = random.Next(4) == 0 ? random.Next(2) * 2 - 1 : null,
        Named = random.Next(8) == 0 ? 2001 : null,
        Hour = random.Next(6) == 0 ? random.Next(0, 25) : null,
    };

    private static T Any<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static string? Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
