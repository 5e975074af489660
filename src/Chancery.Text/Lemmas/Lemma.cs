using System.Collections.Immutable;

namespace Chancery.Text.Lemmas;

/// <summary>The dictionary form of a token. Laid for every token, in the order of the tokens: the two share their index.</summary>
/// <param name="Span">The token's place.</param>
/// <param name="Key">The lemma's key for tables, see <see cref="Tokens.TokenKey"/>.</param>
/// <param name="Rule">How it is made from the token.</param>
public readonly record struct Lemma(Span Span, ulong Key, LemmaRule Rule) : IAnnotation;

/// <summary>The lemma layer's short name.</summary>
public static class LemmaLayer
{
    extension(Document document)
    {
        /// <summary>The lemmas, one for each token at the token's index; empty if no lemmatizer ran.</summary>
        public ImmutableArray<Lemma> Lemmas => document.Layer<Lemma>();

        /// <summary>A lemma in letters. Makes a string: look up by <see cref="Lemma.Key"/> where that will do.</summary>
        public string TextOf(Lemma lemma) => lemma.Rule.Of(document.Text.Slice(lemma.Span));
    }
}
