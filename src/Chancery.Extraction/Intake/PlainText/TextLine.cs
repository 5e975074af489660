namespace Chancery.Extraction.Intake.PlainText;

/// <summary>A line of plain text, its white space collapsed: what the classes of section 6 are told of.</summary>
/// <param name="Text">The words.</param>
/// <param name="Source">Where it began in the decoded text.</param>
/// <param name="IsLink">True if all of it was one link.</param>
internal readonly record struct TextLine(string Text, int Source, bool IsLink = false)
{
    private const int LongWords = 30;

    public int Words { get; } = TextShape.Words(Text);

    public bool EndsSentence { get; } = TextShape.EndsSentence(Text);

    /// <summary>True if it reads as running text rather than as a headline, label or caption.</summary>
    public bool IsProse =>
        !IsLink && !Lines.LineKind.IsTeaser(Text)
        && (Words >= LongWords || (Words >= 8 && EndsSentence && !(Words <= 20 && Text[^1] is '?' or '!')) || (Words >= 15 && TextShape.HasInnerSentenceEnd(Text)));
}
