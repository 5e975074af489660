using System.Collections.Immutable;
using Chancery.Text.Lemmas;
using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Factuality;

/// <summary>
/// What the net of factuality sees of a predicate beside the <see cref="Nets.Encoding"/>: rows of one table, found by hash, for its word and form, the words of its verb group,
/// what stands under it, and the words above it by which it is denied, doubted, planned or taken for granted. No word is stored.
/// </summary>
/// <remarks>What to look at: Stanovsky and others 2017; White and others 2018; Saurí and Pustejovsky 2012.</remarks>
internal sealed class PredicateRows
{
    /// <summary>The most rows a predicate has.</summary>
    public const int Most = 96;

    /// <summary>The first rows stand for the word itself.</summary>
    public const int Whole = 2;

    /// <summary>Changes when the rows of a predicate change: a model is for one number only.</summary>
    public const int Version = 1;

    private const int Ancestors = 5;

    private const ulong FormSalt = 1, LemmaSalt = 2, TagSalt = 3, RelationSalt = 4, HeadSalt = 5, GroupSalt = 6, GroupWordSalt = 7, ChildSalt = 8, ChildWordSalt = 9, AncestorSalt = 10,
        AncestorGroupSalt = 11, ChainSalt = 12, MarkSalt = 13, SubjectSalt = 14, EndSalt = 15, RootSalt = 16, SidedSalt = 17, MarkedAncestorSalt = 18, GovernorSalt = 19, OwnGroupSalt = 20,
        SubjectGroupSalt = 21, NeighbourSalt = 22, FollowerSalt = 23, DenialSalt = 24, DeepChainSalt = 25;

    private readonly SyntaxTree _tree;
    private readonly ImmutableArray<Token> _tokens;
    private readonly ImmutableArray<Tag> _tags;
    private readonly ImmutableArray<Lemma> _lemmas;
    private readonly int _bits;

    /// <param name="tree">The trees of a document with tags and lemmas.</param>
    /// <param name="bits">Base-2 logarithm of the table's rows.</param>
    public PredicateRows(SyntaxTree tree, int bits)
    {
        (_tree, _bits) = (tree, bits);
        (_tokens, _tags, _lemmas) = (tree.Document.Tokens, tree.Document.Tags, tree.Document.Lemmas);
    }

    /// <summary>Writes the rows of a predicate and gives how many there are.</summary>
    public int Of(int predicate, Span<int> rows)
    {
        var (count, group) = (0, Group(predicate));
        Add(rows, ref count, FormSalt, _tokens[predicate].Key);
        Add(rows, ref count, LemmaSalt, _lemmas[predicate].Key);
        Add(rows, ref count, TagSalt, TagOf(predicate));
        var (head, relation) = (_tree.HeadOf(predicate), (ulong)_tree.RelationOf(predicate));
        Add(rows, ref count, RelationSalt, Join(relation, TagOf(predicate), head < predicate ? 1UL : 0));
        Add(rows, ref count, GroupSalt, group);
        Add(rows, ref count, OwnGroupSalt, Join(group, TagOf(predicate), relation));
        if (head >= 0) Add(rows, ref count, HeadSalt, Join(relation, _lemmas[head].Key));
        AddBelow(predicate, group, rows, ref count);
        AddAbove(predicate, group, rows, ref count);
        AddBeside(predicate, rows, ref count);
        return count;
    }

    /// <summary>The words of the verb group, each; the words under the predicate by what they are to it.</summary>
    private void AddBelow(int predicate, ulong group, Span<int> rows, ref int count)
    {
        var subject = _tree.UnderstoodSubjectOf(predicate);
        if (subject >= 0)
        {
            Add(rows, ref count, SubjectSalt, _lemmas[subject].Key);
            Add(rows, ref count, SubjectGroupSalt, Join(_tags[subject].Upos == Upos.PRON ? _tokens[subject].Key : (ulong)_tags[subject].Upos, group));
        }

        foreach (var auxiliary in _tree.AuxiliariesOf(_tree.AuxiliaryHolderOf(predicate)))
            if (count < 30) Add(rows, ref count, GroupWordSalt, _tokens[auxiliary].Key);
        foreach (var child in _tree.Children(predicate))
        {
            if (count >= 56) return;
            var relation = (ulong)_tree.RelationOf(child);
            Add(rows, ref count, ChildSalt, relation);
            Add(rows, ref count, ChildWordSalt, Join(relation, _lemmas[child].Key));
        }
    }

    /// <summary>The words above, each with the relation by which the predicate's branch hangs there and with its own verb group.</summary>
    private void AddAbove(int predicate, ulong group, Span<int> rows, ref int count)
    {
        var (branch, chain, deep) = (predicate, 0UL, 0UL);
        for (var steps = 0; steps < Ancestors && _tree.HeadOf(branch) is >= 0 and var above; steps++)
        {
            var (relation, mark, around) = ((ulong)_tree.RelationOf(branch), MarkKey(branch), Group(above));
            chain = Join(chain, relation);
            deep = Join(deep, relation, around);
            Add(rows, ref count, AncestorSalt, Join(_lemmas[above].Key, relation));
            Add(rows, ref count, AncestorGroupSalt, Join(relation, around, (ulong)steps));
            Add(rows, ref count, MarkedAncestorSalt, Join(mark, relation, steps == 0 ? group : 0));
            Add(rows, ref count, SidedSalt, Join(relation, (ulong)_tags[above].Upos, branch < above ? 0UL : 1, (ulong)Math.Min(steps, 2)));
            if (steps == 0)
            {
                Add(rows, ref count, GovernorSalt, Join(_lemmas[above].Key, relation, around, mark));
                Add(rows, ref count, DenialSalt, Join(relation, around, group, mark));
            }

            branch = above;
        }

        Add(rows, ref count, ChainSalt, chain);
        Add(rows, ref count, DeepChainSalt, Join(deep, group));
        Add(rows, ref count, RootSalt, Join(_lemmas[branch].Key, branch == predicate ? 1UL : 0));
        Add(rows, ref count, EndSalt, Join(LastSign(branch), group));
    }

    private void AddBeside(int predicate, Span<int> rows, ref int count)
    {
        if (predicate > 0) Add(rows, ref count, NeighbourSalt, _tokens[predicate - 1].Key);
        if (predicate + 1 < _tokens.Length) Add(rows, ref count, FollowerSalt, _tokens[predicate + 1].Key);
        Add(rows, ref count, MarkSalt, MarkKey(predicate));
    }

    /// <summary>Tense, modality and negation as one number.</summary>
    private ulong Group(int predicate)
    {
        var isDenied = _tree.NegationOf(predicate) != SyntaxTree.None;
        var isNobody = _tree.NegativeArgumentOf(predicate) != SyntaxTree.None;
        var hasCopula = _tree.CopulaOf(predicate) != SyntaxTree.None;
        return (ulong)_tree.TenseOf(predicate) | (ulong)_tree.ModalityOf(predicate) << 4 | (isDenied ? 1UL << 8 : 0) | (isNobody ? 1UL << 9 : 0) | (hasCopula ? 1UL << 10 : 0);
    }

    private ulong TagOf(int token) => Join((ulong)_tags[token].Upos, (ulong)_tags[token].Penn.Number);

    private ulong MarkKey(int predicate) => _tree.MarkOf(predicate) is >= 0 and var mark ? _tokens[mark].Key : 0;

    /// <summary>The sign with which the sentence ends.</summary>
    private ulong LastSign(int root)
    {
        for (var token = _tree.Yield(root).End - 1; token > root; token--)
            if (_tokens[token].Kind != TokenKind.Quote)
                return _tokens[token].Kind == TokenKind.Punctuation ? _tokens[token].Key : 0;
        return 0;
    }

    private void Add(Span<int> rows, ref int count, ulong salt, ulong value) =>
        rows[count++] = (int)(Chance.Mix(value ^ unchecked(salt * 0x9E3779B97F4A7C15UL)) >> (64 - _bits));

    private static ulong Join(ulong first, ulong second) => unchecked(Chance.Mix(first + 0x632BE59BD9B4E019UL) ^ second * 0xD1342543DE82EF95UL);

    private static ulong Join(ulong first, ulong second, ulong third) => Join(Join(first, second), third);

    private static ulong Join(ulong first, ulong second, ulong third, ulong fourth) => Join(Join(first, second, third), fourth);
}
