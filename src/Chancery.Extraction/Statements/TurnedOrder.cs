using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// What is said where the saying stands behind it or within it: "…, the ambassador confirmed.", "…, say rescuers.", "the ceasefire, mediators say, has held".
/// </summary>
internal sealed class TurnedOrder(SpokenText text)
{
    private readonly SyntaxTree _tree = text.Tree;

    /// <summary>"The ceasefire, mediators say, has held": source and cue alone between two commas stand in what is said.</summary>
    /// <param name="verb">The verb of saying.</param>
    /// <param name="cue">Its group.</param>
    /// <param name="beside">Runs of tokens that belong to the saying, such as who is told.</param>
    public List<TokenRange> Between(int verb, TokenRange cue, IReadOnlyList<TokenRange> beside)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(verb)];
        var (first, end) = SayingOf(verb, cue);
        if (beside.FirstOrDefault(range => range.First == end) is { Count: > 0 } told && told.End + 1 < sentence.End && text.UposOf(told.End + 1) == Upos.CCONJ) end = told.End;
        if (first <= sentence.First + 1 || end >= sentence.End - 2 || !IsComma(first - 1) || !IsComma(end) || !IsTold(verb, cue)) return [];
        if (text.UposOf(end + 1) is Upos.PRON or Upos.SCONJ or Upos.CCONJ && text.Lexicons.Words.Relatives.Contains(text.Tokens[end + 1].Key)) return [];
        var before = text.Trimmed(new TokenRange(BehindColon(sentence.First, first), first));
        var after = text.Trimmed(new TokenRange(end, sentence.End));
        return before.Count > 0 && after.Count > 0 && !AreSentences(before, after) ? [before, after] : [];
    }

    /// <summary>"She gave another account: the shot, she said, …": what is said begins behind the colon.</summary>
    private int BehindColon(int first, int end)
    {
        for (var token = end - 1; token > first; token--)
            if (text.Is(token, ":")) return token + 1;
        return first;
    }

    /// <summary>True if both sides could stand alone: then the cue ends one sentence and another goes on.</summary>
    private bool AreSentences(TokenRange before, TokenRange after) => Finite(before) && Finite(after) && text.UposOf(after.First) is Upos.CCONJ;

    private bool Finite(TokenRange range)
    {
        for (var token = range.First; token < range.End; token++)
            if (IsFinite(token)) return true;
        return false;
    }

    /// <summary>True if a verb is finite, or a participle that stands where a past tense would: right behind its source.</summary>
    private bool IsTold(int verb, TokenRange cue) => IsFinite(cue.First) || IsFinite(verb) || (IsBare(verb, cue) && InvertedSubject(verb, cue) >= 0) || (text.Document.Tags[verb].Penn.Is("VBN") && cue.Count == 1 && text.SourceBefore(cue) >= 0);

    /// <summary>"Twelve remain in the compound, the ambassador confirmed.": what stands before source and cue at the sentence's end.</summary>
    public List<TokenRange> Before(int verb, TokenRange cue)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(verb)];
        var (first, end) = SayingOf(verb, cue);
        if (first - sentence.First < 3 || !IsComma(first - 1) || !IsTold(verb, cue) || (end < sentence.End && text.Tokens[end].Kind == TokenKind.Word && !IsCircumstance(end))) return [];
        var begin = first - sentence.First > 4 && text.Is(sentence.First + 1, ":") ? sentence.First + 2 : sentence.First;
        var before = text.Trimmed(new TokenRange(begin, first));
        return before.Count > 1 && (Finite(before) || StatementLexicons.IsHeadline(text.Document, sentence)) ? [before] : [];
    }

    private bool IsCircumstance(int token) => text.UposOf(token) is Upos.ADP or Upos.SCONJ or Upos.ADV or Upos.PROPN or Upos.NOUN;

    /// <summary>Source and cue as one run, whichever stands first.</summary>
    private (int First, int End) SayingOf(int verb, TokenRange cue)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(verb)];
        if (cue.End < sentence.End && InvertedSubject(verb, cue) is >= 0 and var behind) return (cue.First, Math.Min(_tree.NominalWithAppositionsOf(behind).End, sentence.End));
        var source = text.SourceBefore(cue);
        return source < 0 ? (cue.First, cue.End) : (Math.Max(sentence.First, Start(source)), cue.End);
    }

    /// <summary>The first word of the nominal of a head.</summary>
    public int Start(int head)
    {
        var first = _tree.NominalOf(head).First;
        while (first < head && text.Tokens[first].Kind != TokenKind.Word) first++;
        return first;
    }

    /// <summary>The source where the order is turned: a finite verb right behind a comma or quotation and right before a nominal that ends what is told of the saying.</summary>
    public int InvertedSubject(int verb, TokenRange cue)
    {
        var sentence = text.Document.Sentences[text.SentenceOf(verb)];
        if (cue.First <= sentence.First || cue.End >= sentence.End || !(IsFinite(cue.First) || IsBare(verb, cue)) || IsAfterApposition(verb, cue)) return SyntaxTree.None;
        if (text.UposOf(cue.End) is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM) || LayerSearch.Holding(text.Times, text.Tokens[cue.End].Span.Start) is not null) return SyntaxTree.None;
        if (!EndsSpeech(cue.First - 1) && text.Lexicons.SpeechVerbs[text.LemmaOf(verb)] is { } frames && frames.HasFlag(SpeechFrames.Told)) return SyntaxTree.None;
        if (!IsComma(cue.First - 1) && text.Tokens[cue.First - 1].Kind != TokenKind.Quote && text.Document.TextOf(text.Tokens[cue.First - 1]) is not ("?" or "!")) return SyntaxTree.None;
        var head = text.NominalAt(cue.End);
        if (text.UposOf(head) is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) return SyntaxTree.None;
        var end = Math.Min(_tree.NominalWithAppositionsOf(head).End, sentence.End);
        return end >= sentence.End || text.Tokens[end].Kind != TokenKind.Word || text.UposOf(end) is Upos.ADP or Upos.SCONJ or Upos.ADV ? head : SyntaxTree.None;
    }

    /// <summary>A mark of quotation, or a comma or question behind which nothing but a saying can stand: who is told stands behind other verbs.</summary>
    private bool EndsSpeech(int token) => text.Tokens[token].Kind == TokenKind.Quote || text.Is(token, "?") || text.Is(token, "!") || (text.Is(token, ",") && token > 0 && text.Tokens[token - 1].Kind == TokenKind.Quote);

    /// <summary>"…, say rescuers": a plural in the present, which looks like an infinitive.</summary>
    private bool IsBare(int verb, TokenRange cue) => cue.Count == 1 && text.Document.Tags[verb].Penn.Is("VB") && _tree.MarkOf(verb) < 0 && cue.First > 0 && (IsComma(cue.First - 1) || EndsSpeech(cue.First - 1)) && LayerSearch.StartingAt(text.Quotations, text.Tokens[cue.First - 1].Span.Start) is null;

    /// <summary>"The premier, Ada Olsen, informed parliament": the comma before the verb ends what tells of its subject.</summary>
    private bool IsAfterApposition(int verb, TokenRange cue)
    {
        var subject = _tree.SubjectOf(verb);
        if (subject < 0 || subject > cue.First) return false;
        foreach (var child in _tree.Children(subject))
            if (child > subject && _tree.KindOf(child) is DependentKind.Apposition or DependentKind.RelativeClause or DependentKind.NounClause && _tree.Yield(child).End >= cue.First - 2) return true;
        return false;
    }

    private bool IsComma(int token) => text.Document.TextOf(text.Tokens[token]) is "," or "\u2014" or "\u2013" or "?" or "!";

    private bool IsFinite(int token) => text.Document.Tags[token].Penn is var penn && (penn.Is("VBD") || penn.Is("VBZ") || penn.Is("VBP") || penn.Is("MD"));
}
