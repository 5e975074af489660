namespace Chancery.Text.Tokens;

/// <summary>A run of tokens of a document, <c>[First..End)</c>, by index.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index of the token after the last.</param>
public readonly record struct TokenRange(int First, int End)
{
    /// <summary>How many tokens it has.</summary>
    public int Count => End - First;

    /// <summary>True if the token is one of them.</summary>
    public bool Contains(int token) => First <= token && token < End;

    /// <summary>The smallest run that holds both.</summary>
    public TokenRange Cover(TokenRange other) => new(Math.Min(First, other.First), Math.Max(End, other.End));

    /// <summary>The characters it covers, from the first token's start to the last token's end.</summary>
    public Span In(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Tokens[First].Span.Cover(document.Tokens[End - 1].Span);
    }
}
