using System.Collections.Immutable;
using Chancery.Text.Lemmas;
using Chancery.Text.Names;
using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>
/// What the net of roles sees of a token beside its <see cref="Nets.Encoding"/>: rows of one table, found by hash, for the word, what stands above and below it in the
/// tree and by which relation, quotation marks, paragraphs and names. No word is stored.
/// </summary>
internal sealed class RoleRows
{
    /// <summary>The most rows a token has.</summary>
    public const int Most = 32;

    /// <summary>The first rows stand for the word itself.</summary>
    public const int Whole = 2;

    /// <summary>Changes when the rows of a token change: a model is for one number only.</summary>
    public const int Version = 1;

    private const int Ancestors = 5;

    private const ulong FormSalt = 1, LemmaSalt = 2, TagSalt = 3, RelationSalt = 4, HeadSalt = 5, AncestorSalt = 6, SidedAncestorSalt = 7, ChainSalt = 8, QuoteSalt = 9, PlaceSalt = 10,
        NameSalt = 11, ChildrenSalt = 12, SubjectSalt = 13, DepthSalt = 14, FirstChildSalt = 15;

    private readonly SyntaxTree _tree;
    private readonly ImmutableArray<Token> _tokens;
    private readonly ImmutableArray<Tag> _tags;
    private readonly ImmutableArray<Lemma> _lemmas;
    private readonly int _bits;
    private readonly byte[] _quotes;
    private readonly byte[] _names;
    private TokenRange _part;

    /// <param name="tree">The trees of a document with tags, lemmas and names.</param>
    /// <param name="bits">Base-2 logarithm of the table's rows.</param>
    public RoleRows(SyntaxTree tree, int bits)
    {
        (_tree, _bits) = (tree, bits);
        var document = tree.Document;
        (_tokens, _tags, _lemmas) = (document.Tokens, document.Tags, document.Lemmas);
        _part = new TokenRange(0, _tokens.Length);
        _quotes = QuoteStates.Of(document);
        _names = new byte[_tokens.Length];
        foreach (var name in document.Names)
            for (var token = name.First; token < name.End; token++)
                _names[token] = (byte)(1 + 3 * (int)name.Type + (token == name.First ? 0 : token == name.End - 1 ? 1 : 2));
    }

    /// <summary>From now on a part of the document is read as if it were all: the words above stand in it or not at all, and it stands in nobody's quotation marks.</summary>
    public void Narrow(TokenRange part)
    {
        _part = part;
        QuoteStates.Set(_tree.Document, part, _quotes);
    }

    private int HeadOf(int token) => _tree.HeadOf(token) is var head && _part.Contains(head) ? head : SyntaxTree.None;

    /// <summary>Writes the rows of a token and gives how many there are.</summary>
    public int Of(int token, Span<int> rows)
    {
        var count = 0;
        Add(rows, ref count, FormSalt, _tokens[token].Key);
        Add(rows, ref count, LemmaSalt, _lemmas[token].Key);
        Add(rows, ref count, TagSalt, Join((ulong)_tags[token].Upos, (ulong)_tags[token].Penn.Number));
        var (head, relation) = (HeadOf(token), (ulong)_tree.RelationOf(token));
        Add(rows, ref count, RelationSalt, Join(relation, head < 0 ? 99 : (ulong)_tags[head].Upos, head < token ? 1UL : 0));
        Add(rows, ref count, HeadSalt, Join(relation, head < 0 ? 0 : _lemmas[head].Key));
        Add(rows, ref count, QuoteSalt, _quotes[token]);
        Add(rows, ref count, PlaceSalt, Join((ulong)_tokens[token].Shape, (ulong)_tokens[token].Kind));
        if (_names[token] > 0) Add(rows, ref count, NameSalt, _names[token]);
        AddBelow(token, rows, ref count);
        AddAbove(token, rows, ref count);
        return count;
    }

    private void AddBelow(int token, Span<int> rows, ref int count)
    {
        var (relations, subject) = (0UL, SyntaxTree.None);
        foreach (var child in _tree.Children(token))
        {
            if (!_part.Contains(child)) continue;
            relations |= 1UL << (int)_tree.RelationOf(child);
            if (_tree.RelationOf(child) is Relation.Nsubj or Relation.NsubjPass) subject = child;
        }

        Add(rows, ref count, ChildrenSalt, relations);
        if (subject >= 0) Add(rows, ref count, SubjectSalt, Join(_lemmas[subject].Key, subject < token ? 1UL : 0));
        if (_tree.FirstChild(token) is >= 0 and var first && _part.Contains(first)) Add(rows, ref count, FirstChildSalt, Join(_lemmas[first].Key, (ulong)_tree.RelationOf(first)));
    }

    /// <summary>The words above, each with the relation by which the token's branch hangs there: under "said" by ccomp is content, by nsubj a source.</summary>
    private void AddAbove(int token, Span<int> rows, ref int count)
    {
        var (branch, chain) = (token, 0UL);
        for (var steps = 0; steps < Ancestors && HeadOf(branch) is >= 0 and var above; steps++)
        {
            var relation = (ulong)_tree.RelationOf(branch);
            chain = Join(chain, relation);
            Add(rows, ref count, AncestorSalt, Join(_lemmas[above].Key, relation));
            Add(rows, ref count, SidedAncestorSalt, Join(relation, (ulong)_tags[above].Upos, branch < above ? 0UL : 1, (ulong)Math.Min(steps, 2)));
            branch = above;
        }

        Add(rows, ref count, ChainSalt, chain);
        Add(rows, ref count, DepthSalt, Join(_lemmas[branch].Key, branch < token ? 0UL : branch == token ? 1UL : 2UL));
    }

    private void Add(Span<int> rows, ref int count, ulong salt, ulong value) =>
        rows[count++] = (int)(Chance.Mix(value ^ unchecked(salt * 0x9E3779B97F4A7C15UL)) >> (64 - _bits));

    private static ulong Join(ulong first, ulong second) => unchecked(Chance.Mix(first + 0x632BE59BD9B4E019UL) ^ second * 0xD1342543DE82EF95UL);

    private static ulong Join(ulong first, ulong second, ulong third) => Join(Join(first, second), third);

    private static ulong Join(ulong first, ulong second, ulong third, ulong fourth) => Join(Join(first, second, third), fourth);
}
