using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Text.Sentences;

/// <summary>
/// Cuts a text into sentences by end marks, paragraph breaks and the words that follow. A paragraph always ends a
/// sentence, so that a heading without a full stop is one; an abbreviation ends one only where the next word is one
/// that often opens a sentence and seldom a name.
/// </summary>
/// <param name="abbreviations">
/// Words written with a full stop; the column <c>ends</c> says <c>never</c> where a name must follow ("Dr.").
/// </param>
/// <param name="starters">Words that open sentences and are not names ("The", "He", "Meanwhile").</param>
public sealed class SentenceSplitter(Lexicon abbreviations, Lexicon starters)
    : Annotator<Sentence>("sentences", 1, typeof(Token))
{
    private readonly Lexicon _abbreviations = abbreviations ?? throw new ArgumentNullException(nameof(abbreviations));
    private readonly Lexicon _starters = starters ?? throw new ArgumentNullException(nameof(starters));

    /// <inheritdoc/>
    public override string DataFingerprint => _abbreviations.Hash + _starters.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Sentence> Annotate(Document document)
    {
        var tokens = document.Tokens;
        var sentences = ImmutableArray.CreateBuilder<Sentence>(tokens.Length / 18 + 1);
        // The mark is the sentence's last token that is no closing quotation mark or bracket, carried along so that a
        // long run of closers is looked at once.
        var (first, mark) = (0, 0);
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (!IsCloser(document, tokens, i - 1)) mark = i - 1;
            if (i < tokens.Length && !BeginsAt(document, tokens, mark, i)) continue;
            sentences.Add(new Sentence(tokens[first].Span.Cover(tokens[i - 1].Span), first, i));
            (first, mark) = (i, i);
        }

        return sentences.ToImmutable();
    }

    private bool BeginsAt(Document document, ImmutableArray<Token> tokens, int mark, int index)
    {
        var token = tokens[index];
        if (token.Is(TokenShape.ParagraphBefore)) return true;
        if (token.Is(TokenShape.LineBefore) && IsBullet(document.TextOf(token))) return true;
        var text = document.TextOf(tokens[mark]);
        if (text[^1] is not ('.' or '!' or '?' or '\u2026' or '\u3002')) return false;
        if (IsCloser(document, tokens, index)) return false;
        if (tokens[mark].Kind == TokenKind.Word) return EndsAfterAbbreviation(document, text, token);
        return MayOpen(document, token) && (token.Shape & (TokenShape.SpaceBefore | TokenShape.LineBefore)) != 0;
    }

    /// <summary>True if the token closes what stands before it: a bracket, or a quotation mark without space before it.</summary>
    private static bool IsCloser(Document document, ImmutableArray<Token> tokens, int index)
    {
        var character = document.TextOf(tokens[index])[0];
        if (character is ')' or ']' or '\u201D' or '\u00BB') return true;
        if (tokens[index].Kind != TokenKind.Quote || character is '\u201C' or '\u2018' or '\u00AB') return false;
        return !tokens[index].Is(TokenShape.SpaceBefore);
    }

    private bool EndsAfterAbbreviation(Document document, ReadOnlySpan<char> abbreviation, Token next)
    {
        if (!next.Is(TokenShape.SpaceBefore)) return false;
        var entry = _abbreviations.Find(abbreviation);
        if (entry?.Field(0) == "never") return false;
        return next.Is(TokenShape.Capital) && _starters.Contains(document.TextOf(next));
    }

    private static bool MayOpen(Document document, Token token) => token.Kind switch
    {
        TokenKind.Word => token.Is(TokenShape.Capital) || !char.IsLower(document.TextOf(token)[0]),
        TokenKind.Number or TokenKind.Quote or TokenKind.Address => true,
        _ => document.TextOf(token)[0] is '(' or '[' or '-' or '\u2013' or '\u2014' or '\u2022' or '*' or '$' or '\u20AC' or '\u00A3',
    };

    private static bool IsBullet(ReadOnlySpan<char> text) => text[0] is '\u2022' or '\u25CF' or '\u25AA' or '*' or '\u2043' || text is "-";
}
