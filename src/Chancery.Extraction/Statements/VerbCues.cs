using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Attributions by a verb of saying: its subject or agent, its clause or quotation, and what stands with it.</summary>
internal sealed class VerbCues(SpokenText text)
{
    private readonly SyntaxTree _tree = text.Tree;
    private readonly SaidReader _said = new(text);

    /// <summary>The attribution by this verb, or <see langword="null"/> if it says nothing.</summary>
    public Attribution? Read(int verb, List<RuleMatch> occasions)
    {
        if (FramesOf(verb) is not { } frames || IsUnsaid(verb) || IsOnlyCiting(verb, frames) || IsAsked(verb, frames) || IsDeclined(verb, frames)) return null;
        var (cue, rest) = CueOf(verb);
        var circumstances = new Circumstances(text, verb, frames, occasions);
        var (pieces, rule) = _said.Read(verb, cue, frames, [.. circumstances.Ranges]);
        if (pieces.Count == 0) return null;
        var attribution = new Attribution { Cue = cue, CueRest = rest, CueHead = verb, Rule = rule, Sentence = text.SentenceOf(verb), Unsays = frames.HasFlag(SpeechFrames.Unsaid) };
        attribution.Content.AddRange(pieces);
        if (!TakeSource(attribution, verb, rule)) return null;
        // Who says it is no part of what is said: "Russia, which had said that …".
        if (attribution.Content.Count > 1) attribution.Content.RemoveAll(piece => piece.First >= attribution.SourceRange.First && piece.End <= Math.Min(attribution.SourceRange.End, attribution.Cue.First));
        if (attribution.Content.Count == 0) return null;
        circumstances.WriteTo(attribution);
        return attribution;
    }

    /// <summary>The frames of a verb of saying; those of no other word, unless the model finds a quotation with it.</summary>
    private SpeechFrames? FramesOf(int verb)
    {
        var isVerb = text.UposOf(verb) is Upos.VERB or Upos.AUX;
        if (!isVerb || text.Sources.MentionAt(verb) is { Form: MentionForm.Name, Rule: not "capitals" }) return null;
        if (text.Lexicons.SpeechVerbs[text.LemmaOf(verb)] is { } frames && IsUsed(verb, frames)) return frames;
        return text.RelationAt(verb) is { HasSource: true } relation && relation.Content.All(IsSpoken) ? SpeechFrames.QuoteOnly : null;
    }

    /// <summary>True if a verb that says something only in one use stands in it: "walked back", "as she put it".</summary>
    private bool IsUsed(int verb, SpeechFrames frames) =>
        (!frames.HasFlag(SpeechFrames.Back) || text.Is(verb + 1, "back")) &&
        (!frames.HasFlag(SpeechFrames.Figure) || !text.Is(_tree.ObjectOf(verb), "it") || text.Is(_tree.MarkOf(verb), "as"));

    /// <summary>True if a piece is a quotation with a verb in it: a number or a name in marks is nobody's words.</summary>
    private bool IsSpoken(TokenRange piece) => LayerSearch.StartingAt(text.Quotations, text.Tokens[piece.First].Span.Start) is not null && text.HoldsVerb(piece);

    /// <summary>"did not say", "will say", "to announce", "if he says": nothing is said.</summary>
    private bool IsUnsaid(int verb) =>
        IsNegated(verb) || _tree.ModalityOf(verb) is Modality.Will or Modality.Should or Modality.May or Modality.Might or Modality.Must or Modality.GoingTo ||
        (text.Is(_tree.MarkOf(verb), "to") && !text.Is(verb - 2, "go") && !text.Is(verb - 2, "went")) || text.Is(_tree.MarkOf(verb), "if");

    /// <summary>"asked whether …": who is asked says nothing by it.</summary>
    private bool IsAsked(int verb, SpeechFrames frames) => frames.HasFlag(SpeechFrames.QuoteOnly) && text.IsPassive(verb);

    /// <summary>"declined to comment": nothing is said.</summary>
    private bool IsDeclined(int verb, SpeechFrames frames) => frames.HasFlag(SpeechFrames.Declines) && _tree.OpenComplementOf(verb) is >= 0 and var open && text.Lexicons.SpeechVerbs[text.LemmaOf(open)] is not null;

    /// <summary>A negation within the verb's own group; one farther off belongs to what is said.</summary>
    private bool IsNegated(int verb)
    {
        var negation = _tree.NegationOf(verb);
        if (negation < 0 || negation > verb || verb - negation > 4) return false;
        for (var token = negation + 1; token < verb; token++)
            if (text.Tokens[token].Kind != TokenKind.Word) return false;
        return true;
    }

    /// <summary>"citing the ministry", "quoted by the BBC": these link two others, see <see cref="CitedCues"/>.</summary>
    private bool IsOnlyCiting(int verb, SpeechFrames frames) => frames.HasFlag(SpeechFrames.Cites) && (text.IsPassive(verb) || text.Document.Tags[verb].Penn.Is("VBG"));

    /// <summary>The verb with its auxiliaries, the adverbs between and before them and its particle; "as saying" stands apart if words come between.</summary>
    private (TokenRange Cue, TokenRange Apart) CueOf(int verb)
    {
        if (text.Is(_tree.MarkOf(verb), "as") && _tree.HeadOf(verb) is >= 0 and var quoted && quoted < verb && text.Cites(quoted))
        {
            var group = Group(quoted);
            var link = _tree.MarkOf(verb);
            return link == group.End ? (new TokenRange(group.First, verb + 1), default) : (group, new TokenRange(link, verb + 1));
        }

        return (Group(verb), default);
    }

    private TokenRange Group(int verb)
    {
        var (first, end) = (verb, verb + 1);
        while (first > 0 && _tree.HeadOf(first - 1) == verb && IsOfGroup(first - 1)) first--;
        if (_tree.ParticleOf(verb) == end || (end < text.Tokens.Length && text.Is(end, "back") && _tree.HeadOf(end) == verb)) end++;
        return new TokenRange(first, end);
    }

    private bool IsOfGroup(int token) =>
        _tree.KindOf(token) is DependentKind.Auxiliary ||
        (_tree.KindOf(token) == DependentKind.Adverb && text.UposOf(token) == Upos.ADV && _tree.Yield(token).Count == 1 && text.SentenceOf(token) == text.SentenceOf(token + 1) && !IsSentenceFirst(token));

    private bool IsSentenceFirst(int token) => text.Document.Sentences[text.SentenceOf(token)].First == token;

    /// <summary>Writes who says it; true also where the words themselves say that nobody is named.</summary>
    private bool TakeSource(Attribution attribution, int verb, string rule)
    {
        var asserted = text.Is(_tree.MarkOf(verb), "as") && _tree.HeadOf(verb) is >= 0 and var quoted && text.Cites(quoted) ? quoted : verb;
        if (rule == "raised") return true;
        if (asserted != verb) return _tree.SubjectOf(asserted) is >= 0 and var cited && text.Sources.TakeSource(attribution, cited);
        if (rule == "quotation" && text.RelationAt(verb) is { HasSource: true } quoting && text.HeadOf(quoting.Source) is >= 0 and var quotedOne && !attribution.Says(quotedOne)) return text.Sources.TakeSource(attribution, quotedOne);
        if (_said.InvertedSubject(verb, attribution.Cue) is >= 0 and var behind && !attribution.Says(behind)) return text.Sources.TakeSource(attribution, behind);
        if (text.IsPassive(verb) && !IsByMeans(verb)) return Passive(attribution, verb, rule);
        return SubjectOf(attribution, verb) is >= 0 and var subject && !IsSpeakersOwn(subject) && text.Sources.TakeSource(attribution, subject);
    }

    /// <summary>"said by telephone" is no passive, whatever the parser says.</summary>
    private bool IsByMeans(int verb) => _tree.AgentOf(verb) is >= 0 and var agent && text.Lexicons.OccasionNouns.Contains(text.LemmaOf(agent));

    private bool Passive(Attribution attribution, int verb, string rule)
    {
        if (_tree.AgentOf(verb) is >= 0 and var agent) return text.Sources.TakeSource(attribution, agent);
        var subject = _tree.SubjectOf(verb);
        var isTold = subject >= 0 && FramesOf(verb) is { } frames && frames.HasFlag(SpeechFrames.Told);
        return isTold || ((text.ClauseOf(verb) >= 0 || IsBehindThat(attribution)) && (subject < 0 || text.Is(subject, "it"))) || (text.Is(subject, "it") && FramesOf(verb) is { } raised && raised.HasFlag(SpeechFrames.Raised) && attribution.Content[0].First < verb && attribution.Content[0].Count > 2) || rule == "as-clause";
    }

    /// <summary>"slammed the neighbours, saying": a participle that the parser hung on an object says what the subject says.</summary>
    private int Participle(int verb)
    {
        if (_tree.KindOf(verb) == DependentKind.OpenComplement && text.Document.Tags[verb].Penn.Is("VBG") && _tree.HeadOf(verb) is >= 0 and var above && _tree.ObjectOf(above) is >= 0 and var slammed && slammed < verb)
            return _tree.UnderstoodSubjectOf(above);
        if (_tree.KindOf(verb) != DependentKind.NounClause || !text.Document.Tags[verb].Penn.Is("VBG") || _tree.HeadOf(verb) is not (>= 0 and var noun)) return SyntaxTree.None;
        return _tree.KindOf(noun) is DependentKind.DirectObject or DependentKind.Oblique && _tree.HeadOf(noun) is >= 0 and var main ? _tree.UnderstoodSubjectOf(main) : SyntaxTree.None;
    }

    private bool IsBehindThat(Attribution attribution) => attribution.Content[0].First > attribution.Cue.First && text.Is(attribution.Content[0].First - 1, "that");

    /// <summary>The subject that syntax gives, if it does not stand in what is said; else the source that the model gives, or the nominal right before the cue.</summary>
    private int SubjectOf(Attribution attribution, int verb)
    {
        // "Few are back and Abbey said": a name right before a cue without a subject of its own is who speaks, not the subject of the verb before.
        if (_tree.SubjectOf(verb) < 0 && attribution.Cue.First > 0 && text.Sources.MentionAt(attribution.Cue.First - 1) is { Form: MentionForm.Name, Type: "person" } beside && beside.Range.End == attribution.Cue.First && !attribution.Says(beside.Range.First))
            return text.SourceBefore(attribution.Cue) is >= 0 and var nominal ? nominal : attribution.Cue.First - 1;
        if (Participle(verb) is >= 0 and var speaking && !attribution.Says(speaking)) return speaking;
        if (_tree.UnderstoodSubjectOf(verb) is >= 0 and var subject && !attribution.Says(subject)) return subject;
        if (text.RelationAt(verb) is { HasSource: true } relation && text.HeadOf(relation.Source) is >= 0 and var source && !attribution.Says(source)) return source;
        return text.SourceBefore(attribution.Cue) is >= 0 and var before && !attribution.Says(before) ? before : SyntaxTree.None;
    }

    /// <summary>"I think", which is the speaker's own and not the report's.</summary>
    private bool IsSpeakersOwn(int subject) => text.Is(subject, "I");
}
