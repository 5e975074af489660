using System.Collections.Immutable;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>What a run of words is in an attribution.</summary>
public enum AttributionRole : byte
{
    /// <summary>Who says, thinks or wants it.</summary>
    Source,

    /// <summary>The words that attribute: "has said", "according to".</summary>
    Cue,

    /// <summary>What is attributed.</summary>
    Content,
}

/// <summary>
/// Source, cue and content that belong together (Pareti 2015: an attribution relation), as runs of words. Says nothing of who the source is, nor
/// of quotation marks.
/// </summary>
/// <param name="Span">From the first word of all parts to the last.</param>
/// <param name="Source">Who says it; empty if the text does not tell.</param>
/// <param name="Cue">The words that attribute it.</param>
/// <param name="Content">What is said, piece by piece in the order of the text; 1 or more.</param>
/// <param name="Depth">In how many others it stands: 0 for one that stands in the report's own voice.</param>
public sealed record AttributionRelation(Span Span, TokenRange Source, TokenRange Cue, ImmutableArray<TokenRange> Content, int Depth = 0) : IAnnotation
{
    /// <summary>True if the text tells who says it.</summary>
    public bool HasSource => Source.Count > 0;
}
