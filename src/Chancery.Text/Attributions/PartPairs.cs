using System.Collections.Immutable;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>
/// What can be told of a cue and another part that may belong to it: how far they stand apart, what stands between, and how they hang
/// together in the tree.
/// </summary>
internal sealed class PartPairs
{
    /// <summary>Changes when the features change: trees are for one number only.</summary>
    public const ulong Templates = 1;

    /// <summary>Features of a pair.</summary>
    public const int Width = 46;

    private const int Farthest = 200;
    private const int Deepest = 8;

    private readonly SyntaxTree _tree;
    private readonly ImmutableArray<Token> _tokens;
    private List<Part> _parts = [];
    private readonly int[] _sentences;
    private readonly int[] _paragraphs;
    private readonly int[] _quotes;
    private readonly byte[] _states;

    public PartPairs(SyntaxTree tree)
    {
        (_tree, _tokens) = (tree, tree.Document.Tokens);
        (_sentences, _paragraphs, _quotes) = (new int[_tokens.Length], new int[_tokens.Length], new int[_tokens.Length + 1]);
        _states = QuoteStates.Of(tree.Document);
        for (var i = 0; i < tree.Document.Sentences.Length; i++)
            for (var token = tree.Document.Sentences[i].First; token < tree.Document.Sentences[i].End; token++) _sentences[token] = i;
        for (var token = 0; token < _tokens.Length; token++)
        {
            _paragraphs[token] = (token == 0 ? 0 : _paragraphs[token - 1]) + (_tokens[token].Is(TokenShape.ParagraphBefore) ? 1 : 0);
            _quotes[token + 1] = _quotes[token] + (_tokens[token].Kind == TokenKind.Quote ? 1 : 0);
        }
    }

    /// <summary>From now on pairs of these parts are asked for, which stand in the order of the text.</summary>
    public void Set(List<Part> parts) => _parts = parts;

    /// <summary>The features of a pair, given by the places of cue and part among the parts.</summary>
    public float[] Of(int cueAt, int partAt)
    {
        var features = new float[Width];
        var (cue, part) = (_parts[cueAt], _parts[partAt]);
        Places(features, cue.Range, part.Range);
        Between(features, cueAt, partAt);
        Above(features.AsSpan(14), part.Head, cue.Range);
        Above(features.AsSpan(24), cue.Head, part.Range);
        Surroundings(features.AsSpan(34), cue, part);
        return features;
    }

    private void Places(float[] features, TokenRange cue, TokenRange part)
    {
        var isBefore = part.First < cue.First;
        var (from, to) = isBefore ? (part.End, cue.First) : (cue.End, part.First);
        var gap = Math.Clamp(to - from, 0, Farthest);
        features[0] = isBefore ? -gap - 1 : gap + 1;
        features[1] = gap;
        features[2] = Math.Min(Farthest, Math.Min(Math.Abs(_sentences[part.First] - _sentences[cue.First]), Math.Abs(_sentences[part.End - 1] - _sentences[cue.First])));
        features[3] = Math.Clamp(_paragraphs[part.First] - _paragraphs[cue.First], -Deepest, Deepest);
        features[4] = to > from ? _quotes[to] - _quotes[from] : 0;
        features[5] = part.Count;
        features[6] = cue.Count;
        features[7] = _paragraphs[part.End - 1] - _paragraphs[part.First];
        features[8] = to > from ? _tokens[isBefore ? to - 1 : from].Kind == TokenKind.Punctuation ? 1 : 0 : -1;
    }

    private void Between(float[] features, int cueAt, int partAt)
    {
        var step = partAt < cueAt ? 1 : -1;
        for (var at = partAt + step; at != cueAt; at += step)
        {
            var role = _parts[at].Role;
            if (role == AttributionRole.Cue) features[9]++;
            else if (role == _parts[partAt].Role) features[10]++;
            else features[11]++;
        }

        features[12] = CuesBeyond(partAt, -step);
        features[13] = _parts[partAt].Role == AttributionRole.Source ? 1 : 0;
    }

    /// <summary>How near the next cue stands on the other side of the part: tokens, or the farthest if there is none.</summary>
    private float CuesBeyond(int partAt, int step)
    {
        for (var at = partAt + step; at >= 0 && at < _parts.Count; at += step)
        {
            if (_parts[at].Role != AttributionRole.Cue) continue;
            var (one, other) = (_parts[Math.Min(at, partAt)].Range, _parts[Math.Max(at, partAt)].Range);
            return Math.Min(Farthest, other.First - one.End);
        }

        return Farthest;
    }

    /// <summary>Steps from a head up to a run of words, and by which relation its branch hangs there.</summary>
    private void Above(Span<float> features, int head, TokenRange range)
    {
        features[0] = Deepest + 1;
        var branch = head;
        for (var steps = 1; steps <= Deepest && _tree.HeadOf(branch) is >= 0 and var above; steps++)
        {
            if (range.Contains(above))
            {
                features[0] = steps;
                features[1 + KindOf(_tree.RelationOf(branch))] = 1;
                return;
            }

            branch = above;
        }
    }

    private static int KindOf(Relation relation) => relation switch
    {
        Relation.Nsubj or Relation.NsubjPass => 0,
        Relation.Ccomp => 1,
        Relation.Parataxis => 2,
        Relation.Xcomp or Relation.Obj or Relation.Iobj => 3,
        Relation.Advcl => 4,
        Relation.Acl or Relation.Relative => 5,
        Relation.Conj => 6,
        Relation.Obl or Relation.OblAgent or Relation.Nmod => 7,
        _ => 8,
    };

    private void Surroundings(Span<float> features, Part cue, Part part)
    {
        features[0] = (int)_tree.UposOf(cue.Head);
        features[1] = (int)_tree.UposOf(part.Head);
        features[2] = _tree.UnderstoodSubjectOf(cue.Head) is >= 0 and var subject && part.Range.Contains(subject) ? 1 : 0;
        features[3] = _states[part.Range.First];
        features[4] = _states[part.Range.End - 1];
        features[5] = _states[cue.Range.First];
        features[6] = _tokens[part.Range.First].Is(TokenShape.ParagraphBefore) ? 1 : 0;
        features[7] = (int)_tree.RelationOf(cue.Head);
        features[8] = (int)_tree.RelationOf(part.Head);
        features[9] = CommonAbove(cue.Head, part.Head);
        features[10] = cue.Range.First > 0 ? (int)_tokens[cue.Range.First - 1].Kind : -1;
        features[11] = cue.Range.End < _tokens.Length ? (int)_tokens[cue.Range.End].Kind : -1;
    }

    /// <summary>Steps from two heads to what stands above both, together.</summary>
    private int CommonAbove(int one, int other)
    {
        Span<int> above = stackalloc int[Deepest];
        var count = 0;
        for (var at = one; at >= 0 && count < Deepest; at = _tree.HeadOf(at)) above[count++] = at;
        var steps = 0;
        for (var at = other; at >= 0 && steps < Deepest; at = _tree.HeadOf(at), steps++)
            if (above[..count].IndexOf(at) is >= 0 and var found)
                return found + steps;
        return 2 * Deepest;
    }
}
