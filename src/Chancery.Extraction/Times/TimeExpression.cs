namespace Chancery.Extraction.Times;

/// <summary>What kind of thing an expression says; it decides which of its fields count.</summary>
internal enum TimeKind
{
    /// <summary>A place in the calendar: years, months, days, weekdays, seasons, feasts.</summary>
    Calendar,

    /// <summary>A unit told by its order: "last week", "the following year".</summary>
    Unit,

    /// <summary>A distance from a day: "two weeks ago", "yesterday".</summary>
    Offset,

    /// <summary>A length.</summary>
    Duration,

    /// <summary>A repetition.</summary>
    Set,

    /// <summary>A word with a value of its own: "now".</summary>
    Reference,

    /// <summary>A time of day without its day.</summary>
    Clock,
}

/// <summary>
/// An expression as its words say it, before it is resolved: "last August" is month 8 and one back, whatever the year.
/// </summary>
internal sealed record TimeExpression(TimeKind Kind)
{
    public int? Year { get; init; }

    public bool BeforeChrist { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>1 = Monday … 7 = Sunday.</summary>
    public int? Weekday { get; init; }

    public string? Season { get; init; }

    public int? Quarter { get; init; }

    public int? Half { get; init; }

    /// <summary>First year of the decade; below 100 if the century is not said.</summary>
    public int? Decade { get; init; }

    /// <summary>The ordinal: 20 for the years from 1900.</summary>
    public int? Century { get; init; }

    /// <summary>The day of a feast as the lexicon writes it.</summary>
    public string? Holiday { get; init; }

    /// <summary>The year of the day that is called so ("9/11"), unless the clause looks ahead.</summary>
    public int? Named { get; init; }

    /// <summary>Steps back (below 0) or ahead; <see langword="null"/> if the words do not say.</summary>
    public int? Shift { get; init; }

    /// <summary>
    /// How it was said: p past, c coming or current, a from the time spoken of, b from the time that the passage tells of,
    /// q latest, r recent.
    /// </summary>
    public char Manner { get; init; }

    /// <summary>How many units; NaN for "several".</summary>
    public double? Count { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>TIMEX3 part of day: MO, AF, EV, NI, DT.</summary>
    public string? Part { get; init; }

    public int? Hour { get; init; }

    public int? Minute { get; init; }

    public string? Mod { get; init; }

    /// <summary>-1 for the part before the day from which is told ("earlier this month"), 1 for that after it.</summary>
    public int? Beside { get; init; }

    public string? Value { get; init; }

    /// <summary>The type if the kind does not decide it.</summary>
    public TimexType? Type { get; init; }
}
