using System.Collections.Immutable;
using System.Globalization;
using Chancery.Extraction.Times;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Figures;

/// <summary>Reads numbers in figures and words: "5,000", "2.5", "twenty-five", "a hundred".</summary>
internal sealed class Quantity(Numerals numerals)
{
    /// <summary>How many tokens a whole number has here; 0 for years, ordinals, clock times and anything else.</summary>
    public int WholeLengthAt(Document document, int index, int limit)
    {
        var token = document.Tokens[index];
        if (token.Kind == TokenKind.Word) return numerals.At(document.Tokens, index, limit) is { IsYear: false } words ? words.Length : 0;
        if (token.Kind != TokenKind.Number) return 0;
        var text = document.TextOf(token);
        return ValueOf(text) is { } value && value == Math.Floor(value) && !IsYear(text, value) ? 1 : 0;
    }

    /// <summary>As the other, for numbers that may have a fraction and may look like a year.</summary>
    public int LengthAt(Document document, int index, int limit)
    {
        var token = document.Tokens[index];
        if (token.Kind == TokenKind.Word) return WholeLengthAt(document, index, limit);
        return token.Kind == TokenKind.Number && ValueOf(document.TextOf(token)) is not null ? 1 : 0;
    }

    /// <summary>The number that stands there.</summary>
    public double At(Document document, int index, int limit) => document.Tokens[index].Kind == TokenKind.Word
        ? numerals.At(document.Tokens, index, limit).Value
        : ValueOf(document.TextOf(document.Tokens[index])) ?? 0;

    private static bool IsYear(ReadOnlySpan<char> text, double value) => text.Length == 4 && value is >= 1900 and < 2100;

    private static double? ValueOf(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
