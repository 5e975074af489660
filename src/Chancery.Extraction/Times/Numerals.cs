using System.Collections.Immutable;
using System.Globalization;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>A number found at a token.</summary>
/// <param name="Value">The number.</param>
/// <param name="Length">How many tokens it has; 0 if there is none.</param>
/// <param name="IsYear">True if it is said as years are: "nineteen ninety-seven".</param>
internal readonly record struct Numeral(double Value, int Length, bool IsYear);

/// <summary>Reads numbers in words: "twenty-four", "a hundred", "two and a half", "nineteen ninety-seven".</summary>
internal sealed class Numerals
{
    private static readonly ulong Hyphen = TokenKey.Of("-");
    private static readonly ulong And = TokenKey.Of("and");
    private static readonly ulong A = TokenKey.Of("a");
    private static readonly ulong Half = TokenKey.Of("half");
    private readonly Dictionary<ulong, double> _values;

    public Numerals(Lexicon numbers) => _values = numbers.Entries.ToDictionary(
        entry => TokenKey.Of(entry.Form), entry => double.Parse(entry.Field(0), CultureInfo.InvariantCulture));

    /// <summary>The number in words that begins at a token; of length 0 if none does.</summary>
    public Numeral At(ImmutableArray<Token> tokens, int index, int limit)
    {
        if (!_values.TryGetValue(tokens[index].Key, out var first))
            return tokens[index].Key == A && ScaleAt(tokens, index + 1, limit) > 0 ? Sum(tokens, index + 1, limit, index) : default;
        var year = SaidAsYear(tokens, index, limit, first);
        return year.Length > 0 ? year : Sum(tokens, index, limit, index);
    }

    /// <summary>How many tokens "and a half" has if it stands here.</summary>
    public static int HalfAt(ImmutableArray<Token> tokens, int index, int limit)
    {
        if (index < limit && tokens[index].Key == Hyphen) index++;
        if (index + 1 >= limit || tokens[index].Key != And) return 0;
        var at = index + 1;
        while (at < limit && (tokens[at].Key == A || tokens[at].Key == Hyphen)) at++;
        return at < limit && tokens[at].Key == Half ? at + 1 - index : 0;
    }

    private double ScaleAt(ImmutableArray<Token> tokens, int at, int limit) =>
        at < limit && _values.TryGetValue(tokens[at].Key, out var value) && value >= 100 ? value : 0;

    private Numeral SaidAsYear(ImmutableArray<Token> tokens, int index, int limit, double first)
    {
        if (first is < 10 or > 20 || index + 1 >= limit) return default;
        var tens = PairAt(tokens, index + 1, limit, out var end);
        return tens >= 10 ? new Numeral(first * 100 + tens, end - index, true) : default;
    }

    /// <summary>A number below 100: "seven", "ninety", "ninety-seven"; 0 if there is none.</summary>
    private double PairAt(ImmutableArray<Token> tokens, int at, int limit, out int end)
    {
        end = at;
        if (at >= limit || !_values.TryGetValue(tokens[at].Key, out var tens) || tens >= 100) return 0;
        end = at + 1;
        if (tens < 20) return tens;
        var next = end < limit && tokens[end].Key == Hyphen ? end + 1 : end;
        if (next >= limit || !_values.TryGetValue(tokens[next].Key, out var ones) || ones > 9) return tens;
        end = next + 1;
        return tens + ones;
    }

    private Numeral Sum(ImmutableArray<Token> tokens, int at, int limit, int start)
    {
        var (total, part) = (0.0, 0.0);
        for (var first = true; at < limit; first = false)
        {
            var pair = PairAt(tokens, at, limit, out var end);
            if (pair > 0 && part % 100 == 0) (part, at) = (part + pair, end);
            else if (ScaleAt(tokens, at, limit) is var scale and > 0 && total < 1e12)
            {
                var counted = part == 0 && first ? 1 : part;
                if (counted == 0) break;
                (total, part) = scale == 100 ? (total, counted * 100) : (total + counted * scale, 0);
                at++;
                if (at + 1 < limit && tokens[at].Key == And && PairAt(tokens, at + 1, limit, out _) > 0 && total + part >= 100) at++;
            }
            else break;
        }

        return new Numeral(total + part, at - start, total + part is >= 1900 and < 2100 && total == 2000);
    }
}
