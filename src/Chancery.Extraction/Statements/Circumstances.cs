using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>What stands with a verb of saying and is not said: to whom, on what occasion, when.</summary>
internal sealed class Circumstances
{
    private readonly SpokenText _text;
    private readonly List<RuleMatch> _occasions;
    private readonly List<(TokenRange Range, Action<Attribution> Write)> _found = [];

    /// <param name="text">The document.</param>
    /// <param name="verb">The verb of saying.</param>
    /// <param name="frames">What may stand with it.</param>
    /// <param name="occasions">The occasions that rules found in its sentence.</param>
    public Circumstances(SpokenText text, int verb, SpeechFrames frames, List<RuleMatch> occasions)
    {
        (_text, _occasions) = (text, occasions);
        var isPassive = text.IsPassive(verb);
        foreach (var child in text.Tree.Children(verb)) Add(child, frames, isPassive);
        if (!isPassive && text.Tree.SubjectOf(verb) is >= 0 and var subject)
            foreach (var modifier in text.Tree.Children(subject))
                if (text.Tree.KindOf(modifier) == DependentKind.NounModifier && modifier > subject && IsOccasion(modifier)) AddOccasion(modifier, text.PhraseOf(modifier), text.PhraseOf(modifier).First);
        // "Told by the doctor that …, she sat down": who sits down was told.
        if (isPassive && frames.HasFlag(SpeechFrames.Told) && text.Tree.SubjectOf(verb) < 0 && text.Tree.KindOf(verb) == DependentKind.AdverbialClause && text.Tree.UnderstoodSubjectOf(verb) is >= 0 and var told)
            Keep(text.PhraseOf(told), attribution => text.Sources.TakeAddressee(attribution, told));
    }

    /// <summary>The runs of tokens that belong to the saying.</summary>
    public IEnumerable<TokenRange> Ranges => _found.Select(found => found.Range);

    /// <summary>Writes those that are not part of what is said.</summary>
    public void WriteTo(Attribution attribution)
    {
        foreach (var (range, write) in _found)
            if (!attribution.Says(range.First))
                write(attribution);
    }

    private void Add(int child, SpeechFrames frames, bool isPassive)
    {
        var tree = _text.Tree;
        switch (tree.KindOf(child))
        {
            case DependentKind.IndirectObject when frames.HasFlag(SpeechFrames.Told):
            case DependentKind.DirectObject when frames.HasFlag(SpeechFrames.Told) && SaysMore(child):
            case DependentKind.Subject when frames.HasFlag(SpeechFrames.Told) && isPassive:
                if (TimeAt(child) is { } when) Keep(tree.Yield(child), attribution => attribution.Time ??= when);
                else if (_text.UposOf(child) is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM) Keep(_text.PhraseOf(child), attribution => _text.Sources.TakeAddressee(attribution, child));
                break;
            case DependentKind.Oblique or DependentKind.Adverb or DependentKind.NounModifier:
                AddOblique(child);
                break;
            case DependentKind.AdverbialClause when _text.Document.Tags[child].Penn.Is("VBG") && _text.Lexicons.TalkVerbs.Contains(_text.LemmaOf(child)):
                foreach (var oblique in tree.ObliquesOf(child)) AddOblique(oblique);
                break;
            case DependentKind.AdverbialClause when OccasionIn(tree.Yield(child)) is { } answer:
                Keep(answer.Range, attribution => attribution.Occasion ??= answer.Range.In(_text.Document));
                break;
        }
    }

    /// <summary>An object is the one told only where something else is said: "promised no attacks" tells nobody.</summary>
    private bool SaysMore(int child)
    {
        var verb = _text.Tree.HeadOf(child);
        if (_text.ClauseOf(verb) >= 0 || _text.Tree.OpenComplementOf(verb) >= 0) return true;
        foreach (var oblique in _text.Tree.ObliquesOf(verb))
            if (_text.Is(_text.Tree.CaseOf(oblique), "about") || _text.Is(_text.Tree.CaseOf(oblique), "of")) return true;
        var sentence = _text.Document.Sentences[_text.SentenceOf(verb)];
        for (var token = sentence.First; token < sentence.End; token++)
            if (_text.Tokens[token].Kind == TokenKind.Quote || (_text.Is(token, ",") && token < verb)) return true;
        return false;
    }

    private void AddOblique(int head)
    {
        var range = _text.PhraseOf(head);
        if (TimeAt(head) is { } time)
        {
            Keep(range, attribution => attribution.Time ??= time);
            return;
        }

        if (OccasionIn(range) is { } known) AddOccasion(head, range, Math.Min(known.Range.First, range.First));
        else if (IsOccasion(head)) AddOccasion(head, range, range.First);
        else if (_text.Is(_text.Tree.CaseOf(head), "to") && IsListener(head)) Keep(range, attribution => _text.Sources.TakeAddressee(attribution, head));
    }

    /// <summary>An occasion ends before the day that stands at its end, which is the statement's own.</summary>
    private void AddOccasion(int head, TokenRange range, int first)
    {
        var end = FirstComma(first, range.End);
        Timex? day = null;
        for (var token = head + 1; token < range.End; token++)
        {
            if (LayerSearch.StartingAt(_text.Times, _text.Tokens[token].Span.Start) is not { } time) continue;
            day = time;
            end = token;
            while (end > first + 1 && _text.UposOf(end - 1) is Upos.ADP or Upos.ADV or Upos.VERB) end--;
            break;
        }

        var occasion = _text.Trimmed(new TokenRange(first, end));
        Keep(range, attribution =>
        {
            attribution.Occasion ??= occasion.In(_text.Document);
            attribution.Time ??= day;
        });
    }

    private int FirstComma(int first, int end)
    {
        for (var token = first; token < end; token++)
            if (_text.Is(token, ",")) return token;
        return end;
    }

    private void Keep(TokenRange range, Action<Attribution> write) => _found.Add((range, write));

    private Timex? TimeAt(int token) => LayerSearch.Holding(_text.Times, _text.Tokens[token].Span.Start);

    private RuleMatch? OccasionIn(TokenRange range) => _occasions.Find(match => match.Range.First >= range.First - 1 && match.Range.First <= range.First + 1 && match.Range.End <= range.End + 1);

    /// <summary>"in a letter", "by telephone", "on CNN": a means or occasion of saying, or a medium, with its preposition.</summary>
    private bool IsOccasion(int head) =>
        _text.Lexicons.OccasionLinks.Contains(_text.Tree.CaseOf(head) is >= 0 and var link ? _text.Document.TextOf(_text.Tokens[link]).ToString().ToLowerInvariant() : "") &&
        (_text.Lexicons.OccasionNouns.Contains(_text.LemmaOf(head)) || _text.Sources.MentionAt(head) is { Sector: "JRN" });

    private bool IsListener(int head) =>
        _text.Sources.MentionAt(head) is { } mention ? mention.Type is not "place" || mention.Rule == "capital" : _text.UposOf(head) is Upos.NOUN or Upos.PROPN or Upos.PRON;
}
