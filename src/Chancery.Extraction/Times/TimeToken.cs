using Chancery.Text;

namespace Chancery.Extraction.Times;

/// <summary>What a token can be in a time expression; one stands beside each token of the text.</summary>
/// <param name="Span">The token's place.</param>
/// <param name="Classes">All that it can be.</param>
/// <param name="Word">Its entry in the lexicon of time words, if it has one.</param>
/// <param name="Number">Its number, if it begins one; NaN otherwise.</param>
/// <param name="Length">How many tokens the entry or number has, 1 or more.</param>
internal readonly record struct TimeToken(Span Span, TimeClass Classes, TimeWord? Word, double Number, int Length) : IAnnotation
{
    /// <summary>The simple expression that begins here, once those are found.</summary>
    public TimeCore? Core { get; init; }

    public bool Is(TimeClass timeClass) => (Classes & timeClass) != 0;

    public string Value(TimeClass timeClass) => Word?.Value(timeClass) ?? "";
}

/// <summary>A simple expression, which wider rules may extend.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Length">How many tokens it has.</param>
/// <param name="Expression">What it says.</param>
/// <param name="By">The rule that found it.</param>
/// <param name="Alone">False if it is an expression only as a part of a wider one.</param>
internal sealed record TimeCore(int First, int Length, TimeExpression Expression, string By, bool Alone);
