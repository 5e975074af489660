using Chancery.Record;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>The day from which "today" is told, as far as it is known: between a first and a last day.</summary>
/// <param name="First">Not before it; <see langword="null"/> if nothing says so.</param>
/// <param name="Last">Not after it; <see langword="null"/> if nothing says so.</param>
internal readonly record struct TimeAnchor(LocalDate? First, LocalDate? Last)
{
    public bool IsDay => First is not null && First == Last;

    public bool IsUnknown => First is null && Last is null;

    /// <summary>The day of a report's publication.</summary>
    public static TimeAnchor Of(Publication? published) => published is null ? default : new TimeAnchor(published.From, published.To);

    /// <summary>The expression as it is meant on each day from the anchor's first to its last.</summary>
    public TimexReading Resolve(TimeExpression expression, TimeContext context)
    {
        var first = At(expression, context, First);
        return IsDay ? first : Between(first, At(expression, context, Last), At(expression, context, null));
    }

    /// <summary>
    /// What holds on each day between two: the reading itself if it is the same on both, else an open value and the days
    /// of both, the side open that is not known.
    /// </summary>
    public static TimexReading Between(TimexReading first, TimexReading last, TimexReading open) =>
        first == last ? first : open with { From = first.From, To = last.To };

    private static TimexReading At(TimeExpression expression, TimeContext context, LocalDate? day) =>
        Modifiers.Apply(TimexResolver.Resolve(expression, context with { Anchor = day }), expression, day);
}
