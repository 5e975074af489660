using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>Resolves expressions that name a place in the calendar, filling in the year or the week that they leave out.</summary>
internal static class CalendarResolver
{
    public static TimexReading Resolve(TimeExpression expression, TimeContext context)
    {
        var point = PointOf(expression, context);
        var type = TimexResolver.TypeOf(expression);
        if (point is not { } found) return TimexReading.Bare(type, Open(expression) + TimexResolver.ClockOf(expression));
        if (expression.Holiday is { } holiday && FeastAt(found, holiday) is { Days: > 0 } feast) return OfFeast(feast, expression);
        if (expression.Unit == "W" && found.Grain == TimeGrain.Day) found = TimePoint.Of(found.First, TimeGrain.Week);
        var reading = TimexReading.Of(found, type, found.Grain == TimeGrain.Day ? TimexResolver.ClockOf(expression) : "");
        return expression.Unit == "FY" && Math.Abs(found.Year) < 8000 ? OfFiscalYear(reading, found) : reading;
    }

    /// <summary>
    /// A fiscal year is called by the year of its end or of its beginning; it begins in April at the earliest of the one
    /// (India) and ends in March at the latest of the year after the other (Japan). The words do not say whose it is.
    /// </summary>
    private static TimexReading OfFiscalYear(TimexReading reading, TimePoint found) =>
        reading with { From = found.First.PlusMonths(-9), To = found.Last.PlusMonths(3) };

    private static TimePoint? PointOf(TimeExpression expression, TimeContext context)
    {
        if (expression.Century is { } century) return CenturyOf(century, expression.BeforeChrist);
        if (expression.Decade is { } decade) return DecadeOf(decade, context);
        if (expression.Year is { } year) return PlaceIn(expression, expression.BeforeChrist ? 1 - year : year);
        if (expression.Named is { } named && context.Direction != TimeDirection.Future) return PlaceIn(expression, named);
        if (expression is { Weekday: { } weekday, Day: null, Holiday: null }) return WeekdayOf(weekday, expression, context);
        if (expression is { Day: { } day, Month: null, Holiday: null }) return DayOf(day, expression, context);
        if ((context.IsNarrative || expression.Manner == 'a') && context.Spoken is { } spoken)
            return (spoken.Grain == TimeGrain.Year && expression.Shift is null or 0 ? PlaceIn(expression, spoken.Year) : null) ?? Nearest(expression, context, spoken.First);
        return context.Anchor is { } anchor ? Nearest(expression, context, anchor) : null;
    }

    /// <summary>The place in a known year; <see langword="null"/> if that year has none, as it has no 29 February.</summary>
    private static TimePoint? InYear(TimeExpression expression, int year)
    {
        if (year is <= -9000 or >= 9000) return null;
        if (expression.Season is { } season) return TimePoint.SeasonOf(year, season);
        if (expression.Quarter is { } quarter) return quarter is >= 1 and <= 4 ? new TimePoint(TimeGrain.Quarter, new LocalDate(year, quarter * 3 - 2, 1)) : null;
        if (expression.Half is { } half) return new TimePoint(TimeGrain.Half, new LocalDate(year, half == 1 ? 1 : 7, 1));
        if (expression.Month is not { } month) return new TimePoint(TimeGrain.Year, new LocalDate(year, 1, 1));
        if (expression.Day is { } day) return TimePoint.Day(year, month, day);
        return month is >= 1 and <= 12 ? new TimePoint(TimeGrain.Month, new LocalDate(year, month, 1)) : null;
    }

    private static TimePoint? PlaceIn(TimeExpression expression, int year) => PlacesIn(expression, year).Cast<TimePoint?>().FirstOrDefault();

    /// <summary>The places in a year that the expression may mean: of a feast told by the moon there may be two, or none.</summary>
    private static IEnumerable<TimePoint> PlacesIn(TimeExpression expression, int year)
    {
        if (expression.Holiday is { } holiday) return year is > -9000 and < 9000 ? Feasts.In(year, holiday).Select(feast => new TimePoint(TimeGrain.Day, feast.First)) : [];
        return InYear(expression, year) is { } point ? [point] : [];
    }

    private static Feast FeastAt(TimePoint found, string holiday) => Feasts.In(found.First.Year, holiday).FirstOrDefault(feast => feast.First == found.First);

    /// <summary>A feast's reading: its days, and those by which the sight of the moon may move it.</summary>
    private static TimexReading OfFeast(Feast feast, TimeExpression expression)
    {
        var point = expression.Unit == "W" ? TimePoint.Of(feast.First, TimeGrain.Week) : new TimePoint(TimeGrain.Day, feast.First);
        return TimexReading.Of(point, TimexResolver.TypeOf(expression)) with
        {
            Value = (expression.Unit == "W" ? point.Value : feast.Value) + (feast.Days == 1 ? TimexResolver.ClockOf(expression) : ""),
            From = point.First.PlusDays(-feast.Doubt),
            To = (expression.Unit == "W" ? point.Last : feast.First.PlusDays(feast.Days - 1)).PlusDays(feast.Doubt),
        };
    }

    /// <summary>"The 15th": of the month spoken of, else of the nearest month on the side to which the clause looks.</summary>
    private static TimePoint? DayOf(int day, TimeExpression expression, TimeContext context)
    {
        if (context.Spoken is { } spoken && (context.IsNarrative ? spoken.Grain is TimeGrain.Month or TimeGrain.Day : spoken.Grain == TimeGrain.Month))
            return TimePoint.Day(spoken.First.Year, spoken.First.Month, day);
        if (context.Anchor is not { } anchor) return null;
        var month = TimePoint.Of(anchor, TimeGrain.Month);
        return new[] { 0, -1, 1 }.Select(steps => month.Step(steps))
            .Select(place => place is { } near ? TimePoint.Day(near.First.Year, near.First.Month, day) : null)
            .OfType<TimePoint>().OrderBy(place => Cost(place, expression, context, anchor)).Cast<TimePoint?>().FirstOrDefault();
    }

    private static TimePoint? CenturyOf(int century, bool beforeChrist)
    {
        if (century is < 1 or > 80) return null;
        return new TimePoint(TimeGrain.Century, new LocalDate(beforeChrist ? -(century - 1) * 100 - 99 : (century - 1) * 100, 1, 1));
    }

    private static TimePoint? DecadeOf(int decade, TimeContext context)
    {
        if (decade >= 100) return decade < 9000 ? new TimePoint(TimeGrain.Decade, new LocalDate(decade, 1, 1)) : null;
        var century = (context.Anchor?.Year ?? 1999) / 100 * 100;
        if (century + decade > (context.Anchor?.Year ?? 1999)) century -= 100;
        return century + decade is > -9000 and < 9000 ? new TimePoint(TimeGrain.Decade, new LocalDate(century + decade, 1, 1)) : null;
    }

    private static TimePoint? WeekdayOf(int weekday, TimeExpression expression, TimeContext context)
    {
        var origin = context.IsNarrative && context.Spoken is { Grain: TimeGrain.Day } spoken ? spoken.First : context.Anchor;
        if (origin is not { } anchor) return null;
        var ahead = (weekday - (int)anchor.DayOfWeek + 7) % 7;
        var days = expression.Shift switch
        {
            < 0 => ahead - 7,
            > 0 => ahead == 0 ? 7 : ahead,
            0 when expression.Manner != 'a' => ahead,
            _ => context.Direction is TimeDirection.Future or TimeDirection.Modal || ahead == 0 ? ahead : ahead - 7,
        };
        return new TimePoint(TimeGrain.Day, anchor).Move(TimeGrain.Day, days);
    }

    /// <summary>The place in the years around the anchor that fits the words and the clause best.</summary>
    private static TimePoint? Nearest(TimeExpression expression, TimeContext context, LocalDate anchor)
    {
        var (best, least) = ((TimePoint?)null, int.MaxValue);
        foreach (var year in (ReadOnlySpan<int>)[anchor.Year, anchor.Year - 1, anchor.Year + 1, anchor.Year - 2, anchor.Year - 4, anchor.Year + 4])
            foreach (var point in PlacesIn(expression, year))
            {
                if (!Fits(point, expression, anchor)) continue;
                if (Cost(point, expression, context, anchor) is var cost && cost >= least) continue;
                (best, least) = (point, cost);
            }

        return best;
    }

    private static bool Fits(TimePoint point, TimeExpression expression, LocalDate anchor) => expression.Shift switch
    {
        < 0 => point.Last < anchor,
        > 0 => point.First > anchor,
        0 when point.Grain != TimeGrain.Day => point.Year == anchor.Year,
        _ => true,
    };

    /// <summary>Days from the anchor, those on the side to which the clause does not look counted more than once.</summary>
    private static int Cost(TimePoint point, TimeExpression expression, TimeContext context, LocalDate anchor)
    {
        var ahead = point.First > anchor ? Period.DaysBetween(anchor, point.First) : 0;
        var back = point.Last < anchor ? Period.DaysBetween(point.Last, anchor) : 0;
        // Quarters are told in the year that runs, unless they lie well ahead; a weekday beside the day settles the year.
        if (point.Grain == TimeGrain.Quarter && context.Direction != TimeDirection.Future)
            return point.Year == anchor.Year && ahead <= 31 ? 0 : 1000 + 10 * ahead + back;
        var astray = point.Grain == TimeGrain.Day && expression.Weekday is { } weekday && (int)point.First.DayOfWeek != weekday ? 100_000 : 0;
        if (expression.Holiday is not null) return HolidayCost(context.Direction, ahead, back);
        if (context.IsNarrative) return ahead + 3 * back;
        return astray + context.Direction switch
        {
            TimeDirection.Past => 4 * ahead + back,
            TimeDirection.Future => ahead + (point.Grain == TimeGrain.Quarter ? 4 : 8) * back,
            TimeDirection.Open or TimeDirection.Modal => ahead + back,
            _ => 3 * ahead + back,
        };
    }

    private static int HolidayCost(TimeDirection direction, int ahead, int back) => direction switch
    {
        TimeDirection.Past => 8 * ahead + back,
        TimeDirection.Future or TimeDirection.Modal => ahead + 12 * back,
        _ => ahead + back,
    };

    /// <summary>The value with X where the year or the week is not known.</summary>
    private static string Open(TimeExpression expression)
    {
        if (expression is { Weekday: { } weekday, Day: null }) return $"XXXX-WXX-{weekday}";
        if (expression.Season is { } season) return $"XXXX-{season}";
        if (expression.Quarter is { } quarter) return $"XXXX-Q{quarter}";
        if (expression.Half is { } half) return $"XXXX-H{half}";
        if (expression is { Month: null, Day: { } only, Holiday: null, Year: null }) return $"XXXX-XX-{only:D2}";
        if (expression.Month is not { } month) return expression.Year is { } year ? TimePoint.YearValue(expression.BeforeChrist ? 1 - year : year) : "XXXX";
        var days = expression.Day is { } day ? $"-{day:D2}" : "";
        return $"{(expression.Year is { } known ? TimePoint.YearValue(expression.BeforeChrist ? 1 - known : known) : "XXXX")}-{month:D2}{days}";
    }
}
