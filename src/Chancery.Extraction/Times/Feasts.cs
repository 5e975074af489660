using System.Globalization;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>
/// The days of feasts as the lexicon writes them: <c>12-25</c> a day of the year, <c>11/4/4</c> the fourth Thursday of
/// November (week −1 is the last), <c>E-2</c> two days before Easter Sunday of the western churches.
/// </summary>
internal static class Feasts
{
    public static TimePoint? In(int year, string feast)
    {
        if (feast.StartsWith('E')) return Easter(year)?.Move(TimeGrain.Day, Number(feast.AsSpan(1)));
        var parts = feast.Split('/');
        if (parts.Length == 3) return NthWeekday(year, Number(parts[0]), Number(parts[1]), Number(parts[2]));
        var dash = feast.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? null : TimePoint.Day(year, Number(feast.AsSpan(0, dash)), Number(feast.AsSpan(dash + 1)));
    }

    private static TimePoint NthWeekday(int year, int month, int week, int weekday)
    {
        var first = new LocalDate(year, month, 1);
        if (week < 0) first = first.PlusMonths(1).PlusDays(-7);
        var day = first.PlusDays((weekday - (int)first.DayOfWeek + 7) % 7);
        return new TimePoint(TimeGrain.Day, week < 0 ? day : day.PlusDays(7 * (week - 1)));
    }

    /// <summary>Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher; none before 1583.</summary>
    private static TimePoint? Easter(int year)
    {
        if (year < 1583) return null;
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return TimePoint.Day(year, sum / 31, sum % 31 + 1);
    }

    private static int Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
