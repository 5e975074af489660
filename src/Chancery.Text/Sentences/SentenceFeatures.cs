using System.Collections.Immutable;
using Chancery.Text.Tokens;

namespace Chancery.Text.Sentences;

/// <summary>
/// What the model of sentence breaks sees of a place between two tokens: the words and shapes around it, the space, how far
/// the last break is, an open quotation, whether the paragraph ends with an end mark, and what the rules say.
/// </summary>
internal readonly ref struct SentenceFeatures
{
    /// <summary>How many features a place has.</summary>
    public const int Count = 34;

    /// <summary>To be raised with every change of a feature, so that a model made for others is not used.</summary>
    public const ulong Templates = 0x5E47_0001;

    /// <summary>How many more shapes than tokens there must be room for.</summary>
    public const int Padding = 8;

    private const int Before = 4;
    private const int Farthest = 12;
    private const ulong Prime = 0x9E3779B97F4A7C15UL;

    private readonly Document _document;
    private readonly ImmutableArray<Token> _tokens;
    private readonly Span<ulong> _shapes;

    /// <summary>Features over a document; <paramref name="shapes"/> is scratch room, or empty if none will be asked for.</summary>
    public SentenceFeatures(Document document, ImmutableArray<Token> tokens, Span<ulong> shapes)
    {
        _document = document;
        _tokens = tokens;
        _shapes = shapes;
        if (shapes.IsEmpty) return;
        shapes[..Before].Clear();
        shapes.Slice(Before + tokens.Length, Padding - Before).Clear();
        for (var i = 0; i < tokens.Length; i++) shapes[Before + i] = ShapeOf(document.TextOf(tokens[i]), tokens[i]);
    }

    /// <summary>Writes the features of the place before a token.</summary>
    /// <param name="keys">Room for <see cref="Count"/> keys.</param>
    /// <param name="index">The token, 1 or more.</param>
    /// <param name="first">The token that begins the sentence before.</param>
    /// <param name="mark">The last token before the place that is no closing quotation mark or bracket.</param>
    /// <param name="suggested">What the rules say.</param>
    public void Fill(Span<ulong> keys, int index, int first, int mark, bool suggested)
    {
        var rule = suggested ? 3UL : 1UL;
        var space = _tokens[index].Is(TokenShape.SpaceBefore) ? 5UL : 7UL;
        var (s3, s2, s1, s0, n1, n2) = (Shape(index - 3), Shape(index - 2), Shape(index - 1), Shape(index), Shape(index + 1), Shape(index + 2));
        var (w2, w1, w0, v1) = (Word(index - 2), Word(index - 1), Word(index), Word(index + 1));
        var length = (ulong)Math.Min(index - first, 40) / 4 + (index - first < 4 ? (ulong)(index - first) * 16 : 0);
        var at = 0;
        Add(keys, ref at, rule, space, s0, 0);
        Add(keys, ref at, w1, w0, space, 0);
        Add(keys, ref at, w1, s0, space, 0);
        Add(keys, ref at, w1, rule, 0, 0);
        Add(keys, ref at, w0, rule, s0, 0);
        Add(keys, ref at, w0, s1, s0, space);
        Add(keys, ref at, w2, w1, s0, 0);
        Add(keys, ref at, w0, v1, s1, s0);
        Add(keys, ref at, s2, s1, s0, n1);
        Add(keys, ref at, s1, s0, space, rule);
        Add(keys, ref at, w2, s1, s0, 0);
        Add(keys, ref at, s1, s0, v1, 0);
        Add(keys, ref at, length, s1, s0, 0);
        Add(keys, ref at, s3, s2, s1, s0);
        Add(keys, ref at, s1, s0, n1, n2);
        Add(keys, ref at, length, rule, s0, space);
        Add(keys, ref at, w1, s2, s0, n1);
        Add(keys, ref at, w0, s0, n1, length);
        Add(keys, ref at, s2, w1, s0, space);
        Add(keys, ref at, Shape(first), s1, s0, length);
        Add(keys, ref at, s1, s0, LengthOf(index - 1), rule);
        Add(keys, ref at, s0, n1, space, rule);
        Add(keys, ref at, w2, w1, w0, 0);
        Add(keys, ref at, s2, s1, space, rule);
        FillFar(keys, at, index, first, mark, rule);
    }

    /// <summary>What is to be seen beyond the neighbours: the paragraph's end, the sentence's first word, its last before closers.</summary>
    private void FillFar(Span<ulong> keys, int at, int index, int first, int mark, ulong rule)
    {
        var rest = Rest(index);
        var opens = _tokens[first].Is(TokenShape.ParagraphBefore) ? 1UL : 2UL;
        var (s1, s0, closers) = (Shape(index - 1), Shape(index), (ulong)Math.Min(index - mark, 4));
        Add(keys, ref at, rest, s1, s0, 0);
        Add(keys, ref at, rest, Word(index - 1), s0, 0);
        Add(keys, ref at, rest, Word(index), opens, 0);
        Add(keys, ref at, rest, (ulong)Math.Min(index - first, Farthest), rule, opens);
        Add(keys, ref at, Word(first), Word(index - 1), s0, 0);
        Add(keys, ref at, Word(first), Word(index), s1, 0);
        Add(keys, ref at, Shape(mark), s0, Shape(index + 1), closers);
        Add(keys, ref at, Word(mark), Word(index), closers, 0);
        Add(keys, ref at, Word(index - 1), Word(index), Word(index + 1), 0);
        Add(keys, ref at, opens, s1, s0, (ulong)Math.Min(index - first, Farthest));
    }

    /// <summary>How many tokens stand from here to the paragraph's end, 12 at most.</summary>
    private ulong Rest(int index)
    {
        var end = index + 1;
        while (end < _tokens.Length && end - index < Farthest && !_tokens[end].Is(TokenShape.ParagraphBefore)) end++;
        return (ulong)(end - index);
    }

    private static void Add(Span<ulong> keys, ref int at, ulong a, ulong b, ulong c, ulong d)
    {
        unchecked
        {
            var key = ((ulong)at + 1) * Prime;
            key = Mix(key ^ a);
            key = Mix(key ^ b);
            key = Mix(key ^ c);
            keys[at++] = Mix(key ^ d);
        }
    }

    private static ulong Mix(ulong key)
    {
        unchecked
        {
            key *= Prime;
            return key ^ (key >> 29);
        }
    }

    private ulong Shape(int index) => _shapes[Before + index];

    private ulong Word(int index) => index >= 0 && index < _tokens.Length ? _tokens[index].Key : 0;

    private ulong LengthOf(int index) => (ulong)Math.Min(_tokens[index].Span.Length, 6);

    /// <summary>How a token is written: signs as they are, words and numbers by their letters' case.</summary>
    private static ulong ShapeOf(ReadOnlySpan<char> text, Token token)
    {
        if (token.Kind is TokenKind.Punctuation or TokenKind.Quote) return token.Key | 0x100 | (token.Is(TokenShape.SpaceBefore) ? 0UL : 0x200UL);
        if (token.Kind is TokenKind.Number) return 1;
        if (token.Kind is TokenKind.Address) return 2;
        var stop = text[^1] == '.' ? 16UL : 0;
        if (token.Is(TokenShape.AllCapitals)) return 3 + stop;
        if (token.Is(TokenShape.Capital)) return (text.Length == 1 + (stop > 0 ? 1 : 0) ? 4UL : 5UL) + stop;
        return (token.Is(TokenShape.Joined) ? 6UL : token.Is(TokenShape.Digit) ? 7UL : 8UL) + stop;
    }
}
