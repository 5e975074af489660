using System.Globalization;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>A feast of a certain year.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Days">How many days it has, 1 or more.</param>
/// <param name="Doubt">By how many days it may begin earlier or later, where the sight of the moon decides.</param>
internal readonly record struct Feast(LocalDate First, int Days, int Doubt)
{
    /// <summary>The TIMEX3 value: a day, or first and last day as ISO 8601 writes an interval.</summary>
    public string Value => Days == 1 ? Written(First) : $"{Written(First)}/{Written(First.PlusDays(Days - 1))}";

    private static string Written(LocalDate day) => new TimePoint(TimeGrain.Day, day).Value;
}

/// <summary>
/// The days of feasts as the lexicon writes them: <c>12-25</c> a day of the year, <c>11/4/4</c> the fourth Thursday of
/// November (week −1 is the last), <c>E-2</c> two days before Easter Sunday of the western churches, <c>O0</c> that of the
/// eastern ones; <c>I10-1</c>, <c>H7-10</c>, <c>P1-1</c> and <c>L1-1</c> month and day of the Islamic, Hebrew, Persian and
/// Chinese calendars, <c>N10-18</c> the eve of the first new moon from that day on and <c>F2-13</c> the day after the full moon
/// that follows it (the sun's entry into a sign decides; 2039, where the moon is new hours before it, comes a month early). <c>x8</c> after it gives the days it lasts, <c>xM</c> the whole month; several, separated by
/// commas, share a name.
/// </summary>
internal static class Feasts
{
    /// <summary>All that begin in that year of the Gregorian calendar, in the order of the lexicon: none, one or two of each.</summary>
    public static IEnumerable<Feast> In(int year, string feasts) =>
        feasts.Split(',').SelectMany(feast => OfOne(year, feast)).Where(feast => feast.First.Year == year);

    private static IEnumerable<Feast> OfOne(int year, string feast)
    {
        var (written, length) = feast.IndexOf('x', StringComparison.Ordinal) is var cut and > 0 ? (feast[..cut], feast[(cut + 1)..]) : (feast, "1");
        foreach (var day in DaysOf(year, written))
            yield return new Feast(day, length == "M" ? FeastCalendars.MonthLength(written[0], day) : Number(length), FeastCalendars.DoubtOf(written[0]));
    }

    private static IEnumerable<LocalDate> DaysOf(int year, string written)
    {
        if (written[0] is 'E' or 'O') return Moved(FeastCalendars.Easter(year, written[0] == 'O'), Number(written.AsSpan(1)));
        if (written.Contains('/', StringComparison.Ordinal)) return [NthWeekday(year, written.Split('/'))];
        var dash = written.IndexOf('-', StringComparison.Ordinal);
        var letters = char.IsLetter(written[0]) ? 1 : 0;
        var (month, day) = (Number(written.AsSpan(letters..dash)), Number(written.AsSpan(dash + 1)));
        return letters > 0 ? FeastCalendars.DaysIn(written[0], year, month, day) : TimePoint.Day(year, month, day) is { } point ? [point.First] : [];
    }

    private static IEnumerable<LocalDate> Moved(LocalDate? day, int days) => day is { } known ? [known.PlusDays(days)] : [];

    private static LocalDate NthWeekday(int year, string[] parts)
    {
        var (month, week, weekday) = (Number(parts[0]), Number(parts[1]), Number(parts[2]));
        var first = new LocalDate(year, month, 1);
        if (week < 0) first = first.PlusMonths(1).PlusDays(-7);
        var day = first.PlusDays((weekday - (int)first.DayOfWeek + 7) % 7);
        return week < 0 ? day : day.PlusDays(7 * (week - 1));
    }

    private static int Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
