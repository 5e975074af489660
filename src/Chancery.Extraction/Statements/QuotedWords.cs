using Chancery.Extraction.Quotations;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Statements;

/// <summary>
/// Whole quotations that stand right before or behind a verb of saying with its subject: his words, whatever the parser makes of them. A few quoted words within a clause are
/// none.
/// </summary>
internal sealed class QuotedWords(SpokenText text)
{
    private const int Farthest = 14;

    /// <summary>The quotations before and behind, in the order of the text; none if a word stands between that is not of the saying.</summary>
    public List<TokenRange> Read(int verb, TokenRange cue, IReadOnlyList<TokenRange> beside)
    {
        var found = new List<TokenRange>();
        var sentence = text.Document.Sentences[text.SentenceOf(verb)];
        if (Before(verb, cue, sentence) is { } before)
        {
            found.Add(before);
            // "…," he said as the column arrived, "…": what stands in marks later in the sentence is his too.
            for (var token = cue.End; token < sentence.End; token++)
                if (At(token) is { } later && later.First == token && IsWhole(later)) found.Add(later);
        }
        else if (Behind(cue.End, sentence, beside) is { } behind)
        {
            found.Add(behind);
        }

        return found;
    }

    /// <summary>A run of tokens with both marks of the quotation whose words it is.</summary>
    public TokenRange Snapped(TokenRange piece)
    {
        if (piece.Count == 0 || At(piece.First) is not { } quotation) return piece;
        return piece.First <= quotation.First + 1 && piece.End >= quotation.End - 2 && piece.End <= quotation.End + 1 ? quotation : piece;
    }

    private TokenRange? Behind(int at, Sentence sentence, IReadOnlyList<TokenRange> beside)
    {
        for (var token = at; token < Math.Min(sentence.End, at + Farthest); token++)
        {
            if (At(token) is { } quotation && quotation.First == token) return IsWhole(quotation) && EndsClause(quotation, sentence) ? quotation : null;
            if (text.Tokens[token].Kind != TokenKind.Punctuation && !beside.Any(range => range.Contains(token))) return null;
        }

        return null;
    }

    private bool EndsClause(TokenRange quotation, Sentence sentence) => quotation.End >= sentence.End || text.Tokens[quotation.End].Kind == TokenKind.Punctuation ||
        text.Tokens[quotation.End].Is(TokenShape.LineBefore) || IsEndMark(quotation.End - 2);

    private TokenRange? Before(int verb, TokenRange cue, Sentence sentence)
    {
        var source = text.SourceBefore(cue);
        var first = source >= 0 ? text.Tree.NominalOf(source).First : text.Tree.SubjectOf(verb) is >= 0 and var subject && subject < cue.First ? text.Tree.NominalOf(subject).First : cue.First;
        foreach (var beside in text.Tree.Children(verb))
            if (beside < first && first - text.Tree.Yield(beside).End <= 1 && text.Tree.KindOf(beside) is DependentKind.Oblique or DependentKind.Adverb && text.Tree.Yield(beside).First > sentence.First) first = text.Tree.Yield(beside).First;
        for (var token = first - 1; token >= Math.Max(0, first - 3); token--)
        {
            if (At(token) is { } quotation) return quotation.End == token + 1 && IsWhole(quotation) && (IsEndMark(token - 1) || BeginsSentence(quotation)) && !EndsBefore(quotation, sentence) ? quotation : null;
            if (text.Tokens[token].Kind != TokenKind.Punctuation) return null;
        }

        return null;
    }

    /// <summary>A quotation that ends with a full stop, before the sentence of the cue, is a sentence of its own.</summary>
    private bool EndsBefore(TokenRange quotation, Sentence sentence) => quotation.End <= sentence.First && text.Is(quotation.End - 2, ".");

    private bool BeginsSentence(TokenRange quotation) => quotation.First == 0 || text.Document.Sentences[text.SentenceOf(quotation.First)].First == quotation.First || text.Tokens[quotation.First].Is(TokenShape.LineBefore);

    private bool IsEndMark(int token) => token >= 0 && text.Document.TextOf(text.Tokens[token]) is "," or "." or "!" or "?" or "…" or "...";

    /// <summary>Names of books and ships, in capitals all of them, are nobody's words; nor are one or two words without an end mark.</summary>
    private bool IsWhole(TokenRange quotation) => IsEndMark(quotation.End - 2) || text.HoldsVerb(quotation) || (BeginsSentence(quotation) && quotation.Count > 4);

    private TokenRange? At(int token) => LayerSearch.Holding(text.Quotations, text.Tokens[token].Span.Start) is { } quotation ? text.RangeOf(quotation) : null;
}
