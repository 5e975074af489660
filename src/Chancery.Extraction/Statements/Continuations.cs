using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Quotations;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Gives a speaker the sentences beside his cue that are his too: the rest of a quotation, a quotation of its own in the
/// same paragraph, and unmarked direct speech. The last is told by its first person: outside quotation marks a report does
/// not say "we", so a paragraph that does speaks for whom it names (translated copy and transcripts lose their marks).
/// </summary>
internal sealed class Continuations(SpokenText text)
{
    private readonly Document _document = text.Document;
    private readonly FunctionWords _words = text.Lexicons.Words;
    private readonly ImmutableArray<Token> _tokens = text.Document.Tokens;
    private readonly ImmutableArray<Sentence> _sentences = text.Document.Sentences;
    private readonly HashSet<int> _said = [];

    public void Extend(List<Attribution> attributions)
    {
        foreach (var piece in attributions.SelectMany(attribution => attribution.Content))
            for (var sentence = _document.SentenceAt(_tokens[piece.First].Span.Start); sentence < _sentences.Length &&
                _sentences[sentence].First < piece.End; sentence++)
                _said.Add(sentence);
        Part(attributions);
        var bySentence = attributions.ToLookup(attribution => attribution.Sentence);
        foreach (var attribution in attributions.Where(attribution => attribution.Outer is null && attribution.Content.Count > 0).ToList())
        {
            if (bySentence[attribution.Sentence].Any(other => other != attribution && other.Outer is null && other.Cue.First > attribution.Cue.First)) continue;
            if (IsTrailing(attribution)) ExtendBack(attribution, bySentence);
            MarkDirect(attribution);
            ExtendParagraphs(attribution);
            ExtendOn(attribution, bySentence, attributions);
        }

        AddLone(attributions, bySentence);
    }

    /// <summary>True if the sentence is, or is part of, what some cue of its own attributes.</summary>
    private bool IsSaid(int sentence) => _said.Contains(sentence);

    private static bool IsTrailing(Attribution attribution) => attribution.Content[0].First < attribution.Cue.First && attribution.Rule is not ("raised" or "hearsay");

    /// <summary>"We are neighbours. No one can change that, X said.": the paragraph before a trailing cue, if it speaks in the first person.</summary>
    private void ExtendBack(Attribution attribution, ILookup<int, Attribution> bySentence)
    {
        var start = attribution.Sentence;
        while (!BeginsParagraph(start) && !bySentence[start - 1].Any()) start--;
        // The first of them must be in the first or second person: what a report tells before somebody speaks is its own.
        while (start < attribution.Sentence && !SpeaksInFirstPerson(_sentences[start]) && !HoldsSecondPerson(new TokenRange(_sentences[start].First, _sentences[start].End))) start++;
        if (start == attribution.Sentence && !SpeaksInFirstPerson(_sentences[start])) return;
        var speaks = Enumerable.Range(start, attribution.Sentence - start + 1).Any(index => SpeaksInFirstPerson(_sentences[index]));
        if (!speaks) return;
        attribution.Content[0] = new TokenRange(_sentences[start].First, attribution.Content[0].End);
        attribution.IsUnmarkedDirect = !IsMarked(attribution.Content[0]);
    }

    private void ExtendOn(Attribution attribution, ILookup<int, Attribution> bySentence, List<Attribution> all)
    {
        var last = LastSentence(attribution);
        var reach = last;
        for (var next = last + 1; next < _sentences.Length && !BeginsParagraph(next) && !bySentence[next].Any(other => other.HasSource) &&
            !IsSaid(next); next++)
            if ((next == reach + 1 && IsQuotation(_sentences[next])) || (SpeaksInFirstPerson(_sentences[next]) && MaySpeakOn(attribution)))
                reach = next;
        if (reach == last && IsMarkedWhole(attribution) && last + 1 < _sentences.Length && BeginsParagraph(last + 1) && IsQuotation(_sentences[last + 1]) && !bySentence[last + 1].Any() && !IsSaid(last + 1)) reach = last + 1;
        if (reach == last) return;
        if (!attribution.IsUnmarkedDirect && !attribution.Content.Exists(IsMarked) && IsQuotation(_sentences[last + 1]))
        {
            all.Add(Alone(attribution.Source, attribution.SourceWords, new TokenRange(_sentences[last + 1].First, LastWord(_sentences[reach]))));
            return;
        }

        attribution.Content.Add(new TokenRange(_sentences[last + 1].First, LastWord(_sentences[reach])));
        attribution.IsUnmarkedDirect |= !IsMarked(attribution.Content[^1]);
    }

    private bool IsMarkedWhole(Attribution attribution) => attribution.Content.TrueForAll(IsMarked);

    /// <summary>What was told in the report's words ends before a quotation that follows a full stop: that is a statement of its own.</summary>
    private void Part(List<Attribution> attributions)
    {
        foreach (var attribution in attributions.ToList())
        {
            var piece = attribution.Content[^1];
            if (attribution.Content.Count > 1 && IsMarked(piece) && !attribution.Content.Exists(other => other != piece && IsMarked(other)) && _document.TextOf(_tokens[piece.First - 1]) is "." or "!" or "?")
            {
                attribution.Content.RemoveAt(attribution.Content.Count - 1);
                attributions.Add(Alone(attribution.Source, attribution.SourceWords, piece));
            }

            if (IsMarked(piece) || QuotationWithin(piece) is not { } quotation) continue;
            var words = text.RangeOf(quotation);
            attribution.Content[^1] = new TokenRange(piece.First, words.First - 1);
            attributions.Add(Alone(attribution.Source, attribution.SourceWords, words));
        }
    }

    private Quotation? QuotationWithin(TokenRange piece)
    {
        for (var token = piece.First + 2; token < piece.End; token++)
            if (_document.TextOf(_tokens[token - 1]) is "." or "!" or "?" && LayerSearch.StartingAt(_document.Quotations, _tokens[token].Span.Start) is { } quotation) return quotation;
        return null;
    }

    /// <summary>A quotation that runs over paragraphs opens anew in each of them and closes in the last.</summary>
    private void ExtendParagraphs(Attribution attribution)
    {
        while (attribution.Content[^1] is var last && QuotationAt(last.First) is { Complete: false } open && open.Span.End >= _tokens[last.End - 1].Span.Start && NextParagraph(open) is { } next)
            attribution.Content.Add(next);
        while (attribution.Content[0] is var first && QuotationAt(first.First) is { } quotation && PriorParagraph(quotation) is { } prior)
            attribution.Content.Insert(0, prior);
    }

    private TokenRange? NextParagraph(Quotation open)
    {
        var token = _document.TokenAt(open.Span.End - 1) + 1;
        return token < _tokens.Length && _tokens[token].Is(TokenShape.ParagraphBefore) && LayerSearch.StartingAt(_document.Quotations, _tokens[token].Span.Start) is { } next ? text.RangeOf(next) : null;
    }

    private TokenRange? PriorParagraph(Quotation quotation)
    {
        var token = _document.TokenAt(quotation.Span.Start);
        if (token == 0 || !_tokens[token].Is(TokenShape.ParagraphBefore)) return null;
        return QuotationAt(token - 1) is { Complete: false } prior && _tokens[_document.TokenAt(prior.Span.Start)].Is(TokenShape.ParagraphBefore) ? text.RangeOf(prior) : null;
    }

    /// <summary>A quotation alone behind a sentence that tells of one person, in the same paragraph, is that person's.</summary>
    private void AddLone(List<Attribution> attributions, ILookup<int, Attribution> bySentence)
    {
        var said = attributions.SelectMany(attribution => attribution.Content).Select(piece => _document.SentenceAt(_tokens[piece.First].Span.Start)).ToHashSet();
        for (var i = 1; i < _sentences.Length; i++)
        {
            if (BeginsParagraph(i) || !IsQuotation(_sentences[i]) || bySentence[i].Any() || bySentence[i - 1].Any()) continue;
            if (IsSaid(i) || said.Contains(i)) continue;
            if (PersonOf(_sentences[i - 1]) is { } person) attributions.Add(Alone(person, null, new TokenRange(_sentences[i].First, LastWord(_sentences[i]))));
        }
    }

    private Mention? PersonOf(Sentence sentence)
    {
        var root = text.Tree.RootOf(new TokenRange(sentence.First, sentence.End));
        return root >= 0 && text.Tree.SubjectOf(root) is >= 0 and var subject && text.Sources.MentionAt(subject) is { Form: MentionForm.Name, Type: "person" } person ? person : null;
    }

    /// <summary>A quotation that follows what its speaker was told to have said: his words, with no cue of their own.</summary>
    private Attribution Alone(Mention? source, Span? sourceWords, TokenRange words)
    {
        var alone = new Attribution { Cue = new TokenRange(words.First, words.First), CueHead = words.First, Rule = "quotation-alone", Sentence = _document.SentenceAt(_tokens[words.First].Span.Start), Source = source, SourceWords = sourceWords };
        alone.Content.Add(words);
        return alone;
    }

    /// <summary>Words without marks and without "that" in the first or second person are the speaker's own: "Let me pass, cried a man".</summary>
    private void MarkDirect(Attribution attribution)
    {
        var piece = attribution.Content[0];
        if (attribution.Content.Exists(IsMarked) || attribution.Rule is "hearsay" or "raised" or "noun" or "light-verb" or "headline" or "infinitive" or "unsaid" || attribution.Unsays) return;
        if (piece.First > attribution.Cue.First && _tokens[piece.First - 1].Key == Marks.That) return;
        var isAfterColon = piece.First > attribution.Cue.First && _tokens[piece.First - 1].Key == Marks.Colon;
        if (isAfterColon || HoldsFirstPerson(piece) || (piece.First < attribution.Cue.First && (HoldsSecondPerson(piece) || IsOrder(piece)))) attribution.IsUnmarkedDirect = true;
    }

    /// <summary>"Stay indoors, the embassy told its citizens": an infinitive without "to" that begins what is said.</summary>
    private bool IsOrder(TokenRange range) => _document.Tags[range.First].Penn.Is("VB");

    private bool HoldsSecondPerson(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
            if (_document.TextOf(_tokens[i]) is "you" or "You" or "your" or "Your" or "?") return true;
        return false;
    }

    /// <summary>Only somebody whose words were given as his own goes on in the first person.</summary>
    private bool MaySpeakOn(Attribution attribution) =>
        attribution.IsUnmarkedDirect || IsMarked(attribution.Content[^1]) || _tokens[attribution.Content[^1].First - 1].Key != Marks.That && attribution.Content[^1].First > attribution.Cue.First ||
        attribution.Content.Exists(piece => HoldsFirstPerson(piece));

    private int LastSentence(Attribution attribution) =>
        Math.Max(attribution.Sentence, _document.SentenceAt(_tokens[attribution.Content[^1].End - 1].Span.Start));

    private bool BeginsParagraph(int sentence) => sentence == 0 || _tokens[_sentences[sentence].First].Is(TokenShape.ParagraphBefore);

    private int LastWord(Sentence sentence)
    {
        var end = sentence.End;
        while (end > sentence.First + 1 && _tokens[end - 1].Kind is TokenKind.Punctuation) end--;
        return end;
    }

    private bool IsQuotation(Sentence sentence) =>
        QuotationAt(sentence.First) is { } quotation && quotation.Span.End >= _tokens[LastWord(sentence) - 1].Span.End;

    private bool IsMarked(TokenRange piece) => QuotationAt(piece.First) is not null;

    private Quotation? QuotationAt(int token) => LayerSearch.Holding(_document.Quotations, _tokens[token].Span.Start);

    private bool SpeaksInFirstPerson(Sentence sentence) => HoldsFirstPerson(new TokenRange(sentence.First, sentence.End));

    private bool HoldsFirstPerson(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
            if (_words.FirstPerson.Contains(_tokens[i].Key) && _tokens[i].Kind == TokenKind.Word &&
                !_tokens[i].Is(TokenShape.AllCapitals) && QuotationAt(i) is null)
                return true;
        return false;
    }
}
