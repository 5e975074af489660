using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>
/// How each token stands to double quotation marks: inside or not, and a mark itself or beside one. A paragraph that ends inside closes the quotation; so one mark too
/// many harms no more than its paragraph. A hint for a net, not a pairing of marks.
/// </summary>
internal static class QuoteStates
{
    private const byte Inside = 1, Opens = 2, Closes = 4, AfterOpening = 8, BeforeClosing = 16, Continued = 32;

    /// <summary>The state of each token: bits.</summary>
    public static byte[] Of(Document document)
    {
        var states = new byte[document.Tokens.Length];
        Set(document, new TokenRange(0, states.Length), states);
        return states;
    }

    /// <summary>Sets the states of a part of the document as if it were all, without the marks in which it stands as a whole.</summary>
    public static void Set(Document document, TokenRange part, byte[] states)
    {
        var (isOpen, wasOpen) = (false, false);
        for (var i = part.First; i < part.End; i++)
        {
            if (document.Tokens[i].Is(TokenShape.ParagraphBefore)) (wasOpen, isOpen) = (isOpen, false);
            var mark = document.Tokens[i].Kind == TokenKind.Quote && !IsEdge(part, i, document.Tokens.Length) ? MarkAt(document, i, isOpen) : (byte)0;
            if (mark == Opens) isOpen = true;
            states[i] = (byte)((isOpen ? Inside : 0) | mark | (wasOpen ? Continued : 0) | (i > part.First && (states[i - 1] & Opens) != 0 ? AfterOpening : 0));
            if (mark != Closes) continue;
            isOpen = false;
            if (i > part.First) states[i - 1] |= BeforeClosing;
        }
    }

    /// <summary>A mark at the edge of what somebody says is the mark in which he says it.</summary>
    private static bool IsEdge(TokenRange part, int token, int tokens) => part.Count < tokens && (token == part.First || token == part.End - 1);

    private static byte MarkAt(Document document, int token, bool isOpen) => document.TextOf(document.Tokens[token]) switch
    {
        ['\u201C' or '\u201E' or '\u00AB', ..] or "``" => Opens,
        ['\u201D' or '\u00BB', ..] or "''" => Closes,
        ['"', ..] => SpacedMark(document, token, isOpen),
        _ => 0,
    };

    private static byte SpacedMark(Document document, int token, bool isOpen)
    {
        var before = document.Tokens[token].Is(TokenShape.SpaceBefore);
        var after = token + 1 == document.Tokens.Length || document.Tokens[token + 1].Is(TokenShape.SpaceBefore);
        if (before != after) return before ? Opens : Closes;
        return isOpen ? Closes : Opens;
    }
}
