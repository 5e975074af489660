using Chancery.Text.Names;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Text.Coreference;

/// <summary>
/// Which two mentions cannot stand for the same, whatever the model says. By grammar alone, in one sentence: the subject and the object of
/// one verb without a reflexive (principles B and C), and an owner and what it owns. By what the net sees in names: a day or an amount of money is
/// nobody and no place.
/// </summary>
internal static class Binding
{
    /// <summary>True if the two cannot be the same.</summary>
    public static bool Forbids(SyntaxView view, MentionProfile mention, MentionProfile earlier)
    {
        if (WorldOf(mention) != WorldOf(earlier) && mention.NameType != 0 && earlier.NameType != 0) return true;
        if (mention.Sentence != earlier.Sentence || mention.Run.Head == earlier.Run.Head) return false;
        return IsOwner(view, mention, earlier) || IsOwner(view, earlier, mention) || AreSubjectAndObject(view, mention, earlier);
    }

    /// <summary>0 for whoever and whatever has a name of its own, another number for days and for amounts.</summary>
    private static int WorldOf(MentionProfile mention) => mention.NameType switch { (int)NameType.Date + 1 => 1, (int)NameType.Money + 1 => 2, _ => 0 };

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
