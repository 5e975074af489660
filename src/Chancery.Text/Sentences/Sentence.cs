using System.Collections.Immutable;
using Chancery.Text.Tokens;

namespace Chancery.Text.Sentences;

/// <summary>A sentence, heading or list item: a run of tokens. Not trimmed of its quotation marks.</summary>
/// <param name="Span">From its first token to its last, UTF-16 code units.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index of the token after its last.</param>
public readonly record struct Sentence(Span Span, int First, int End) : IAnnotation
{
    /// <summary>How many tokens it has, 1 or more.</summary>
    public int Count => End - First;
}

/// <summary>The sentence layer's short name, and the way from places to sentences and tokens.</summary>
public static class SentenceLayer
{
    extension(Document document)
    {
        /// <summary>The sentences in order; every token belongs to exactly one.</summary>
        public ImmutableArray<Sentence> Sentences => document.Layer<Sentence>();

        /// <summary>Index of the sentence that holds a code unit, or of the nearest one before it; -1 if there is none.</summary>
        public int SentenceAt(int position) => LastStartingBy(document.Sentences, position);

        /// <summary>Index of the token that holds a code unit, or of the nearest one before it; -1 if there is none.</summary>
        public int TokenAt(int position) => LastStartingBy(document.Tokens, position);
    }

    private static int LastStartingBy<T>(ImmutableArray<T> layer, int position) where T : IAnnotation
    {
        var (low, high) = (0, layer.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (layer[middle].Span.Start <= position) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
