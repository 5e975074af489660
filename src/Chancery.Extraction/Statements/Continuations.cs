using System.Collections.Immutable;
using Chancery.Extraction.Quotations;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Gives a speaker the sentences beside his cue that are his too: the rest of a quotation, a quotation of its own in the
/// same paragraph, and unmarked direct speech. The last is told by its first person: outside quotation marks a report does
/// not say "we", so a paragraph that does speaks for whom it names (translated copy and transcripts lose their marks).
/// </summary>
internal sealed class Continuations(Document document, StatementLexicons lexicons)
{
    private readonly FunctionWords _words = lexicons.Words;
    private readonly ImmutableArray<Token> _tokens = document.Tokens;
    private readonly ImmutableArray<Sentence> _sentences = document.Sentences;
    private readonly HashSet<int> _said = [];

    public void Extend(List<Attribution> attributions)
    {
        foreach (var piece in attributions.SelectMany(attribution => attribution.Content))
            for (var sentence = document.SentenceAt(_tokens[piece.First].Span.Start); sentence < _sentences.Length &&
                _sentences[sentence].First < piece.End; sentence++)
                _said.Add(sentence);
        var bySentence = attributions.ToLookup(attribution => attribution.Sentence);
        foreach (var attribution in attributions.Where(attribution => attribution.Outer is null && attribution.Content.Count > 0))
        {
            if (bySentence[attribution.Sentence].Any(other => other != attribution && other.Outer is null && other.Cue.First > attribution.Cue.First)) continue;
            if (IsTrailing(attribution)) ExtendBack(attribution, bySentence);
            ExtendOn(attribution, bySentence);
        }
    }

    /// <summary>True if the sentence is, or is part of, what some cue of its own attributes.</summary>
    private bool IsSaid(int sentence) => _said.Contains(sentence);

    private static bool IsTrailing(Attribution attribution) => attribution.Rule == "clause-before";

    /// <summary>"We are neighbours. No one can change that, X said.": the paragraph before a trailing cue, if it speaks in the first person.</summary>
    private void ExtendBack(Attribution attribution, ILookup<int, Attribution> bySentence)
    {
        var start = attribution.Sentence;
        while (!BeginsParagraph(start) && !bySentence[start - 1].Any()) start--;
        if (start == attribution.Sentence && !SpeaksInFirstPerson(_sentences[start])) return;
        var speaks = Enumerable.Range(start, attribution.Sentence - start + 1).Any(index => SpeaksInFirstPerson(_sentences[index]));
        if (!speaks) return;
        attribution.Content[0] = new TokenRange(_sentences[start].First, attribution.Content[0].End);
        attribution.IsUnmarkedDirect = !IsMarked(attribution.Content[0]);
    }

    private void ExtendOn(Attribution attribution, ILookup<int, Attribution> bySentence)
    {
        var last = LastSentence(attribution);
        var reach = last;
        for (var next = last + 1; next < _sentences.Length && !BeginsParagraph(next) && !bySentence[next].Any(other => other.HasSource) &&
            !IsSaid(next); next++)
            if ((next == reach + 1 && IsQuotation(_sentences[next])) || (SpeaksInFirstPerson(_sentences[next]) && MaySpeakOn(attribution)))
                reach = next;
        if (reach == last) return;
        attribution.Content.Add(new TokenRange(_sentences[last + 1].First, LastWord(_sentences[reach])));
        attribution.IsUnmarkedDirect |= !IsMarked(attribution.Content[^1]);
    }

    /// <summary>Only somebody whose words were given as his own goes on in the first person.</summary>
    private bool MaySpeakOn(Attribution attribution) =>
        attribution.IsUnmarkedDirect || IsMarked(attribution.Content[^1]) || attribution.Rule is "bare-clause" or "colon" ||
        attribution.Content.Exists(piece => HoldsFirstPerson(piece));

    private int LastSentence(Attribution attribution) =>
        Math.Max(attribution.Sentence, document.SentenceAt(_tokens[attribution.Content[^1].End - 1].Span.Start));

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

    private Quotation? QuotationAt(int token) => LayerSearch.Holding(document.Quotations, _tokens[token].Span.Start);

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
