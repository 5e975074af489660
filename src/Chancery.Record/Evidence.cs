using Chancery.Text;

namespace Chancery.Record;

/// <summary>The exact words a line rests on.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Start">First UTF-16 code unit in the report's text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Quote">Exactly <c>text[Start..End]</c>; never empty.</param>
public sealed record Evidence(string Report, int Start, int End, string Quote)
{
    /// <summary>The words at <paramref name="span"/>; the report's id is written when the reading is closed.</summary>
    /// <exception cref="ArgumentException">The span is empty: no sentence, no record.</exception>
    public static Evidence Of(SourceText text, Span span)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (span.IsEmpty) throw new ArgumentException("Evidence holds at least one character.", nameof(span));
        return new Evidence("", span.Start, span.End, text[span]);
    }

    /// <summary>True if the words stand in <paramref name="text"/> exactly where they are said to.</summary>
    public bool IsVerbatimIn(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Start >= 0 && Start < End && End <= text.Length && text.Slice(new Span(Start, End)).SequenceEqual(Quote);
    }
}
