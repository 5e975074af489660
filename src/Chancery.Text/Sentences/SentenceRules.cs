using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Text.Sentences;

/// <summary>What can be said of sentence breaks without having learnt any: end marks, abbreviations, breaks, bullets.</summary>
internal sealed class SentenceRules(Lexicon abbreviations, Lexicon starters)
{
    private const int LongestDateline = 16;

    /// <summary>True if a sentence begins here whatever the words: a paragraph or a bulleted line begins.</summary>
    public static bool MustBegin(Document document, Token token) =>
        token.Is(TokenShape.ParagraphBefore) || (token.Is(TokenShape.LineBefore) && IsBullet(document.TextOf(token)));

    /// <summary>True if what stands before is a report's dateline ("KABUL (AP) —"), which belongs to its first sentence.</summary>
    public static bool EndsDateline(Document document, ImmutableArray<Token> tokens, int first, int index) =>
        index - first <= LongestDateline && tokens[first].Is(TokenShape.ParagraphBefore | TokenShape.AllCapitals) &&
        document.TextOf(tokens[index - 1])[0] is '-' or '\u2013' or '\u2014';

    /// <summary>True if end mark and next word speak for a break.</summary>
    /// <param name="document">A document with tokens.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mark">The last token before the place that is no closing quotation mark or bracket.</param>
    /// <param name="index">The token that would begin the next sentence.</param>
    public bool Suggests(Document document, ImmutableArray<Token> tokens, int mark, int index)
    {
        var token = tokens[index];
        var text = document.TextOf(tokens[mark]);
        if (text[^1] is not ('.' or '!' or '?' or '\u2026' or '\u3002')) return false;
        if (IsCloser(document, tokens, index)) return false;
        if (tokens[mark].Kind == TokenKind.Word) return EndsAfterAbbreviation(document, text, token);
        return MayOpen(document, token) && (token.Shape & (TokenShape.SpaceBefore | TokenShape.LineBefore)) != 0;
    }

    /// <summary>True if the token closes what stands before it: a bracket, or a quotation mark without space before it.</summary>
    public static bool IsCloser(Document document, ImmutableArray<Token> tokens, int index)
    {
        var character = document.TextOf(tokens[index])[0];
        if (character is ')' or ']' or '\u201D' or '\u00BB') return true;
        if (tokens[index].Kind != TokenKind.Quote || character is '\u201C' or '\u2018' or '\u00AB') return false;
        return !tokens[index].Is(TokenShape.SpaceBefore);
    }

    private bool EndsAfterAbbreviation(Document document, ReadOnlySpan<char> abbreviation, Token next)
    {
        if (!next.Is(TokenShape.SpaceBefore)) return false;
        var entry = abbreviations.Find(abbreviation);
        if (entry?.Field(0) == "never") return false;
        return next.Is(TokenShape.Capital) && starters.Contains(document.TextOf(next));
    }

    private static bool MayOpen(Document document, Token token) => token.Kind switch
    {
        TokenKind.Word => token.Is(TokenShape.Capital) || !char.IsLower(document.TextOf(token)[0]),
        TokenKind.Number or TokenKind.Quote or TokenKind.Address => true,
        _ => document.TextOf(token)[0] is '(' or '[' or '-' or '\u2013' or '\u2014' or '\u2022' or '*' or '$' or '\u20AC' or '\u00A3',
    };

    private static bool IsBullet(ReadOnlySpan<char> text) => text[0] is '\u2022' or '\u25CF' or '\u25AA' or '*' or '\u2043' || text is "-";
}
