using System.Collections.Immutable;

namespace Chancery.Text.Lemmas;

/// <summary>
/// How a lemma is made from its token: cut some characters off the end, add an ending, lower the case. A value that many
/// tokens share: nothing is allocated for a token.
/// </summary>
/// <param name="Cut">Characters cut off the end; all of them if the token is shorter.</param>
/// <param name="Add">What is put in their place.</param>
/// <param name="IsLowered">True if what stays of the token is lower-cased (invariant).</param>
public readonly record struct LemmaRule(byte Cut, string Add, bool IsLowered)
{
    /// <summary>The rule that makes a lemma from a form and cuts as little as possible; lowers only what must be lowered.</summary>
    /// <exception cref="ArgumentException">More than 255 characters would have to be cut.</exception>
    public static LemmaRule Between(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma)
    {
        var (kept, lowered) = (CommonPrefix(form, lemma, false), CommonPrefix(form, lemma, true));
        var isLowered = lowered > kept;
        if (isLowered) kept = lowered;
        if (form.Length - kept > byte.MaxValue) throw new ArgumentException("The lemma shares too little with the form.", nameof(lemma));
        return new LemmaRule((byte)(form.Length - kept), lemma[kept..].ToString(), isLowered);
    }

    private static int CommonPrefix(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma, bool isLowered)
    {
        var length = 0;
        while (length < form.Length && length < lemma.Length && (isLowered ? char.ToLowerInvariant(form[length]) : form[length]) == lemma[length]) length++;
        return length;
    }

    /// <summary>The lemma of a form.</summary>
    public string Of(ReadOnlySpan<char> form)
    {
        var stem = form[..Math.Max(0, form.Length - Cut)];
        return IsLowered ? string.Concat(stem.ToString().ToLowerInvariant(), Add) : string.Concat(stem, Add);
    }
}

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
