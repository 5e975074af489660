namespace Chancery.Text.Syntax;

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
}
