using System.Globalization;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>
/// Says what an expression stands for. A function of the expression and its context alone, so that it can be asked again
/// with another anchor; no expression and no day make it fail. Values follow TIMEX3 as TimeBank marks it.
/// </summary>
internal static class TimexResolver
{
    /// <summary>The expression as it is meant in that context.</summary>
    public static TimexReading Resolve(TimeExpression expression, TimeContext context) =>
        ResolveSafely(expression, context.Anchor is { Year: < -8000 or > 8000 } ? context with { Anchor = null } : context);

    // Days near the ends of the calendar are taken for unknown, so that no step can leave it.
    private static TimexReading ResolveSafely(TimeExpression expression, TimeContext context) => expression.Kind switch
    {
        TimeKind.Calendar => CalendarResolver.Resolve(expression, context),
        TimeKind.Unit => ResolveUnit(expression, context),
        TimeKind.Offset => ResolveOffset(expression, context),
        TimeKind.Duration => ResolveDuration(expression, context),
        TimeKind.Set => TimexReading.Bare(TimexType.Set, expression.Value ?? SetValue(expression)),
        TimeKind.Reference => ResolveReference(expression, context),
        _ => ResolveClock(expression, context),
    };

    /// <summary>"T22:00", "TMO" or nothing: the part of a value that follows the day.</summary>
    public static string ClockOf(TimeExpression expression)
    {
        if (expression.Hour is not { } hour) return expression.Part is { } part ? $"T{part}" : "";
        return $"T{hour:D2}:{expression.Minute ?? 0:D2}";
    }

    /// <summary>DATE, or TIME if a time of day is told.</summary>
    public static TimexType TypeOf(TimeExpression expression) =>
        expression.Type ?? (expression.Hour is null && expression.Part is null ? TimexType.Date : TimexType.Time);

    /// <summary>The calendar length of a unit's code; a day for those that a clock shows.</summary>
    public static TimeGrain GrainOf(string unit) => unit switch
    {
        "CE" => TimeGrain.Century,
        "DE" => TimeGrain.Decade,
        "Y" => TimeGrain.Year,
        "Q" => TimeGrain.Quarter,
        "M" => TimeGrain.Month,
        "W" or "F" => TimeGrain.Week,
        "WE" => TimeGrain.Weekend,
        _ => TimeGrain.Day,
    };

    /// <summary>A length as TIMEX3 writes it: <c>P2Y</c>, <c>PT3H</c>, <c>PXD</c>.</summary>
    public static string DurationValue(double count, string unit)
    {
        (count, unit) = unit switch
        {
            "F" => (count * 2, "W"),
            "ML" => (count * 1000, "Y"),
            "CE" when count < 1 => (count * 100, "Y"),
            "DE" when double.IsNaN(count) => (count, "Y"),
            "DE" when count % 1 != 0 => (count * 10, "Y"),
            "Y" when count < 1 => (count * 12, "M"),
            "TH" when count < 1 => (count * 60, "TM"),
            "NI" => (count, "D"),
            _ => (count, unit),
        };
        if (unit == "Y" && count > 1 && count % 1 == 0.5) return $"P{(long)count}Y6M";
        var number = double.IsNaN(count) ? "X" : count.ToString("0.##", CultureInfo.InvariantCulture);
        return unit.StartsWith('T') ? $"PT{number}{unit[1]}" : $"P{number}{unit}";
    }

    private static string SetValue(TimeExpression expression)
    {
        if (expression.Month is { } month) return $"XXXX-{month:D2}";
        if (expression.Weekday is { } weekday) return $"XXXX-WXX-{weekday}{ClockOf(expression)}";
        if (expression.Season is { } season) return $"XXXX-{season}";
        if (expression.Part is { } part) return $"XXXX-XX-XXT{part}";
        if (expression.Quarter is { } quarter) return $"XXXX-Q{quarter}";
        return DurationValue(expression.Count ?? 1, expression.Unit);
    }

    private static TimexReading ResolveUnit(TimeExpression expression, TimeContext context)
    {
        if (expression.Manner == 'p') return ResolveDuration(expression with { Kind = TimeKind.Duration, Count = 1 }, context);
        var grain = GrainOf(expression.Unit);
        var type = TypeOf(expression);
        if (expression.Manner is 'a' or 'q' && context.Spoken is { } spoken && spoken.Grain < grain)
            return TimexReading.Bare(type, Underspecified(spoken, grain) + ClockOf(expression));
        if (OriginOf(expression, context) is not { } origin || TimePoint.Of(origin, grain).Step(StepsOf(expression, context)) is not { } point)
            return TimexReading.Bare(type, Unanchored(grain) + ClockOf(expression));
        if (expression is { Month: null, Half: null, Quarter: null, Day: null }) return TimexReading.Of(point, type, ClockOf(expression));
        var month = expression.Month ?? (grain == TimeGrain.Month ? point.First.Month : null);
        return CalendarResolver.Resolve(expression with { Kind = TimeKind.Calendar, Shift = null, Year = point.Year, Month = month }, context);
    }

    /// <summary>The day from which a unit's steps are counted: of the time spoken of ("the same week"), or the anchor.</summary>
    private static LocalDate? OriginOf(TimeExpression expression, TimeContext context) =>
        expression.Manner is 'a' or 'q' || context.IsNarrative ? context.Spoken?.First ?? context.Anchor : context.Anchor;

    private static int StepsOf(TimeExpression expression, TimeContext context)
    {
        var shift = expression.Shift ?? 0;
        // "The quarter", when none was named, is the last that is over.
        if (expression is { Unit: "Q", Manner: 'a' or 'q' } && shift <= 0 && context.Spoken is null) return -1;
        if (expression.Manner == 'q') return 0;
        // "The weekend" is the one before, until the next begins or a clause looks ahead.
        var before = expression is { Unit: "WE", Shift: 0, Manner: default(char) } && !context.IsNarrative
            && context.Direction != TimeDirection.Future && context.Anchor is { DayOfWeek: < IsoDayOfWeek.Friday };
        return before ? -1 : shift;
    }

    private static TimexReading ResolveOffset(TimeExpression expression, TimeContext context)
    {
        var type = TypeOf(expression);
        var shift = expression.Shift ?? 0;
        var count = expression.Count ?? 1;
        if (double.IsNaN(count)) return VagueLengths.Offset(expression, context, type);
        var grain = expression.Unit is "DE" or "CE" or "ML" ? TimeGrain.Year : GrainOf(expression.Unit);
        var steps = shift * count * (expression.Unit switch { "DE" => 10, "CE" => 100, "ML" => 1000, "F" => 2, _ => 1 });
        if (expression.Unit.StartsWith('T')) steps = 0;
        if (expression is { Unit: "Y", Shift: -1, Count: 1 } && context.Spoken is { Grain: TimeGrain.Quarter } quarter) return FromSpoken(expression, quarter, grain, steps, type);
        if (expression.Manner == 'a' && context.Spoken is { } spoken) return FromSpoken(expression, spoken, grain, steps, type);
        if (context.Anchor is not { } anchor) return TimexReading.Bare(type, Unanchored(grain) + ClockOf(expression));
        if (TimePoint.Of(anchor, grain).Step(steps) is not { } point) return TimexReading.Bare(type, shift < 0 ? "PAST_REF" : "FUTURE_REF");
        return TimexReading.Of(point, type, ClockOf(expression));
    }

    /// <summary>"A year earlier" of a quarter is a quarter; "two days later" of a month is some day then or soon after.</summary>
    private static TimexReading FromSpoken(TimeExpression expression, TimePoint spoken, TimeGrain grain, double steps, TimexType type)
    {
        if (Math.Abs(steps) > 1_000_000) return TimexReading.Bare(type, steps < 0 ? "PAST_REF" : "FUTURE_REF");
        if (spoken.Grain < grain) return TimexReading.Bare(type, Underspecified(spoken, grain));
        var result = grain == TimeGrain.Year && spoken.Grain is TimeGrain.Day && Math.Abs(steps) >= 2
            ? TimePoint.Of(spoken.First, TimeGrain.Year).Step(steps)
            : spoken.Move(grain, (int)Math.Round(steps));
        return result is { } point
            ? TimexReading.Of(point, type, point.Grain == TimeGrain.Day ? ClockOf(expression) : "")
            : TimexReading.Bare(type, Unanchored(grain));
    }

    private static TimexReading ResolveDuration(TimeExpression expression, TimeContext context)
    {
        var count = expression.Count ?? double.NaN;
        var value = DurationValue(count, expression.Unit);
        var type = expression.Type ?? TimexType.Duration;
        if (double.IsNaN(count) && expression.Shift is not null) return VagueLengths.Length(expression, context, type, value);
        if (context.Anchor is not { } anchor || double.IsNaN(count) || expression.Shift is not { } shift || shift == 0 || expression.Manner == 'a')
            return TimexReading.Bare(type, value);
        var factor = expression.Unit switch { "F" => 2, "ML" => 10, _ => 1 };
        var grain = expression.Unit == "ML" ? TimeGrain.Century : GrainOf(expression.Unit);
        if (expression.Unit.StartsWith('T') || count * factor > 100_000) return TimexReading.Bare(type, value);
        var steps = (int)Math.Ceiling(count * factor) * Math.Sign(shift);
        if (new TimePoint(TimeGrain.Day, anchor).Move(grain, steps) is not { } end) return TimexReading.Bare(type, value);
        return steps < 0
            ? new TimexReading(type, value, end.First, anchor, null)
            : new TimexReading(type, value, anchor, end.First, null);
    }

    /// <summary>"Now" is the day from which is told, except where the text tells of times gone by.</summary>
    private static TimexReading ResolveReference(TimeExpression expression, TimeContext context)
    {
        var day = expression.Shift is { } shift && !context.IsNarrative && context.Anchor is { } anchor ? new TimePoint(TimeGrain.Day, anchor).Step(shift)?.First : null;
        return new TimexReading(expression.Type ?? TimexType.Date, expression.Value ?? "", day, day, null);
    }

    private static TimexReading ResolveClock(TimeExpression expression, TimeContext context)
    {
        var day = context.Spoken is { Grain: TimeGrain.Day } spoken ? spoken.First : context.Anchor;
        if (day is not { } known) return TimexReading.Bare(TimexType.Time, "XXXX-XX-XX" + ClockOf(expression));
        return TimexReading.Of(new TimePoint(TimeGrain.Day, known), TimexType.Time, ClockOf(expression));
    }

    /// <summary>The value of a place that lies somewhere in a longer one: <c>1915-XX-XX</c>.</summary>
    private static string Underspecified(TimePoint spoken, TimeGrain grain) => (spoken.Grain, grain) switch
    {
        (TimeGrain.Year, TimeGrain.Day) => spoken.Value + "-XX-XX",
        (TimeGrain.Year, TimeGrain.Month) => spoken.Value + "-XX",
        (TimeGrain.Year, TimeGrain.Week) => spoken.Value + "-WXX",
        (TimeGrain.Year, TimeGrain.Quarter) => spoken.Value + "-QX",
        (TimeGrain.Month, TimeGrain.Day) => spoken.Value + "-XX",
        (TimeGrain.Month, TimeGrain.Week) => TimePoint.YearValue(spoken.Year) + "-WXX",
        (TimeGrain.Decade or TimeGrain.Century, _) => spoken.Value,
        _ => TimePoint.YearValue(spoken.Year) + (grain == TimeGrain.Week ? "-WXX" : "-XX-XX"),
    };

    private static string Unanchored(TimeGrain grain) => grain switch
    {
        TimeGrain.Century => "XX",
        TimeGrain.Decade => "XXX",
        TimeGrain.Year => "XXXX",
        TimeGrain.Quarter => "XXXX-QX",
        TimeGrain.Month => "XXXX-XX",
        TimeGrain.Week => "XXXX-WXX",
        TimeGrain.Weekend => "XXXX-WXX-WE",
        _ => "XXXX-XX-XX",
    };
}
