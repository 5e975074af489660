using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Text.Coreference;

/// <summary>
/// Which two mentions of one sentence cannot stand for the same by grammar alone, whatever the model says: the subject and the object of
/// one verb without a reflexive (principles B and C), and an owner and what it owns.
/// </summary>
internal static class Binding
{
    /// <summary>True if the two cannot be the same.</summary>
    public static bool Forbids(SyntaxView view, MentionProfile mention, MentionProfile earlier)
    {
        if (mention.Sentence != earlier.Sentence || mention.Run.Head == earlier.Run.Head) return false;
        return IsOwner(view, mention, earlier) || IsOwner(view, earlier, mention) || AreSubjectAndObject(view, mention, earlier);
    }

    private static bool IsOwner(SyntaxView view, MentionProfile owner, MentionProfile owned) =>
        owned.Possessor == owner.Run.Head && owner.Form != MentionForm.Relative && view.Head(owner.Run.Head) == owned.Run.Head;

    private static bool AreSubjectAndObject(SyntaxView view, MentionProfile mention, MentionProfile earlier)
    {
        if (mention.Governor < 0 || mention.Governor != earlier.Governor || view.Upos(mention.Governor) != Upos.VERB) return false;
        if (mention.Form is MentionForm.Reflexive or MentionForm.Relative || earlier.Form is MentionForm.Reflexive or MentionForm.Relative) return false;
        return (mention.IsSubject && IsObject(earlier)) || (earlier.IsSubject && IsObject(mention));
    }

    private static bool IsObject(MentionProfile mention) => mention.Role is (ulong)Relation.Obj + 1 or (ulong)Relation.Iobj + 1;
}
