using System.Collections.Immutable;
using Chancery.Text.Lemmas;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Coreference;

/// <summary>
/// A document's trees in arrays that are quick to walk: heads with their dependents, the run of tokens under each, depth, sentence,
/// paragraph and quotation. Made once for a document in linear time. A token whose heads go round in a circle counts as a root.
/// </summary>
internal sealed class SyntaxView
{
    private const int MostSteps = 200;

    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _depth;
    private readonly int[] _sentence;
    private readonly int[] _paragraph;
    private readonly int[] _quote;
    private readonly ulong[] _lemmas;

    public SyntaxView(Document document)
    {
        Document = document;
        Tokens = document.Tokens;
        Tags = document.Tags;
        Dependencies = document.Dependencies;
        Count = Math.Min(Tokens.Length, Math.Min(Tags.Length, Dependencies.Length));
        _firstChild = new int[Count];
        _nextSibling = new int[Count];
        _left = new int[Count];
        _right = new int[Count];
        _depth = new int[Count];
        _sentence = new int[Count];
        _paragraph = new int[Count];
        _quote = new int[Count];
        _lemmas = new ulong[Count];
        LinkChildren();
        Spread();
        NumberSentences();
        Quotes = MarkQuotes();
        FillLemmas();
    }

    public Document Document { get; }

    public ImmutableArray<Token> Tokens { get; }

    public ImmutableArray<Tag> Tags { get; }

    public ImmutableArray<Dependency> Dependencies { get; }

    /// <summary>How many tokens have a tag and a head.</summary>
    public int Count { get; }

    /// <summary>How many quotations there are; a token's quotation is 1 to this, or 0.</summary>
    public int Quotes { get; }

    public int Head(int token) => Dependencies[token].Head is var head && head >= 0 && head < Count ? head : -1;

    public Relation Relation(int token) => Dependencies[token].Relation;

    public Upos Upos(int token) => Tags[token].Upos;

    public ulong Key(int token) => Tokens[token].Key;

    public ulong Lemma(int token) => _lemmas[token];

    /// <summary>First token under this one; it and all of its dependents lie from here to <see cref="Right"/>.</summary>
    public int Left(int token) => _left[token];

    /// <summary>Last token under this one.</summary>
    public int Right(int token) => _right[token];

    public int Depth(int token) => _depth[token];

    public int Sentence(int token) => _sentence[token];

    public int Paragraph(int token) => _paragraph[token];

    public int Quote(int token) => _quote[token];

    /// <summary>First dependent in order of the text, or -1.</summary>
    public int FirstChild(int token) => _firstChild[token];

    /// <summary>The next dependent of the same head, or -1.</summary>
    public int NextSibling(int token) => _nextSibling[token];

    /// <summary>The first dependent with that relation, or -1.</summary>
    public int Child(int token, Relation relation)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
            if (Relation(child) == relation)
                return child;
        return -1;
    }

    /// <summary>True if <paramref name="upper"/> is above <paramref name="token"/>, a bounded number of steps away.</summary>
    public bool IsUnder(int token, int upper)
    {
        for (var steps = 0; steps < MostSteps && (token = Head(token)) >= 0; steps++)
            if (token == upper)
                return true;
        return false;
    }

    /// <summary>The token of a run that the others hang from: the least deep, the first among equals, a sign only if there is nothing else.</summary>
    public int HeadOf(int first, int end)
    {
        var best = first;
        for (var token = first + 1; token < end; token++)
            if ((IsSign(best) && !IsSign(token)) || (_depth[token] < _depth[best] && !IsSign(token)))
                best = token;
        return best;
    }

    private bool IsSign(int token) => Upos(token) == Text.Tags.Upos.PUNCT;

    private void LinkChildren()
    {
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (var token = Count - 1; token >= 0; token--)
        {
            var head = Head(token);
            if (head < 0) continue;
            _nextSibling[token] = _firstChild[head];
            _firstChild[head] = token;
        }
    }

    /// <summary>Walks down from the roots for depth, and back up for the runs.</summary>
    private void Spread()
    {
        var order = new int[Count];
        var filled = 0;
        for (var token = 0; token < Count; token++)
        {
            (_left[token], _right[token]) = (token, token);
            if (Head(token) < 0) order[filled++] = token;
        }

        for (var i = 0; i < filled; i++)
            for (var child = _firstChild[order[i]]; child >= 0; child = _nextSibling[child])
            {
                _depth[child] = _depth[order[i]] + 1;
                order[filled++] = child;
            }

        for (var i = filled - 1; i >= 0; i--)
        {
            var head = Head(order[i]);
            if (head < 0) continue;
            _left[head] = Math.Min(_left[head], _left[order[i]]);
            _right[head] = Math.Max(_right[head], _right[order[i]]);
        }
    }

    private void NumberSentences()
    {
        var sentences = Document.Sentences;
        for (var i = 0; i < sentences.Length; i++)
            for (var token = sentences[i].First; token < Math.Min(sentences[i].End, Count); token++)
                _sentence[token] = i;
        var paragraph = 0;
        for (var token = 0; token < Count; token++) _paragraph[token] = Tokens[token].Is(TokenShape.ParagraphBefore) ? ++paragraph : paragraph;
    }

    private int MarkQuotes()
    {
        var (count, open) = (0, 0);
        for (var token = 0; token < Count; token++)
        {
            if (token > 0 && _paragraph[token] != _paragraph[token - 1]) open = 0;
            var mark = QuoteMark(token);
            if (mark == 1 || (mark == 0 && open == 0)) open = ++count;
            else if (mark >= 0) open = 0;
            else _quote[token] = open;
        }

        return count;
    }

    /// <summary>1 for a mark that opens, 2 for one that closes, 0 for one that could be either, -1 for none.</summary>
    private int QuoteMark(int token)
    {
        var text = Document.TextOf(Tokens[token]);
        if (text.Length is 0 or > 2) return -1;
        if (text.Length == 2) return text is "``" ? 1 : text is "''" ? 2 : -1;
        return text[0] switch { '\u201C' or '\u00AB' => 1, '\u201D' or '\u00BB' => 2, '"' => 0, _ => -1 };
    }

    private void FillLemmas()
    {
        var lemmas = Document.Lemmas;
        for (var token = 0; token < Count; token++) _lemmas[token] = token < lemmas.Length ? lemmas[token].Key : Stem(token);
    }

    /// <summary>The key of a token without a plural's ending: what serves where nobody laid lemmas.</summary>
    private ulong Stem(int token)
    {
        var text = Document.TextOf(Tokens[token]);
        if (Tags[token].Penn.ToString() is not ("NNS" or "NNPS") || text.Length < 4 || text[^1] is not ('s' or 'S')) return Key(token);
        if (text.EndsWith("ies", StringComparison.OrdinalIgnoreCase)) return TokenKey.Of(string.Concat(text[..^3], "y"));
        return TokenKey.Of(text[..^1]);
    }
}
