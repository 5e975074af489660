namespace Chancery.Text;

/// <summary>
/// A half-open range <c>[Start..End)</c> of UTF-16 code units in one text. It is not tied to a text: whoever keeps a
/// span keeps the text beside it. Checked at birth; prints <c>[3..7)</c>; the default value is the empty span at 0.
/// </summary>
/// <remarks>
/// Ordered by start, and at the same start the outer (longer) span comes before the inner. Immutable and safe to share.
/// </remarks>
public readonly record struct Span : IComparable<Span>
{
    /// <summary>Makes the span <c>[start..end)</c>.</summary>
    /// <param name="start">First code unit, 0 or more.</param>
    /// <param name="end">Code unit after the last, <paramref name="start"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Start is negative or end lies before start.</exception>
    public Span(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First code unit, counted from 0.</summary>
    public int Start { get; }

    /// <summary>The code unit after the last one.</summary>
    public int End { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True if the span holds no code unit.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>True if <paramref name="position"/> is one of the span's code units.</summary>
    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>True if every code unit of <paramref name="other"/> lies in this span. Every span contains itself.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    /// <summary>True if the two share at least one code unit; spans that only touch do not overlap.</summary>
    public bool OverlapsWith(Span other) => Math.Max(Start, other.Start) < Math.Min(End, other.End);

    /// <summary>True if the two overlap or touch.</summary>
    public bool IntersectsWith(Span other) => Math.Max(Start, other.Start) <= Math.Min(End, other.End);

    /// <summary>The code units common to both, or <see langword="null"/> if they do not overlap.</summary>
    public Span? Overlap(Span other) =>
        OverlapsWith(other) ? new Span(Math.Max(Start, other.Start), Math.Min(End, other.End)) : null;

    /// <summary>The smallest span that contains both.</summary>
    public Span Cover(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The same range, moved by <paramref name="offset"/> code units.</summary>
    public Span Shift(int offset) => new(Start + offset, End + offset);

    /// <inheritdoc/>
    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);

    /// <summary>Prints <c>[start..end)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";

    /// <summary>True if <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(Span left, Span right) => left.CompareTo(right) < 0;

    /// <summary>True if <paramref name="left"/> comes before or equals <paramref name="right"/>.</summary>
    public static bool operator <=(Span left, Span right) => left.CompareTo(right) <= 0;

    /// <summary>True if <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(Span left, Span right) => left.CompareTo(right) > 0;

    /// <summary>True if <paramref name="left"/> comes after or equals <paramref name="right"/>.</summary>
    public static bool operator >=(Span left, Span right) => left.CompareTo(right) >= 0;
}
