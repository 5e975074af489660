using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Names;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Finds the attributions of a document and which of them stand inside which.</summary>
internal sealed class AttributionFinder(SpokenText text)
{
    // A sentence with more cues is none: a list or a torn text, in which nobody can say who speaks.
    private const int MostCues = 64;
    private readonly VerbCues _verbs = new(text);
    private readonly NounCues _nouns = new(text);
    private readonly HearsayCues _hearsay = new(text);
    private readonly AccordingCues _according = new(text);
    private readonly CitedCues _cited = new(text);

    public List<Attribution> Find()
    {
        var all = new SpokenLines(text).Find().ToList();
        for (var i = 0; i < text.Document.Sentences.Length; i++) all.AddRange(InSentence(i));
        foreach (var attribution in all.ToList()) _cited.Link(attribution, all);
        foreach (var impersonal in all.Where(attribution => !attribution.HasSource)) CutAt(impersonal, all);
        foreach (var attribution in all) attribution.Content.RemoveAll(piece => piece.Count == 0);
        all.RemoveAll(attribution => attribution.Content.Count == 0);
        Nest(all);
        NamePronouns(all);
        // "He said 11,000 were believed to be there": within somebody's words what is believed is part of them.
        all.RemoveAll(attribution => attribution.Rule == "raised" && attribution.Outer is not null);
        return all;
    }

    private List<Attribution> InSentence(int index)
    {
        var sentence = text.Document.Sentences[index];
        var occasions = text.Lexicons.Occasions.Match(text.Document, sentence.First, sentence.End).ToList();
        var found = new List<Attribution>();
        foreach (var cue in text.Lexicons.Cues.Match(text.Document, sentence.First, sentence.End).Where(cue => cue.Rule.Name == "according-to"))
            if (_according.Read(cue.Range) is { } according) found.Add(according);
        for (var token = sentence.First; token < sentence.End && found.Count < MostCues; token++)
            if ((_nouns.Read(token) ?? _hearsay.Read(token) ?? _verbs.Read(token, occasions)) is { } attribution)
                found.Add(attribution);
        RemoveTwins(found);
        RemoveTaken(found);
        return [.. found.OrderBy(attribution => attribution.Cue.First)];
    }

    /// <summary>"… and it has been confirmed that …" is a new beginning, not more of what was said before it.</summary>
    private void CutAt(Attribution impersonal, List<Attribution> found)
    {
        var link = impersonal.Cue.First - 2;
        if (link < 0 || !text.Is(link + 1, "it") || !(text.Is(link, "and") || text.Is(link, "but"))) return;
        foreach (var attribution in found.Where(attribution => attribution.Sentence == impersonal.Sentence))
            for (var i = 0; i < attribution.Content.Count; i++)
                if (attribution != impersonal && attribution.Content[i] is var piece && piece.First < link - 1 && piece.Contains(link))
                    attribution.Content[i] = text.Trimmed(new TokenRange(piece.First, link));
    }

    /// <summary>One cue has one attribution; and what somebody said before stands whole in his denial of it.</summary>
    private static void RemoveTwins(List<Attribution> found)
    {
        found.RemoveAll(one => found.Exists(other => other != one && other.Cue.Contains(one.CueHead) && other.Cue.Count > one.Cue.Count));
        found.RemoveAll(one => found.Exists(other => other.Unsays && other != one && other.Says(one.CueHead)));
    }

    /// <summary>"One says 90; the other puts it at 40": what stands behind another's cue, and is his, is not the first one's too.</summary>
    private static void RemoveTaken(List<Attribution> found)
    {
        foreach (var one in found.Where(one => one.Content.Count > 1))
            one.Content.RemoveAll(piece => found.Exists(other => other != one && other.CueHead > one.CueHead && other.CueHead < piece.First && !one.Says(other.CueHead) && other.Content.Exists(theirs => theirs.First <= piece.First && theirs.End >= piece.End)));
    }

    /// <summary>An attribution whose cue another one says stands inside the narrowest such.</summary>
    private void Nest(List<Attribution> found)
    {
        var linked = found.Where(attribution => attribution.Outer is not null).ToHashSet();
        var bySentence = found.SelectMany(attribution => SentencesOf(attribution).Select(sentence => (sentence, attribution))).ToLookup(pair => pair.sentence, pair => pair.attribution);
        foreach (var inner in found.Where(inner => !linked.Contains(inner)))
            inner.Outer = bySentence[inner.Sentence]
                .Where(outer => outer != inner && outer.Says(inner.CueHead) && !inner.Says(outer.CueHead) && !IsAbove(inner, outer))
                .OrderBy(outer => outer.Content.Sum(piece => piece.Count)).ThenByDescending(outer => linked.Contains(outer))
                .FirstOrDefault();
    }

    /// <summary>"He added": a pronoun that is linked to nobody means who spoke last, in the same sentence or one of the two before.</summary>
    private void NamePronouns(List<Attribution> found)
    {
        Attribution? last = null;
        foreach (var attribution in found.Where(attribution => attribution.CueHead >= 0).OrderBy(attribution => attribution.CueHead))
        {
            if (attribution.Source is { Form: MentionForm.Pronoun, Chain: < 0 } pronoun && (IsSingular(pronoun) || (IsPlural(pronoun) && last is { Source: null } && attribution.Sentence - last.Sentence <= 1)) && last is not null && !IsOtherSex(pronoun, last.Source) && attribution.Sentence - last.Sentence <= 2 && last.Outer == attribution.Outer)
                (attribution.Source, attribution.SourceWords) = (last.Source, last.SourceWords);
            else if (IsUnknown(attribution.Source)) NameBySubject(attribution);
            if (attribution.HasSource && !IsUnknown(attribution.Source)) last = attribution;
        }
    }

    private static bool IsUnknown(Mention? source) => source is { Form: MentionForm.Pronoun, Chain: < 0 };

    /// <summary>"The ministers met. They agreed that …", "Officials stand by their view that …": the subject of the sentence before or, of a possessive, of this one.</summary>
    private void NameBySubject(Attribution attribution)
    {
        var pronoun = attribution.Source!;
        var sentence = text.Document.Sentences[attribution.Sentence];
        var isOwner = text.Tree.KindOf(pronoun.Range.First) == DependentKind.Possessor;
        if (!isOwner && (pronoun.Range.First != sentence.First || attribution.Sentence == 0)) return;
        var told = isOwner ? sentence : text.Document.Sentences[attribution.Sentence - 1];
        var root = text.Tree.RootOf(new TokenRange(told.First, told.End));
        if (root < 0 || text.Tree.SubjectOf(root) is not (>= 0 and var subject) || (isOwner && subject > pronoun.Range.First) || !IsMeant(pronoun, subject)) return;
        text.Sources.TakeSource(attribution, subject);
    }

    /// <summary>True if a subject may be meant by a pronoun: several for "they", one person for "he" and "she".</summary>
    private bool IsMeant(Mention pronoun, int subject)
    {
        var penn = text.Document.Tags[subject].Penn;
        if (pronoun.Name.StartsWith("the", StringComparison.OrdinalIgnoreCase)) return text.Sources.MentionAt(subject) is { Type: "person" or "group" } && (penn.Is("NNS") || penn.Is("NNPS"));
        return pronoun.Name is "he" or "she" or "He" or "She" or "his" or "her" or "His" or "Her" && (penn.Is("NN") || penn.Is("NNP")) && IsPerson(subject);
    }

    private bool IsPerson(int head)
    {
        if (text.Sources.MentionAt(head) is { Type: "person" }) return true;
        var names = text.Document.Names;
        var at = LayerSearch.FirstFrom(names, text.Tokens[head].Span.End) - 1;
        return at >= 0 && names[at] is { Type: NameType.Person } name && name.First <= head && head < name.End;
    }

    /// <summary>True if the one meant is spoken of elsewhere by the other pronoun.</summary>
    private bool IsOtherSex(Mention pronoun, Mention? source)
    {
        if (source is null or { Chain: < 0 }) return false;
        var other = pronoun.Name.StartsWith("h", StringComparison.OrdinalIgnoreCase) ? "s" : "h";
        return text.Mentions.Any(mention => mention.Chain == source.Chain && mention.Form == MentionForm.Pronoun && text.Document.TextOf(text.Tokens[mention.Range.First]).StartsWith(other, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"they", right after two who spoke together or several without a name.</summary>
    private static bool IsPlural(Mention pronoun) => pronoun.Name is "they" or "They";

    private static bool IsSingular(Mention pronoun) => pronoun.Name is "he" or "she" or "He" or "She";

    /// <summary>The sentences that what is said touches, each once.</summary>
    private IEnumerable<int> SentencesOf(Attribution attribution)
    {
        var last = -1;
        foreach (var piece in attribution.Content)
            for (var sentence = text.SentenceOf(piece.First); sentence <= text.SentenceOf(piece.End - 1); sentence++)
                if (sentence != last) yield return last = sentence;
    }

    private static bool IsAbove(Attribution above, Attribution below)
    {
        for (var (at, steps) = (below, 0); at is not null && steps < MostCues; (at, steps) = (at.Outer, steps + 1))
            if (at == above) return true;
        return false;
    }
}
