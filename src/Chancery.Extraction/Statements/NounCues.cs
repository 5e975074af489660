using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Attributions by a noun of saying with a clause: "the governor's claim that …", "issued a warning that …".</summary>
internal sealed class NounCues(SpokenText text)
{
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>The attribution by this noun, or <see langword="null"/> if it says nothing.</summary>
    public Attribution? Read(int noun)
    {
        if (text.UposOf(noun) != Upos.NOUN || IsMeans(noun) || text.Lexicons.SpeechNouns[text.LemmaOf(noun)] is not { } frames) return null;
        if (ClauseOf(noun, frames) is not { } clause) return null;
        var light = LightVerb(noun);
        var attribution = new Attribution
        {
            Cue = light >= 0 ? new TokenRange(light, noun + 1) : new TokenRange(noun, noun + 1),
            CueHead = noun,
            Rule = light >= 0 ? "light-verb" : "noun",
            Sentence = text.SentenceOf(noun),
        };
        attribution.Content.Add(text.Trimmed(clause));
        var holder = HolderOf(noun, light);
        if (holder < 0 ? !frames.HasFlag(SpeechFrames.Hearsay) : !text.Sources.TakeSource(attribution, holder)) return null;
        return attribution.Content[0].Count > 0 ? attribution : null;
    }

    /// <summary>The clause with "that", or the infinitive, that says what the noun is about.</summary>
    private TokenRange? ClauseOf(int noun, SpeechFrames frames)
    {
        if (text.ThatClauseUnder(noun) is >= 0 and var hung) return new TokenRange(_tree.Yield(hung).First, EndOf(hung));
        foreach (var holder in (ReadOnlySpan<int>)[noun, LightVerb(noun)])
        {
            if (holder < 0) continue;
            foreach (var child in _tree.Children(holder))
            {
                if (child < noun || _tree.KindOf(child) is not (DependentKind.NounClause or DependentKind.Complement or DependentKind.RelativeClause or DependentKind.OpenComplement or DependentKind.AdverbialClause)) continue;
                var mark = _tree.MarkOf(child);
                if (mark < noun) continue;
                if (text.Is(mark, "that") || (text.Is(mark, "to") && frames.HasFlag(SpeechFrames.Infinitive))) return new TokenRange(mark, EndOf(child));
            }
        }

        return null;
    }

    /// <summary>The end of a clause; before a second finite verb without subject or link, which is the sentence's own: "the claim that it was sound did not survive".</summary>
    private int EndOf(int clause)
    {
        foreach (var child in _tree.Children(clause))
            if (child > clause && _tree.KindOf(child) is DependentKind.Complement or DependentKind.AdverbialClause or DependentKind.Parataxis or DependentKind.OpenComplement && _tree.MarkOf(child) < 0 && _tree.SubjectOf(child) < 0 &&
                text.Document.Tags[_tree.Yield(child).First].Penn is var penn && (penn.Is("VBD") || penn.Is("VBZ") || penn.Is("VBP") || penn.Is("MD")))
                return _tree.Yield(child).First;
        return _tree.Yield(clause).End;
    }

    /// <summary>"vowed in a message that": the noun is the means, the verb says it.</summary>
    private bool IsMeans(int noun) => _tree.KindOf(noun) is DependentKind.Oblique && _tree.HeadOf(noun) is >= 0 and var verb && text.UposOf(verb) == Upos.VERB && text.Lexicons.SpeechVerbs[text.LemmaOf(verb)] is not null;

    /// <summary>The verb that says nothing of its own, of which the noun is the object; none if it is denied or only wished.</summary>
    private int LightVerb(int noun)
    {
        var verb = _tree.KindOf(noun) == DependentKind.DirectObject ? _tree.HeadOf(noun) : SyntaxTree.None;
        return verb >= 0 && verb < noun && noun - verb <= 4 && text.Lexicons.LightVerbs.Contains(text.LemmaOf(verb)) && _tree.NegationOf(verb) < 0 ? verb : SyntaxTree.None;
    }

    private int HolderOf(int noun, int light)
    {
        if (light >= 0 && _tree.UnderstoodSubjectOf(light) is >= 0 and var subject) return subject;
        if (_tree.PossessorOf(noun) is >= 0 and var possessor) return possessor;
        foreach (var child in _tree.Children(noun))
            if (_tree.KindOf(child) is DependentKind.NounModifier or DependentKind.Oblique && _tree.CaseOf(child) is >= 0 and var link && (text.Is(link, "from") || text.Is(link, "by") || text.Is(link, "of")))
                return child;
        return text.RelationAt(noun) is { HasSource: true } relation ? text.HeadOf(relation.Source) : SyntaxTree.None;
    }
}
