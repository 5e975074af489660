using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>Whether the clause of an expression looks back or ahead.</summary>
internal enum TimeDirection
{
    /// <summary>No word tells; a report rather looks back.</summary>
    Unknown,

    Past,

    Future,

    /// <summary>A word tells that it may lie ahead ("to", "would"): the nearest time is meant.</summary>
    Open,

    /// <summary>As open, by a verb of what must or may happen: a weekday lies ahead.</summary>
    Modal,
}

/// <summary>All that resolving an expression may look at besides the expression.</summary>
/// <param name="Anchor">The day from which "today" is told; <see langword="null"/> if it is not known.</param>
/// <param name="Direction">Where the clause looks.</param>
/// <param name="Spoken">The time last spoken of, from which "the following day" is told.</param>
/// <param name="IsNarrative">True if the text tells of times past in their order, so that "in May" is of the year spoken of.</param>
internal readonly record struct TimeContext(LocalDate? Anchor, TimeDirection Direction, TimePoint? Spoken, bool IsNarrative);

/// <summary>What an expression stands for.</summary>
/// <param name="Type">Its TIMEX3 type.</param>
/// <param name="Value">Its TIMEX3 value.</param>
/// <param name="From">First day, if the words say.</param>
/// <param name="To">Last day, if the words say.</param>
/// <param name="Point">Its place in the calendar, if it is one.</param>
/// <remarks>Only one of the days is known where a side is open: "several years ago" has no first day.</remarks>
internal readonly record struct TimexReading(TimexType Type, string Value, LocalDate? From, LocalDate? To, TimePoint? Point)
{
    public static TimexReading Of(TimePoint point, TimexType type = TimexType.Date, string clock = "") =>
        new(type, point.Value + clock, point.First, point.Last, point);

    public static TimexReading Bare(TimexType type, string value) => new(type, value, null, null, null);
}
