using Chancery.Text.Syntax;

namespace Chancery.Text.Coreference;

/// <summary>What the model sees of a run that may be a mention.</summary>
internal sealed class KeepFeatures(SyntaxView view)
{
    private readonly FeatureKeys _keys = CorefModel.KeepKeys();

    /// <summary>The features of a run.</summary>
    public ReadOnlySpan<ulong> Of(MentionProfile mention)
    {
        _keys.Clear();
        var (run, head) = (mention.Run, mention.Run.Head);
        var isWide = mention.HasConjunct ? 1UL : 0;
        var relation = ((ulong)view.Relation(head) * 2) + isWide;
        var upos = (ulong)view.Upos(head);
        var governor = view.Head(head);
        var above = governor < 0 ? 0 : (ulong)view.Upos(governor) + 1;
        var length = (ulong)Math.Min(run.Length, 6);
        var capital = mention.Initials != 0 ? 2UL : mention.NameWords.Length > 0 ? 1UL : 0;
        _keys.Add(1, relation, upos);
        _keys.Add(2, relation, upos, above);
        _keys.Add(3, relation, mention.HeadLemma);
        _keys.Add(4, upos, mention.HeadLemma);
        _keys.Add(5, relation, mention.Signature, length);
        _keys.Add(6, relation, mention.FirstWord);
        _keys.Add(7, relation, mention.Determiner, length);
        _keys.Add(8, relation, upos, mention.GovernorLemma);
        _keys.Add(9, mention.HeadLemma, mention.GovernorLemma, relation);
        _keys.Add(10, relation, Key(run.First - 1));
        _keys.Add(11, relation, Key(run.End));
        _keys.Add(12, mention.Text);
        _keys.Add(13, relation, (ulong)mention.Number, (ulong)mention.Kind);
        _keys.Add(14, relation, capital, upos);
        _keys.Add(15, relation, (ulong)mention.NameType, upos);
        _keys.Add(16, upos, mention.Preposition, mention.HeadLemma);
        _keys.Add(17, mention.Preposition, mention.GovernorLemma);
        _keys.Add(18, isWide, above, mention.FirstWord);
        _keys.Add(19, 1);
        _keys.Add(20, mention.LastWord, relation);
        if (governor >= 0)
        {
            _keys.Add(21, relation, (ulong)view.Relation(governor), above);
            _keys.Add(22, relation, (ulong)(Math.Clamp(head - governor, -4, 4) + 8), upos);
            _keys.Add(23, relation, view.Child(governor, Relation.Det) >= 0 ? 1UL : 0, upos);
        }

        foreach (var modifier in mention.Modifiers) _keys.Add(24, modifier, mention.HeadLemma);
        if (mention.HasConjunct) Conjuncts(mention);
        return _keys.Keys;
    }

    private void Conjuncts(MentionProfile mention)
    {
        var conjunct = view.Child(mention.Run.Head, Relation.Conj);
        if (conjunct < 0) return;
        _keys.Add(30, (ulong)view.Upos(mention.Run.Head), (ulong)view.Upos(conjunct), (ulong)view.Relation(mention.Run.Head));
        _keys.Add(31, view.Lemma(conjunct), mention.Determiner != 0 ? 1UL : 0);
        _keys.Add(32, view.Child(conjunct, Relation.Det) >= 0 ? 1UL : 0, mention.Determiner != 0 ? 1UL : 0, (ulong)mention.Kind);
        _keys.Add(33, Key(view.Child(conjunct, Relation.Cc)), (ulong)mention.Kind);
    }

    private ulong Key(int token) => token >= 0 && token < view.Count ? view.Key(token) : 0;
}
