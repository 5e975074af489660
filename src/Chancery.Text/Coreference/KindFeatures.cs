using Chancery.Text.Tokens;

namespace Chancery.Text.Coreference;

/// <summary>What the model of kinds sees of one mention: its words, its place in the sentence, the type of its name.</summary>
internal sealed class KindFeatures(SyntaxView view)
{
    private readonly ulong[] _keys = new ulong[64];

    /// <summary>How many kinds there are.</summary>
    public static int Kinds { get; } = Enum.GetValues<EntityKind>().Length;

    /// <summary>The features of a mention, without the kind.</summary>
    public ReadOnlySpan<ulong> Of(MentionProfile mention)
    {
        var at = 0;
        var head = mention.Run.Head;
        var text = view.Document.TextOf(view.Tokens[head]);
        Add(1, 1);
        Add(2, mention.HeadLemma);
        Add(3, mention.HeadKey, mention.FirstWord);
        Add(4, mention.Text);
        Add(5, mention.Signature);
        Add(6, mention.Coarse, (ulong)mention.Number);
        Add(7, mention.GovernorLemma, mention.Role);
        Add(8, mention.Preposition, mention.Coarse);
        Add(9, mention.Preposition, mention.HeadLemma);
        Add(10, mention.GovernorLemma, mention.Signature, mention.Role);
        Add(11, (ulong)mention.Gender, mention.Coarse);
        Add(12, (ulong)mention.NameType, mention.Coarse);
        Add(13, mention.FirstWord, mention.Coarse);
        Add(14, mention.LastWord, mention.Coarse);
        Add(15, mention.Determiner, (ulong)mention.Number);
        Add(16, mention.Role, mention.Coarse);
        Add(17, mention.Initials != 0 ? 1UL : 0, (ulong)Math.Min(mention.Run.Length, 4), mention.Coarse);
        for (var length = 2; length <= 4; length++)
            if (text.Length > length)
                Add(18, TokenKey.Of(text[^length..]), mention.Coarse);
        if (text.Length > 3) Add(19, TokenKey.Of(text[..3]), mention.Coarse);
        foreach (var modifier in mention.Modifiers.AsSpan(0, Math.Min(6, mention.Modifiers.Length))) Add(20, modifier, mention.Coarse);
        foreach (var word in mention.NameWords.AsSpan(0, Math.Min(6, mention.NameWords.Length))) Add(21, word);
        if (mention.Possessor >= 0) Add(22, view.Key(mention.Possessor), mention.HeadLemma);
        if (mention.HasRelativeClause) Add(23, 1, mention.Coarse);
        if (mention.Form == MentionForm.Relative && mention.Governor >= 0 && view.Head(mention.Governor) is var noun and >= 0) Add(24, view.Lemma(noun));
        for (var child = view.FirstChild(head); child >= 0 && at < _keys.Length - 2; child = view.NextSibling(child))
            if (view.Relation(child) is Syntax.Relation.Nmod or Syntax.Relation.Compound or Syntax.Relation.NmodDesc)
                Add(25, (ulong)view.Relation(child), view.Lemma(child));
        return _keys.AsSpan(0, at);

        void Add(int template, ulong a, ulong b = 0, ulong c = 0) => _keys[at++] = FeatureKeys.Of(template, a, b, c);
    }
}
