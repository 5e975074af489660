using Chancery.Text.Syntax;

namespace Chancery.Text.Coreference;

/// <summary>What the ranking model sees of a mention when it asks whether it stands for something that was not named before.</summary>
internal sealed class NewFeatures(MentionContext context, FeatureKeys keys)
{
    private readonly SyntaxView _view = context.View;

    public void Fill(int index)
    {
        var mention = context.Mentions[index];
        var seen = (context.HasText(index) ? 4UL : 0) + (context.HasHead(index) ? 2UL : 0) + (context.HasName(index) ? 1UL : 0);
        var one = mention.Signature;
        Add(10, 1);
        Add(13, seen);
        Add(16, (ulong)Math.Min(mention.Run.Length, 8));
        Add(19, mention.Role);
        Add(22, mention.FirstWord);
        Add(25, mention.Determiner);
        Add(28, (ulong)mention.Kind);
        Add(31, (mention.HasRelativeClause ? 1UL : 0) + (mention.HasConjunct ? 2UL : 0) + (mention.Possessor >= 0 ? 4UL : 0) + (mention.Count != 0 ? 8UL : 0));
        Add(34, (ulong)Math.Min(mention.Modifiers.Length, 4));
        Add(37, Place(index));
        Add(40, (ulong)mention.NameType);
        keys.Add(50, mention.HeadLemma, seen);
        keys.Add(51, mention.HeadLemma, mention.Coarse);
        keys.Add(52, mention.Text);
        keys.Add(53, mention.LastWord, one);
        keys.Add(54, mention.GovernorLemma, mention.Role, one);
        keys.Add(55, mention.Preposition, mention.Role, one);
        keys.Add(56, Before(mention.Run.First - 1), one);
        keys.Add(57, Before(mention.Run.End), one);
        keys.Add(58, (ulong)mention.Kind, seen, mention.Coarse);
        keys.Add(59, mention.Determiner, seen, (ulong)Math.Min(mention.Modifiers.Length, 3));
        keys.Add(60, mention.Governor >= 0 ? (ulong)_view.Upos(mention.Governor) + 1 : 0, mention.Role, one);
        keys.Add(61, IsPredicate(mention) ? 1UL : 0, one);
        keys.Add(62, _view.Child(mention.Run.Head, Relation.Nmod) >= 0 ? 1UL : 0, one, seen);
        keys.Add(63, mention.Quote > 0 ? 1UL : 0, one);
        keys.Add(64, mention.HeadKey, mention.FirstWord);
        foreach (var modifier in mention.Modifiers) keys.Add(65, modifier, mention.Coarse, seen);

        void Add(int template, ulong value)
        {
            keys.Add(template, value);
            keys.Add(template + 1, value, one);
            keys.Add(template + 2, value, FeatureKeys.Join(seen, mention.Coarse));
        }
    }

    private static ulong Place(int index) => index switch { 0 => 0, < 3 => 1, < 10 => 2, < 30 => 3, < 100 => 4, _ => 5 };

    private ulong Before(int token) => token >= 0 && token < _view.Count ? _view.Key(token) : 0;

    private bool IsPredicate(MentionProfile mention) => _view.Child(mention.Run.Head, Relation.Cop) >= 0;
}
