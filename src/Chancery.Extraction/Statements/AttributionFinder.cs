using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Quotations;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>Finds the attributions of a document sentence by sentence, and which of them stand inside which.</summary>
internal sealed class AttributionFinder(Document document, StatementLexicons lexicons)
{
    private readonly SyntaxTree _tree = new(document);
    // A sentence with more cues is none: a list or a torn text, in which nobody can say who speaks.
    private const int MostCues = 64;
    private readonly FunctionWords _words = lexicons.Words;
    private readonly ImmutableArray<Token> _tokens = document.Tokens;

    public List<Attribution> Find()
    {
        var all = new List<Attribution>();
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            var found = InSentence(i);
            Nest(found);
            all.AddRange(found);
        }

        return all;
    }

    private List<Attribution> InSentence(int index)
    {
        var sentence = document.Sentences[index];
        var cues = lexicons.Cues.Match(document, sentence.First, sentence.End).Where(cue => !IsInsideName(cue)).ToList();
        if (cues.Count == 0) return [];
        var occasions = lexicons.Occasions.Match(document, sentence.First, sentence.End).ToList();
        var found = new List<Attribution>();
        foreach (var cue in cues.Take(MostCues))
            if (cue.Capture("not") is null && !IsQuoted(cue) && Read(cue, index, sentence, occasions) is { } attribution)
                found.Add(attribution);
        foreach (var attribution in found) CutAtRelay(attribution, found);
        foreach (var cue in cues.Take(MostCues)) CutAtImpersonal(cue.Range, found);
        return found;
    }

    private bool IsInsideName(RuleMatch cue)
    {
        var verb = cue.Capture("verb") ?? cue.Range;
        return LayerSearch.Holding(document.Mentions, _tokens[verb.First].Span.Start) is not null;
    }

    private bool IsQuoted(RuleMatch cue) => LayerSearch.Holding(document.Quotations, _tokens[cue.Range.First].Span.Start) is { Complete: true };

    private Attribution? Read(RuleMatch cue, int index, Sentence sentence, List<RuleMatch> occasions)
    {
        var attribution = new Attribution { Cue = cue.Range, Rule = cue.Rule.Name, Sentence = index };
        return cue.Capture("source") is not null
            ? ReadAccording(attribution, sentence, occasions)
            : ReadVerb(attribution, FramesOf(cue), sentence, occasions);
    }

    private string FramesOf(RuleMatch cue) => cue.Capture("verb") is { } verb
        ? lexicons.SpeechCues.Match(document.Text, _tokens, verb.First, verb.End)?.Entry.Field(1) ?? ""
        : "that quote";

    private Attribution? ReadVerb(Attribution attribution, string frames, Sentence sentence, List<RuleMatch> occasions)
    {
        var (sources, tails) = (new SourceFinder(document, lexicons, occasions, _tree), new CueTail(document, lexicons, occasions));
        if (IsNoun(attribution.Cue, sentence) || IsUnsaid(attribution.Cue)) return null;
        var (first, end) = (attribution.Cue.First, attribution.Cue.End);
        var left = -1;
        if (IsAfterClause(first, sentence) && Inverts(frames) && sources.Inverted(attribution, sentence) is var right and > 0) end = right;
        else left = sources.Left(attribution, sentence, beside: Has(frames, "noun"));
        if (left >= 0) first = left;
        if (!attribution.HasSource || IsImpersonal(attribution) || IsPassive(attribution)) return null;
        if (Has(frames, "to")) end = tails.Addressee(attribution, end, sentence.End);
        var tail = tails.Read(attribution, end, sentence.End);
        if (left > sentence.First) LeadingTime(attribution, left, sentence);
        // After a closed quotation and a turned order nothing more is said: what follows tells of the speaker.
        if (left < 0 && _tokens[attribution.Cue.First - 1].Kind == TokenKind.Quote) (frames, tail) = ("quote", Math.Max(tail, LastWord(sentence.First, sentence.End)));
        return new ContentFinder(document, lexicons, tails, occasions).Find(attribution, frames, first, tail, sentence) ? attribution : null;
    }

    /// <summary>"said X" is common, "told X" is not: there X is the one told.</summary>
    private static bool Inverts(string frames) => !frames.StartsWith("to ", StringComparison.Ordinal);

    private static bool Has(string frames, string frame) => Array.IndexOf(frames.Split(' '), frame) >= 0;

    /// <summary>"to announce", "will say": nothing is said yet.</summary>
    private bool IsUnsaid(TokenRange cue) => cue.Count > 1 && _words.Unsaid.Contains(_tokens[cue.First].Key);

    /// <summary>"I think", which is the speaker's own and not the report's.</summary>
    private static bool IsImpersonal(Attribution attribution) =>
        attribution.Source is { Form: MentionForm.Pronoun, Name: "I" or "i" };

    /// <summary>"is expected to", "was told": who stands before a passive is not who says it.</summary>
    private bool IsPassive(Attribution attribution) =>
        attribution.Rule != "quoted-as-saying" && attribution.Cue.Count > 1 && _words.Passive.Contains(_tokens[attribution.Cue.End - 2].Key) &&
        !document.TextOf(_tokens[attribution.Cue.End - 1]).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"on fears", "the reports": after a preposition or article the word is a noun.</summary>
    private bool IsNoun(TokenRange cue, Sentence sentence) => cue.Count == 1 && cue.First > sentence.First &&
        (_words.Determiners.Contains(_tokens[cue.First - 1].Key) || _words.Prepositions.Contains(_tokens[cue.First - 1].Key));

    /// <summary>True if the cue follows a comma or a closed quotation, so that its source may stand after it.</summary>
    private bool IsAfterClause(int cue, Sentence sentence) =>
        cue > sentence.First && (_tokens[cue - 1].Key == Marks.Comma || _tokens[cue - 1].Kind == TokenKind.Quote);

    /// <summary>"Last month, X said": a time at the head of the sentence, alone before its comma, belongs to the saying.</summary>
    private void LeadingTime(Attribution attribution, int sourceFirst, Sentence sentence)
    {
        if (attribution.Time is not null) return;
        var first = _words.TimeLinks.Contains(_tokens[sentence.First].Key) ? sentence.First + 1 : sentence.First;
        if (LayerSearch.StartingAt(document.Layer<Times.Timex>(), _tokens[first].Span.Start) is not { } time) return;
        var after = document.TokenAt(time.Span.End - 1) + 1;
        if (after < sourceFirst && _tokens[after].Key == Marks.Comma && sourceFirst - after <= 3) attribution.Time = time;
    }

    /// <summary>"According to X, …" and "…, according to X": the clause is the other side of the comma.</summary>
    private Attribution? ReadAccording(Attribution attribution, Sentence sentence, List<RuleMatch> occasions)
    {
        var (sources, tails) = (new SourceFinder(document, lexicons, occasions, _tree), new CueTail(document, lexicons, occasions));
        var end = sources.Right(attribution, sentence);
        if (end < 0) end = SourceInWords(attribution, sentence);
        if (!attribution.HasSource) return null;
        var tail = tails.Read(attribution, end, sentence.End);
        var opens = attribution.Cue.First - sentence.First <= 1;
        TokenRange? after = null;
        if (!opens && tail < sentence.End - 3 && _tokens[tail].Key == Marks.Comma && _tokens[attribution.Cue.First - 1].Key == Marks.Comma)
            after = new TokenRange(tail + 1, LastWord(tail + 1, sentence.End));
        var content = opens
            ? new TokenRange(tail < sentence.End && _tokens[tail].Key == Marks.Comma ? tail + 1 : tail, LastWord(sentence.First, sentence.End))
            : new TokenRange(sentence.First, LastWord(sentence.First, attribution.Cue.First));
        if (content.Count < 2) return null;
        attribution.Content.Add(content);
        if (after is { } rest) attribution.Content.Add(rest);
        attribution.Rule = opens ? "according-to-before" : "according-to-after";
        return attribution;
    }

    private int SourceInWords(Attribution attribution, Sentence sentence)
    {
        var at = attribution.Cue.End;
        while (at < sentence.End && at - attribution.Cue.End < 6 && _tokens[at].Kind == TokenKind.Word) at++;
        var first = attribution.Cue.End < at && _words.Determiners.Contains(_tokens[attribution.Cue.End].Key) ? attribution.Cue.End + 1 : attribution.Cue.End;
        if (at > first) attribution.SourceWords = new TokenRange(first, at).In(document);
        return at;
    }

    private int LastWord(int first, int end)
    {
        while (end > first && document.TextOf(_tokens[end - 1]) is "." or "," or ";") end--;
        return end;
    }

    /// <summary>What a later attribution trails after ("…, says a report by X") is not part of what is said before it.</summary>
    private void CutAtRelay(Attribution attribution, List<Attribution> found)
    {
        foreach (var relay in found)
        {
            var piece = attribution.Content[0];
            if (relay.Cue.First <= attribution.Cue.First || relay.Cue.First <= piece.First || relay.Cue.First >= piece.End) continue;
            if (relay.Rule is not ("clause-before" or "according-to-after") || relay.Content[0].First > piece.First) continue;
            var start = Math.Min(relay.Cue.First, relay.Source is { } source ? source.Range.First : relay.Cue.First);
            while (start > piece.First && _words.Determiners.Contains(_tokens[start - 1].Key)) start--;
            attribution.Content[0] = new TokenRange(piece.First, LastWord(piece.First, start));
        }
    }

    /// <summary>"… and it has been confirmed that …" is a new beginning, not more of what was said before it.</summary>
    private void CutAtImpersonal(TokenRange cue, List<Attribution> found)
    {
        if (cue.Count < 2 || cue.First < 2 || !_words.Passive.Contains(_tokens[cue.End - 2].Key)) return;
        if (document.TextOf(_tokens[cue.First - 1]) is not "it" || document.TextOf(_tokens[cue.First - 2]) is not ("and" or "but")) return;
        foreach (var attribution in found)
            for (var i = 0; i < attribution.Content.Count; i++)
                if (attribution.Content[i] is var piece && piece.First < cue.First - 3 && cue.First < piece.End)
                    attribution.Content[i] = new TokenRange(piece.First, LastWord(piece.First, cue.First - 2));
    }

    /// <summary>An attribution whose cue another one says stands inside the narrowest such.</summary>
    private static void Nest(List<Attribution> found)
    {
        foreach (var inner in found)
            inner.Outer = found
                .Where(outer => outer != inner && outer.Says(inner.Cue.First) && !inner.Says(outer.Cue.First))
                .MinBy(outer => outer.Content.Sum(piece => piece.Count));
    }
}
