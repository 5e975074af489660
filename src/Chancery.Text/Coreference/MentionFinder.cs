using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Coreference;

/// <summary>
/// Finds the runs of tokens that may be mentions: for every noun, name, pronoun and number its phrase, and the whole coordination that it
/// heads. Gives too many; <see cref="KeepFeatures"/> and the model choose. Linear in the text.
/// </summary>
internal static class MentionFinder
{
    private static readonly HashSet<ulong> Adverbs = [.. new[] { "here", "there", "then", "now", "today", "tomorrow", "yesterday" }.Select(word => TokenKey.Of(word))];
    private static readonly HashSet<ulong> Passing = [.. new[] { "not", "also", "still", "just", "really", "so", "actually", "never", "always", "only", "already" }.Select(word => TokenKey.Of(word))];

    /// <summary>The runs, in order of their first token, a shorter one before a longer; no two are the same.</summary>
    public static List<MentionRun> Find(SyntaxView view)
    {
        var runs = new List<MentionRun>();
        for (var token = 0; token < view.Count; token++)
        {
            if (!MayHead(view, token)) continue;
            runs.Add(Phrase(view, token, isWide: false));
            if (view.Child(token, Relation.Conj) >= 0) runs.Add(Phrase(view, token, isWide: true));
        }

        runs.Sort((left, right) => (left.First, left.End, view.Depth(left.Head), left.Head).CompareTo((right.First, right.End, view.Depth(right.Head), right.Head)));
        var kept = 0;
        for (var i = 0; i < runs.Count; i++)
            if (kept == 0 || runs[i].First != runs[kept - 1].First || runs[i].End != runs[kept - 1].End)
                runs[kept++] = runs[i];
        runs.RemoveRange(kept, runs.Count - kept);
        return runs;
    }

    private static bool MayHead(SyntaxView view, int token)
    {
        var relation = view.Relation(token);
        if (relation is Relation.Flat or Relation.Fixed or Relation.Goeswith or Relation.Punct or Relation.Case or Relation.Cc or Relation.Nummod or Relation.NmodDesc or Relation.Mark) return false;
        return view.Upos(token) switch
        {
            Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.SYM or Upos.X => true,
            Upos.DET => relation is not (Relation.Det or Relation.DetPredet),
            Upos.ADJ => relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Obl or Relation.Iobj or Relation.Nmod,
            Upos.ADV => Adverbs.Contains(view.Key(token)),
            _ => false,
        };
    }

    private static MentionRun Phrase(SyntaxView view, int head, bool isWide)
    {
        var isPredicate = view.Child(head, Relation.Cop) >= 0 || view.Child(head, Relation.Nsubj) >= 0;
        var (first, last) = (head, head);
        for (var child = view.FirstChild(head); child >= 0; child = view.NextSibling(child))
        {
            if (!IsPart(view, head, child, isWide, isPredicate) || view.Sentence(child) != view.Sentence(head)) continue;
            first = Math.Min(first, view.Left(child));
            last = Math.Max(last, view.Right(child));
        }

        while (first < head && view.Upos(first) == Upos.PUNCT) first++;
        while (last > head && view.Upos(last) == Upos.PUNCT && !ClosesBracket(view, last)) last--;
        return new MentionRun(first, last + 1, head);
    }

    private static bool IsPart(SyntaxView view, int head, int child, bool isWide, bool isPredicate)
    {
        switch (view.Relation(child))
        {
            case Relation.Case:
                return child > head && view.Tags[child].Penn.Is("POS");
            case Relation.Conj or Relation.CcPreconj:
                return isWide;
            case Relation.Advmod when Passing.Contains(view.Lemma(child)):
                return false;
            case Relation.Advmod when isPredicate && child < head:
            case Relation.Advcl or Relation.Obl or Relation.OblUnmarked or Relation.Ccomp or Relation.NmodUnmarked when isPredicate:
                return false;
            case Relation.Cc or Relation.Punct or Relation.Cop or Relation.Mark or Relation.Parataxis or Relation.Discourse or Relation.Vocative:
            case Relation.Reparandum or Relation.List or Relation.Dislocated or Relation.Expl or Relation.Orphan or Relation.Dep or Relation.Appos:
            case Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Csubj or Relation.CsubjOuter or Relation.Aux or Relation.AuxPass or Relation.AdvclRelative:
                return false;
            default:
                return true;
        }
    }

    private static bool ClosesBracket(SyntaxView view, int token) => view.Document.TextOf(view.Tokens[token]) is ")" or "]";
}
