using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>A line of plain text, its white space collapsed: what the classes of lines are told of. What it is, is found once.</summary>
/// <param name="text">The words.</param>
/// <param name="source">Where it began in the decoded text; −1 if unknown.</param>
/// <param name="isLink">True if all of it was one link.</param>
/// <param name="startsBlock">False if the source put it right below the line before, without a blank line.</param>
internal sealed class TextLine(string text, int source, bool isLink = false, bool startsBlock = true)
{
    private const int LongWords = 30;
    private (bool IsKnown, string? Value) _kind;
    private (bool IsKnown, Credit? Value) _credit;
    private (bool IsKnown, DayLine? Value) _day;

    public string Text => text;

    public int Source => source;

    public bool IsLink => isLink;

    public bool StartsBlock => startsBlock;

    public int Words { get; } = TextShape.Words(text);

    /// <summary>True if the line ends as a sentence does; a credit in brackets behind it is not looked at.</summary>
    public bool EndsSentence { get; } = TextShape.EndsSentence(text.AsSpan(0, Lines.Credit.StartAtEnd(text) is > 0 and var credit ? credit : text.Length));

    /// <summary>What its words alone say that it is; <see langword="null"/> if they say nothing.</summary>
    public string? Kind => (_kind = _kind.IsKnown ? _kind : (true, CopyLine.KindOf(text) ?? LineKind.Of(text))).Value;

    /// <summary>The credit that it gives, if it gives one.</summary>
    public Credit? Credit => (_credit = _credit.IsKnown ? _credit : (true, Lines.Credit.Read(text))).Value;

    /// <summary>The day, if it is a date line.</summary>
    public DayLine? Day => (_day = _day.IsKnown ? _day : (true, DayLine.Read(text))).Value;

    /// <summary>True if it reads as running text rather than as a headline, label or caption.</summary>
    public bool IsProse =>
        !IsLink && !LineKind.IsTeaser(Text)
        && (Words >= LongWords || (Words >= 8 && EndsSentence && !(Words <= 20 && Text[^1] is '?' or '!')) || (Words >= 15 && TextShape.HasInnerSentenceEnd(Text)));

    /// <summary>The line without its place.</summary>
    public TextLine Placeless() => new(text, -1, isLink, startsBlock);
}
