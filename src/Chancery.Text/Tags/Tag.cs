using System.Collections.Immutable;

namespace Chancery.Text.Tags;

/// <summary>What part of speech a token is. Laid for every token, in the order of the tokens: the two share their index.</summary>
/// <param name="Span">The token's place.</param>
/// <param name="Upos">The universal part of speech.</param>
/// <param name="Penn">The Penn Treebank's tag.</param>
/// <param name="Features">Morphological features.</param>
public readonly record struct Tag(Span Span, Upos Upos, PennTag Penn, Features Features) : IAnnotation;

/// <summary>The tag layer's short name.</summary>
public static class TagLayer
{
    extension(Document document)
    {
        /// <summary>The tags, one for each token at the token's index; empty if no tagger ran.</summary>
        public ImmutableArray<Tag> Tags => document.Layer<Tag>();
    }
}
