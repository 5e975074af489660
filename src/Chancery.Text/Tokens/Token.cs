using System.Collections.Immutable;

namespace Chancery.Text.Tokens;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, perhaps with inner apostrophes, full stops or digits.</summary>
    Word,

    /// <summary>Begins with a digit: a number, an ordinal, a clock time, a date in figures.</summary>
    Number,

    /// <summary>Opening or closing quotation mark, or one that could be either.</summary>
    Quote,

    /// <summary>Any other punctuation or sign.</summary>
    Punctuation,

    /// <summary>An address, e-mail, handle or tag.</summary>
    Address,
}

/// <summary>
/// A token: a word, number or sign with its exact place in the untouched text. Not a normalised form: text is read
/// through the span. <see cref="Key"/> stands for the lower-cased, apostrophe-folded form where tables are looked up.
/// </summary>
/// <param name="Span">Where it stands, UTF-16 code units; never empty.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Key">A 64-bit hash of the folded form, see <see cref="TokenKey"/>.</param>
/// <param name="Shape">How it is written.</param>
public readonly record struct Token(Span Span, TokenKind Kind, ulong Key, TokenShape Shape) : IAnnotation
{
    /// <summary>True if every flag of <paramref name="shape"/> is set.</summary>
    public bool Is(TokenShape shape) => (Shape & shape) == shape;
}

/// <summary>How a token is written and what stands around it.</summary>
[Flags]
public enum TokenShape : byte
{
    /// <summary>Nothing to say.</summary>
    None = 0,

    /// <summary>Begins with an upper-case letter.</summary>
    Capital = 1,

    /// <summary>Two letters or more, all of them upper-case.</summary>
    AllCapitals = 2,

    /// <summary>Holds a digit.</summary>
    Digit = 4,

    /// <summary>White space or the beginning of the text stands before it.</summary>
    SpaceBefore = 8,

    /// <summary>A line break stands before it, or the beginning of the text.</summary>
    LineBefore = 16,

    /// <summary>A blank line stands before it, or the beginning of the text: a paragraph begins.</summary>
    ParagraphBefore = 32,

    /// <summary>Written as one with the token before it: the second part of a contraction or possessive ("n't", "'s").</summary>
    Joined = 64,
}

/// <summary>The token layer's short name.</summary>
public static class TokenLayer
{
    extension(Document document)
    {
        /// <summary>The tokens of the text in order; they and the gaps between them rebuild it.</summary>
        public ImmutableArray<Token> Tokens => document.Layer<Token>();

        /// <summary>The words of a token as they stand in the text.</summary>
        public ReadOnlySpan<char> TextOf(Token token) => document.Text.Slice(token.Span);
    }
}
