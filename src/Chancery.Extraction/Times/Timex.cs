using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Times;

/// <summary>The four types of TIMEX3.</summary>
public enum TimexType
{
    /// <summary>A calendar time of a day or more: "Friday", "last month", "1998", "now".</summary>
    Date,

    /// <summary>A time of day: "10 p.m. Wednesday", "Saturday night".</summary>
    Time,

    /// <summary>A length of time: "two weeks".</summary>
    Duration,

    /// <summary>A time that repeats: "every day".</summary>
    Set,
}

/// <summary>
/// A time expression and what it stands for, in the manner of TIMEX3 as TimeBank marks it. Not an event's time: it says
/// what the words mean, not what happened then.
/// </summary>
/// <param name="Span">The words, UTF-16 code units; prepositions before them are left out.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">
/// The TIMEX3 value: <c>1998-08-07</c>, <c>1998-W32</c>, <c>P2Y</c>, <c>PXW</c>, <c>PRESENT_REF</c>. <c>X</c> stands where
/// the words leave a place open. Empty if nothing can be said.
/// </param>
/// <param name="Mod">The TIMEX3 modifier (<c>START</c>, <c>APPROX</c>, …), or <see langword="null"/>.</param>
/// <param name="When">The days it covers, or <see langword="null"/> if the words do not say.</param>
/// <param name="By">The rules that found it, the widest first.</param>
public sealed record Timex(Span Span, TimexType Type, string Value, string? Mod, When? When, string By) : IAnnotation
{
    /// <summary>How it was resolved; <see langword="null"/> on a timex made by hand, which cannot be told again.</summary>
    internal Told? Told { get; init; }

    /// <summary>The timex of an expression that was resolved.</summary>
    internal static Timex Of(Span span, string words, string by, Told told)
    {
        var (reading, open) = (told.Reading, told.Reading is { From: null, To: null });
        return new Timex(span, reading.Type, reading.Value, told.Expression.Mod, open ? null : new When(reading.From, reading.To, words, by), by) { Told = told };
    }
}
