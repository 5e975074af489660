using NodaTime;
using NodaTime.Calendars;

namespace Chancery.Extraction.Times;

/// <summary>The lengths of time that have a place in the calendar, the longest first.</summary>
internal enum TimeGrain
{
    Century,
    Decade,
    Year,
    Half,
    Season,
    Quarter,
    Month,
    Week,
    Weekend,
    Day,
}

/// <summary>
/// A place in the calendar of a certain length: a day, a week, a month … It is kept as its first day; a value outside the
/// calendar's years (9998 BC to 9999) cannot be made.
/// </summary>
/// <param name="Grain">Its length.</param>
/// <param name="First">Its first day; of a winter, 1 December of the year before.</param>
internal readonly record struct TimePoint(TimeGrain Grain, LocalDate First)
{
    private static readonly string[] SeasonNames = ["WI", "SP", "SU", "FA"];
    private static readonly LocalDate Earliest = new(-9000, 1, 1);
    private static readonly LocalDate Latest = new(9000, 1, 1);

    /// <summary>The year it is called by; 0 and below are years before Christ, 0 being 1 BC.</summary>
    public int Year => Grain switch
    {
        TimeGrain.Week or TimeGrain.Weekend => WeekYearRules.Iso.GetWeekYear(First),
        TimeGrain.Season => First.PlusMonths(1).Year,
        _ => First.Year,
    };

    /// <summary>Its last day.</summary>
    public LocalDate Last => Grain switch
    {
        TimeGrain.Century => First.PlusYears(100).PlusDays(-1),
        TimeGrain.Decade => First.PlusYears(10).PlusDays(-1),
        TimeGrain.Year => First.PlusYears(1).PlusDays(-1),
        TimeGrain.Half => First.PlusMonths(6).PlusDays(-1),
        // A winter is told by the year of its beginning or of its end; the interval holds both.
        TimeGrain.Season => First.PlusMonths(Season == "WI" ? 15 : 4).PlusDays(-1),
        TimeGrain.Quarter => First.PlusMonths(3).PlusDays(-1),
        TimeGrain.Month => First.PlusMonths(1).PlusDays(-1),
        TimeGrain.Week => First.PlusDays(6),
        TimeGrain.Weekend => First.PlusDays(1),
        _ => First,
    };

    private string Season => SeasonNames[(First.Month % 12) / 3];

    /// <summary>The TIMEX3 value.</summary>
    public string Value => Grain switch
    {
        TimeGrain.Century => CenturyValue(),
        TimeGrain.Decade => YearValue(Year)[..^1],
        TimeGrain.Year => YearValue(Year),
        TimeGrain.Half => $"{YearValue(Year)}-H{(First.Month + 5) / 6}",
        TimeGrain.Season => $"{YearValue(Year)}-{Season}",
        TimeGrain.Quarter => $"{YearValue(Year)}-Q{(First.Month + 2) / 3}",
        TimeGrain.Month => $"{YearValue(Year)}-{First.Month:D2}",
        TimeGrain.Week => $"{YearValue(Year)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(First):D2}",
        TimeGrain.Weekend => $"{YearValue(Year)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(First):D2}-WE",
        _ => $"{YearValue(Year)}-{First.Month:D2}-{First.Day:D2}",
    };

    /// <summary>The place of that length which holds the day.</summary>
    public static TimePoint Of(LocalDate day, TimeGrain grain) => new(grain, grain switch
    {
        TimeGrain.Century => new LocalDate(day.Year - Modulo(day.Year, 100), 1, 1),
        TimeGrain.Decade => new LocalDate(day.Year - Modulo(day.Year, 10), 1, 1),
        TimeGrain.Year => new LocalDate(day.Year, 1, 1),
        TimeGrain.Half => new LocalDate(day.Year, day.Month <= 6 ? 1 : 7, 1),
        TimeGrain.Season => new LocalDate(day.Year, day.Month - day.Month % 3 is var month && month > 0 ? month : 12, 1).PlusYears(day.Month < 3 ? -1 : 0),
        TimeGrain.Quarter => new LocalDate(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        TimeGrain.Month => new LocalDate(day.Year, day.Month, 1),
        TimeGrain.Week => day.PlusDays(1 - (int)day.DayOfWeek),
        TimeGrain.Weekend => day.PlusDays(6 - (int)day.DayOfWeek),
        _ => day,
    });

    /// <summary>The place <paramref name="steps"/> of its own lengths later; <see langword="null"/> outside the calendar.</summary>
    public TimePoint? Step(double steps)
    {
        if (double.IsNaN(steps) || Math.Abs(steps) > 4_000_000) return null;
        return Move(Grain, (int)Math.Round(steps));
    }

    /// <summary>The place of the same length, moved by so many of another; <see langword="null"/> outside the calendar.</summary>
    public TimePoint? Move(TimeGrain by, int steps)
    {
        var (months, days) = by switch
        {
            TimeGrain.Century => (1200, 0),
            TimeGrain.Decade => (120, 0),
            TimeGrain.Year => (12, 0),
            TimeGrain.Half => (6, 0),
            TimeGrain.Season or TimeGrain.Quarter => (3, 0),
            TimeGrain.Month => (1, 0),
            TimeGrain.Week or TimeGrain.Weekend => (0, 7),
            _ => (0, 1),
        };
        if (Math.Abs((long)steps * months) > 120_000 || Math.Abs((long)steps * days) > 4_000_000 || !IsSafe(First)) return null;
        var years = First.Year + (long)steps * months / 12 + (long)steps * days / 365;
        if (years is < -9500 or > 9500) return null;
        var moved = First.PlusMonths(steps * months).PlusDays(steps * days);
        return IsSafe(moved) ? Of(moved, Grain) : null;
    }

    /// <summary>The day if there is such a one in the calendar.</summary>
    public static TimePoint? Day(int year, int month, int day) =>
        year is > -9000 and < 9000 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new TimePoint(TimeGrain.Day, new LocalDate(year, month, day))
            : null;

    /// <summary>A season by its TIMEX3 name.</summary>
    public static TimePoint? SeasonOf(int year, string name)
    {
        var index = Array.IndexOf(SeasonNames, name);
        if (index < 0 || year is <= -9000 or >= 9000) return null;
        return new TimePoint(TimeGrain.Season, index == 0 ? new LocalDate(year - 1, 12, 1) : new LocalDate(year, index * 3, 1));
    }

    /// <summary>A year as TIMEX3 writes it: four figures, or <c>BC</c> before them.</summary>
    public static string YearValue(int year) => year > 0 ? $"{year:D4}" : $"BC{1 - year:D4}";

    private string CenturyValue() => First.Year >= 0 ? $"{First.Year / 100:D2}" : $"BC{-First.Year / 100:D2}";

    private static bool IsSafe(LocalDate day) => day > Earliest && day < Latest;

    private static int Modulo(int value, int by) => ((value % by) + by) % by;
}
