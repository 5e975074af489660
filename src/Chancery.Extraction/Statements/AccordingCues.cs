using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Attributions by a preposition: "according to X", "in the words of X". What is said is the clause in which it stands.</summary>
internal sealed class AccordingCues(SpokenText text)
{
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>The attribution by this cue, which the rules found, or <see langword="null"/> if nobody is named.</summary>
    public Attribution? Read(TokenRange cue)
    {
        var source = SourceOf(cue);
        if (source < 0 || text.Lexicons.NoAuthority.Contains(text.LemmaOf(source))) return null;
        var attribution = new Attribution { Cue = cue, CueHead = cue.First, Rule = "according-to", Sentence = text.SentenceOf(cue.First) };
        if (!text.Sources.TakeSource(attribution, source)) return null;
        var phrase = cue.Cover(_tree.NominalWithAppositionsOf(source)).Cover(attribution.SourceRange);
        attribution.Content.AddRange(SpokenText.Without(ClauseOf(phrase, cue), phrase).Select(text.Trimmed).Where(piece => piece.Count > 0));
        return attribution.Content.Count > 0 ? attribution : null;
    }

    /// <summary>The head of the nominal behind the cue.</summary>
    private int SourceOf(TokenRange cue)
    {
        var end = text.Document.Sentences[text.SentenceOf(cue.First)].End;
        if (cue.End >= end) return SyntaxTree.None;
        return text.NominalAt(cue.End);
    }

    private TokenRange ClauseOf(TokenRange phrase, TokenRange cue)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(cue.First)];
        var all = new TokenRange(sentence.First, sentence.End);
        // Within what somebody else says the clause is no longer than that.
        for (var token = cue.First; _tree.HeadOf(token) is >= 0 and var above; token = above)
            if (_tree.KindOf(token) is DependentKind.Complement && _tree.Yield(token) is var clause && clause.First <= phrase.First && clause.Count < all.Count)
                return clause;
        return all;
    }
}
