using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Attributions to nobody by an adverb: "reportedly", "allegedly". What is said is the adverb's clause without it.</summary>
internal sealed class HearsayCues(SpokenText text)
{
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>The attribution by this adverb, or <see langword="null"/> if it is none.</summary>
    public Attribution? Read(int adverb)
    {
        if (!text.Lexicons.HearsayAdverbs.Contains(text.Tokens[adverb].Key) || _tree.HeadOf(adverb) < 0) return null;
        var clause = ClauseOf(_tree.ClauseOf(_tree.HeadOf(adverb)), adverb);
        var attribution = new Attribution { Cue = new TokenRange(adverb, adverb + 1), CueHead = adverb, Rule = "hearsay", Sentence = text.SentenceOf(adverb) };
        attribution.Content.AddRange(SpokenText.Without(clause, attribution.Cue).Select(text.Trimmed).Where(piece => piece.Count > 0));
        return attribution.Content.Count > 0 ? attribution : null;
    }

    /// <summary>A clause with its subject, without the conjunction or mark before it and without the clauses joined to it.</summary>
    private TokenRange ClauseOf(int predicate, int adverb)
    {
        var (first, end) = (_tree.Yield(predicate).First, _tree.Yield(predicate).End);
        foreach (var child in _tree.Children(predicate))
        {
            var kind = _tree.KindOf(child);
            var part = _tree.Yield(child);
            if (kind is DependentKind.Conjunct or DependentKind.Parataxis && child > adverb && _tree.SubjectOf(child) >= 0) end = Math.Min(end, part.First);
            if (kind is DependentKind.Mark or DependentKind.Coordinator && part.First == first) first = part.End;
        }

        while (end > first && _tree.KindOf(end - 1) is DependentKind.Coordinator or DependentKind.Punctuation) end--;
        return new TokenRange(first, Math.Max(end, first));
    }
}
