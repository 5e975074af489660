using NodaTime;

namespace Chancery.Record;

/// <summary>
/// The first and last day in which something lies, and the words this was read from. A day has both alike; "next week"
/// is its Monday to Sunday, "last month" the whole month. Not a clock time, and never the report's own day by default.
/// </summary>
/// <param name="From">First day, or <see langword="null"/> if open.</param>
/// <param name="To">Last day, included, or <see langword="null"/> if open.</param>
/// <param name="Text">The words, if there are any.</param>
/// <param name="By">The rules that read the words, the widest first, as in <c>until:weekday</c>; <see langword="null"/> if no rule did.</param>
public sealed record When(LocalDate? From, LocalDate? To, string? Text = null, string? By = null)
{
    /// <summary>One day.</summary>
    public static When Day(LocalDate day, string? text = null) => new(day, day, text);

    /// <summary>True if it is exactly one day.</summary>
    public bool IsDay => From is not null && From == To;
}
