using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Quotations;

/// <summary>
/// Pairs quotation marks paragraph by paragraph. Whether a straight mark opens or closes is told from the space beside
/// it and not from counting, so that one mark too many does not turn everything after it inside out.
/// </summary>
internal sealed class QuotationAnnotator() : Annotator<Quotation>("quotations", 1, typeof(Token), typeof(Sentence))
{
    private enum Mark
    {
        None,
        Opens,
        Closes,
    }

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

            var mark = MarkAt(document, tokens, i, open >= 0);
            if (mark == Mark.Opens && open < 0) open = i;
            if (mark != Mark.Closes) continue;
            var quotation = open >= 0 ? Make(document, open, i + 1, complete: true) : Unopened(document, i);
            if (quotation is not null) yield return quotation;
            open = -1;
        }

        if (open >= 0 && Make(document, open, tokens.Length, complete: false) is { } last) yield return last;
    }

    private static Mark MarkAt(Document document, ImmutableArray<Token> tokens, int index, bool isOpen)
    {
        if (tokens[index].Kind != TokenKind.Quote) return Mark.None;
        var text = document.TextOf(tokens[index]);
        if (text[0] is '\u201C' or '\u201E' or '\u00AB' || text is "``") return Mark.Opens;
        if (text[0] is '\u201D' or '\u00BB' || text is "''") return Mark.Closes;
        if (text[0] != '"') return Mark.None;
        var spaceBefore = tokens[index].Is(TokenShape.SpaceBefore);
        var spaceAfter = index + 1 == tokens.Length || tokens[index + 1].Is(TokenShape.SpaceBefore);
        if (spaceBefore != spaceAfter) return spaceBefore ? Mark.Opens : Mark.Closes;
        return isOpen ? Mark.Closes : Mark.Opens;
    }

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
