using System.Collections.Immutable;
using System.Globalization;
using Chancery.Text.Lexicons;

namespace Chancery.Text.Tokens;

/// <summary>The tokenizer's one pass over a text: decides where each token ends and how it is written.</summary>
internal ref struct TokenScanner(string text, Lexicon abbreviations)
{
    private const TokenShape ParagraphStart = TokenShape.SpaceBefore | TokenShape.LineBefore | TokenShape.ParagraphBefore;
    private const int LongestAside = 200;
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private TokenShape _before = ParagraphStart;

    public ImmutableArray<Token>.Builder Tokens { get; } = ImmutableArray.CreateBuilder<Token>(text.Length / 5 + 4);

    public void Scan()
    {
        while (SkipSpace())
        {
            var start = _position;
            var end = TokenEnd.Find(_text, start, abbreviations, out var kind);
            if (kind == TokenKind.Quote && IsPossessive(start, end)) _before |= TokenShape.Joined;
            if (kind == TokenKind.Word) AddWord(start, end);
            else Add(start, end, kind);
            _position = end;
        }
    }

    private bool SkipSpace()
    {
        var lines = 0;
        var start = _position;
        for (; _position < _text.Length && IsSpace(_text[_position]); _position++)
            if (_text[_position] is '\n' or '\u2028' or '\u2029' || (_text[_position] == '\r' && !Follows('\n')))
                lines++;
        if (_position > start && start > 0) _before = Before(lines);
        return _position < _text.Length;
    }

    private readonly bool Follows(char character) => _position + 1 < _text.Length && _text[_position + 1] == character;

    /// <summary>What stands before a token after so many line breaks.</summary>
    internal static TokenShape Before(int lines) => lines switch
    {
        0 => TokenShape.SpaceBefore,
        1 => TokenShape.SpaceBefore | TokenShape.LineBefore,
        _ => ParagraphStart,
    };

    /// <summary>White space, and the marks without width that stand between words as if they were.</summary>
    internal static bool IsSpace(char character) => character <= ' ' || (character >= '\u0080' &&
        (char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF' or '\u2060'));

    private void AddWord(int start, int end)
    {
        var cut = Contractions.Cut(_text[start..end]);
        if (cut > 0)
        {
            Add(start, start + cut, TokenKind.Word);
            start += cut;
            _before = TokenShape.Joined;
        }

        Add(start, end, TokenKind.Word);
    }

    private void Add(int start, int end, TokenKind kind)
    {
        var form = _text[start..end];
        Tokens.Add(new Token(new Span(start, end), kind, TokenKey.Of(form), _before | ShapeOf(form)));
        _before = TokenShape.None;
    }

    /// <summary>
    /// The apostrophe after a plural ("the guards' keys"): nothing stands between, a space follows, and no
    /// quotation of that mark is open in the line.
    /// </summary>
    private readonly bool IsPossessive(int start, int end)
    {
        if (end != start + 1 || _text[start] is not ('\'' or '\u2019') || start < 2 || _text[start - 1] is not ('s' or 'S')) return false;
        if (!char.IsLetter(_text[start - 2]) || (end < _text.Length && !IsSpace(_text[end]))) return false;
        return !IsOpened(_text[Math.Max(0, start - LongestAside)..start]);
    }

    private static bool IsOpened(ReadOnlySpan<char> before)
    {
        for (var i = before.Length - 2; i >= 0 && before[i] != '\n'; i--)
            if (before[i] is '\'' or '\u2018' && (i == 0 || IsSpace(before[i - 1])) && !IsSpace(before[i + 1]))
                return true;
        return false;
    }

    /// <summary>How a form is written; it is not empty.</summary>
    internal static TokenShape ShapeOf(ReadOnlySpan<char> form)
    {
        var shape = char.IsUpper(form[0]) ? TokenShape.Capital : TokenShape.None;
        var (upper, lower) = (0, 0);
        foreach (var character in form)
        {
            if (char.IsUpper(character)) upper++;
            else if (char.IsLetter(character)) lower++;
            else if (char.IsDigit(character)) shape |= TokenShape.Digit;
        }

        return upper > 1 && lower == 0 ? shape | TokenShape.AllCapitals : shape;
    }
}
