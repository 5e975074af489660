using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Quotations;

/// <summary>
/// Pairs quotation marks paragraph by paragraph. Whether a straight mark opens or closes is told from the space beside
/// it and not from counting, so that one mark too many does not turn everything after it inside out. Each kind of mark closes its own: a
/// quotation within a quotation is not one of its own.
/// </summary>
internal sealed class QuotationAnnotator() : Annotator<Quotation>("quotations", 2, typeof(Token), typeof(Sentence))
{
    private const int LongestSingle = 80;
    private const char Doubled = 'd';

    /// <inheritdoc/>
    protected override IEnumerable<Quotation> Annotate(Document document)
    {
        var tokens = document.Tokens;
        var open = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (open >= 0 && tokens[i].Is(TokenShape.ParagraphBefore))
            {
                if (Make(document, open, i, complete: false) is { } unclosed) yield return unclosed;
                open = -1;
            }

            if (tokens[i].Kind != TokenKind.Quote) continue;
            if (open < 0 && Opens(document, i))
            {
                open = i;
                continue;
            }

            if (open >= 0 ? !Closes(document, open, i) : !ClosesAlone(document, i)) continue;
            var quotation = open >= 0 ? Make(document, open, i + 1, complete: true) : Unopened(document, i);
            if (quotation is not null) yield return quotation;
            open = -1;
        }

        if (open >= 0 && Make(document, open, tokens.Length, complete: false) is { } last) yield return last;
    }

    private static bool Opens(Document document, int token) => document.TextOf(document.Tokens[token]) switch
    {
        ['\u201C' or '\u201E' or '\u00AB', ..] or "``" => true,
        ['\u00BB', ..] or "''" => IsTight(document, token),
        // A mark with space on both sides, or on neither, opens where none is open.
        ['"', ..] => IsTight(document, token) || HasSpaceBefore(document, token) == HasSpaceAfter(document, token),
        "'" or "\u2018" => IsTight(document, token) && HasSingleClose(document, token),
        _ => false,
    };

    /// <summary>A mark that can close what another one opened; the kinds do not mix, so that an inner quotation closes no outer one.</summary>
    private static bool Closes(Document document, int open, int token) => (KindOf(document, open), KindOf(document, token)) switch
    {
        ('\u201C' or '\u201E', '\u201D') or ('\u201E', '\u201C') or ('\u00AB', '\u00BB') or ('\u00BB', '\u00AB') => true,
        ('`' or Doubled, Doubled) or ('`', '"') => true,
        ('"', '"') or ('\u201C', '"') or ('"', '\u201D') => !IsTight(document, token),
        ('\'', '\'') or ('\u2018', '\u2019') => IsSingleClose(document, token),
        _ => false,
    };

    /// <summary>The first character of a mark; two apostrophes are a kind of their own.</summary>
    private static char KindOf(Document document, int token) => document.TextOf(document.Tokens[token]) is var mark && mark is "''" ? Doubled : mark[0];

    private static bool ClosesAlone(Document document, int token) => document.TextOf(document.Tokens[token]) switch
    {
        ['\u201D' or '\u00BB', ..] or "''" => true,
        ['"', ..] => !HasSpaceBefore(document, token),
        _ => false,
    };

    /// <summary>True if a mark clings to the word behind it and to none before it.</summary>
    private static bool IsTight(Document document, int token) => HasSpaceBefore(document, token) && !HasSpaceAfter(document, token);

    private static bool HasSpaceBefore(Document document, int token) =>
        document.Tokens[token].Is(TokenShape.SpaceBefore) || token == 0 || document.TextOf(document.Tokens[token - 1]) is "(" or "[" or "\u2014" or "\u2013" or "--";

    private static bool HasSpaceAfter(Document document, int token) => token + 1 == document.Tokens.Length || document.Tokens[token + 1].Is(TokenShape.SpaceBefore);

    /// <summary>A single mark opens only where one closes later in the paragraph: else it is an apostrophe.</summary>
    private static bool HasSingleClose(Document document, int open)
    {
        var isCurly = document.TextOf(document.Tokens[open]) is "\u2018";
        for (var i = open + 2; i < Math.Min(document.Tokens.Length, open + LongestSingle); i++)
        {
            if (document.Tokens[i].Is(TokenShape.ParagraphBefore)) return false;
            if (document.Tokens[i].Kind == TokenKind.Quote && document.TextOf(document.Tokens[i]) is var mark && mark is "'" or "\u2019" && isCurly == mark is "\u2019" && IsSingleClose(document, i)) return true;
        }

        return false;
    }

    private static bool IsSingleClose(Document document, int token) =>
        !document.Tokens[token].Is(TokenShape.SpaceBefore) && (HasSpaceAfter(document, token) || document.Tokens[token + 1].Kind is TokenKind.Punctuation or TokenKind.Quote);

    /// <summary>A closing mark alone: the quotation began, at the latest, with its sentence.</summary>
    private static Quotation? Unopened(Document document, int index)
    {
        var sentence = document.Sentences[document.SentenceAt(document.Tokens[index].Span.Start)];
        var first = sentence.First;
        if (first >= index) return null;
        var inner = document.Tokens[first].Span.Cover(document.Tokens[index - 1].Span);
        return new Quotation(inner.Cover(document.Tokens[index].Span), inner, Complete: false);
    }

    private static Quotation? Make(Document document, int open, int end, bool complete)
    {
        var last = complete ? end - 2 : end - 1;
        if (last <= open) return null;
        var inner = document.Tokens[open + 1].Span.Cover(document.Tokens[last].Span);
        return new Quotation(document.Tokens[open].Span.Cover(document.Tokens[end - 1].Span), inner, complete);
    }
}
