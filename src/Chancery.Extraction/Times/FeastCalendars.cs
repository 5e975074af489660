using System.Globalization;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>
/// Where days of other calendars fall in the Gregorian one. Islamic days are those of Umm al-Qura (from 1900 to 2076; outside
/// of it the tabular calendar), Hebrew and Persian ones those of NodaTime's calendars, Chinese ones those of the runtime's
/// lunisolar calendar (1902 to 2099). A community that goes by the sight of the moon may keep a day earlier or later.
/// </summary>
internal static class FeastCalendars
{
    private static readonly ChineseLunisolarCalendar Moons = new();
    private static readonly CalendarSystem Tabular = CalendarSystem.GetIslamicCalendar(NodaTime.Calendars.IslamicLeapYearPattern.Base15, NodaTime.Calendars.IslamicEpoch.Civil);

    /// <summary>By how many days the day may be wrong: the moon's calendars are kept by sight or by several rules.</summary>
    public static int DoubtOf(char calendar) => calendar is 'I' or 'N' or 'F' ? 1 : 0;

    /// <summary>The days of a year of the Gregorian calendar that bear this month and day in the other; in a year of the moon two may.</summary>
    public static IEnumerable<LocalDate> DaysIn(char calendar, int year, int month, int day)
    {
        if (calendar is 'L' or 'N' or 'F') return year is < 1902 or > 2099 ? [] : Moon(calendar, year, month, day);
        return SystemOf(calendar, year) is { } system ? InSystem(system, year, month, day) : [];
    }

    /// <summary>How many days the month has in which that day lies.</summary>
    public static int MonthLength(char calendar, LocalDate day)
    {
        if (SystemOf(calendar, day.Year) is not { } system) return 30;
        var there = day.WithCalendar(system);
        return system.GetDaysInMonth(there.Year, there.Month);
    }

    /// <summary>
    /// Easter Sunday as a Gregorian day, after Meeus: the western one from 1583 on, the eastern one, reckoned in the Julian
    /// calendar, from 326 on.
    /// </summary>
    public static LocalDate? Easter(int year, bool eastern)
    {
        if (year < (eastern ? 326 : 1583) || year > 8999) return null;
        if (eastern) return EasternEaster(year);
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1);
    }

    private static LocalDate EasternEaster(int year)
    {
        var d = (19 * (year % 19) + 15) % 30;
        var e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        var sum = d + e + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }

    private static CalendarSystem? SystemOf(char calendar, int year) => (calendar, year) switch
    {
        ('I', >= 1901 and < 2076) => CalendarSystem.UmAlQura,
        ('I', > 700 and < 8000) => Tabular,
        ('H', > 0 and < 5000) => CalendarSystem.HebrewScriptural,
        ('P', > 700 and < 8000) => CalendarSystem.PersianAstronomical,
        _ => null,
    };

    private static IEnumerable<LocalDate> InSystem(CalendarSystem system, int year, int month, int day)
    {
        var from = new LocalDate(year, 1, 1).WithCalendar(system).Year;
        var to = new LocalDate(year, 12, 31).WithCalendar(system).Year;
        for (var there = from; there <= to; there++)
        {
            // Purim is kept in the second Adar of a Hebrew leap year: the year's last month.
            var told = system == CalendarSystem.HebrewScriptural && month == 12 ? system.GetMonthsInYear(there) : month;
            if (day > system.GetDaysInMonth(there, told)) continue;
            var here = new LocalDate(there, told, day, system).WithCalendar(CalendarSystem.Iso);
            if (here.Year == year) yield return here;
        }
    }

    private static IEnumerable<LocalDate> Moon(char calendar, int year, int month, int day)
    {
        if (calendar == 'L') return [ChineseDay(year, month, day)];
        var from = new LocalDate(year, month, day);
        var moon = NewMoonFrom(from);
        return [moon.PlusDays(calendar == 'N' ? -1 : 15)];
    }

    private static LocalDate ChineseDay(int year, int month, int day)
    {
        // The leap month has a number of its own, so that those after it are counted one higher.
        var leap = Moons.GetLeapMonth(year);
        var there = leap > 0 && month >= leap ? month + 1 : month;
        return LocalDate.FromDateTime(Moons.ToDateTime(year, there, day, 0, 0, 0, 0));
    }

    private static LocalDate NewMoonFrom(LocalDate day)
    {
        while (Moons.GetDayOfMonth(day.ToDateTimeUnspecified()) != 1) day = day.PlusDays(1);
        return day;
    }
}
