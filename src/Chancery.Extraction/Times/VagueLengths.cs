using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>
/// The days of lengths without a number: "recent weeks", "in the coming days", "several years ago". A vague length is told
/// in the longer unit as soon as it is long enough, so that it has a most; the intervals are wide enough to be true.
/// </summary>
internal static class VagueLengths
{
    /// <summary>"The coming days": from the day from which is told to the most that it can mean.</summary>
    public static TimexReading Length(TimeExpression expression, TimeContext context, TimexType type, string value)
    {
        if (context.Anchor is not { } anchor || expression.Shift is not (< 0 or > 0) || expression.Manner == 'a') return TimexReading.Bare(type, value);
        if (Reach(anchor, expression.Unit, expression.Shift.Value) is not { } end) return TimexReading.Bare(type, value);
        return end < anchor ? new TimexReading(type, value, end, anchor, null) : new TimexReading(type, value, anchor, end, null);
    }

    /// <summary>"Several years ago": some day up to one unit before; "weeks later": some day from one unit after.</summary>
    public static TimexReading Offset(TimeExpression expression, TimeContext context, TimexType type)
    {
        var back = expression.Shift < 0;
        var bare = TimexReading.Bare(type, back ? "PAST_REF" : "FUTURE_REF");
        var grain = TimexResolver.GrainOf(expression.Unit);
        if (expression.Unit.StartsWith('T') || OriginOf(expression, context) is not { } origin) return bare;
        if (new TimePoint(TimeGrain.Day, origin).Move(grain, back ? -1 : 1) is not { } near) return bare;
        return back ? bare with { To = near.First } : bare with { From = near.First };
    }

    private static LocalDate? OriginOf(TimeExpression expression, TimeContext context)
    {
        if (expression.Manner != 'a') return context.Anchor;
        return expression.Shift < 0 ? context.Spoken?.Last : context.Spoken?.First;
    }

    private static LocalDate? Reach(LocalDate from, string unit, int side)
    {
        var (grain, most) = Most(unit);
        return new TimePoint(TimeGrain.Day, from).Move(grain, most * Math.Sign(side))?.First;
    }

    /// <summary>At most so many of a unit are told in it: beyond a fortnight one says weeks, beyond two months, months.</summary>
    private static (TimeGrain Grain, int Most) Most(string unit) => unit switch
    {
        "D" or "NI" => (TimeGrain.Day, 14),
        "W" or "F" => (TimeGrain.Week, 9),
        "M" => (TimeGrain.Month, 23),
        "Q" => (TimeGrain.Quarter, 8),
        "Y" => (TimeGrain.Year, 20),
        "DE" => (TimeGrain.Year, 100),
        "CE" or "ML" => (TimeGrain.Year, 1000),
        "WE" => (TimeGrain.Week, 9),
        _ => (TimeGrain.Day, 2),
    };
}
