using System.Globalization;

namespace Chancery.Record.Briefs;

/// <summary>
/// All values that a stretch of English may state, in digits or words: <c>1,250</c>, <c>$ 3 billion</c>, <c>two hundred</c>,
/// <c>a third</c>, <c>dozens</c>. Generous on purpose: it serves to find a number again, not to read figures.
/// </summary>
internal static class NumberReader
{
    private static readonly Dictionary<string, double> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["no"] = 0,
        ["zero"] = 0,
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["both"] = 2,
        ["couple"] = 2,
        ["three"] = 3,
        ["several"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["dozen"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["dozens"] = 24,
        ["scores"] = 40,
        ["half"] = 0.5,
        ["third"] = 1 / 3.0,
        ["thirds"] = 1 / 3.0,
        ["quarter"] = 0.25,
        ["quarters"] = 0.25,
        ["fourth"] = 0.25,
        ["fifth"] = 0.2,
        ["fifths"] = 0.2,
        ["tenth"] = 0.1,
        ["tenths"] = 0.1,
        ["quarter-century"] = 25,
    };

    private static readonly Dictionary<string, double> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100,
        ["thousand"] = 1e3,
        ["k"] = 1e3,
        ["lakh"] = 1e5,
        ["million"] = 1e6,
        ["m"] = 1e6,
        ["mn"] = 1e6,
        ["crore"] = 1e7,
        ["billion"] = 1e9,
        ["bn"] = 1e9,
        ["trillion"] = 1e12,
        ["tn"] = 1e12,
        ["dozen"] = 12,
        ["hundreds"] = 100,
        ["thousands"] = 1e3,
        ["millions"] = 1e6,
        ["billions"] = 1e9,
    };

    /// <summary>The values, those of single words and those of words read together.</summary>
    public static IReadOnlySet<double> Read(string text)
    {
        var values = new HashSet<double>();
        double? run = null;
        double total = 0;
        foreach (var word in Split(text))
        {
            if (Scales.TryGetValue(word, out var scale) && (run is not null || word.EndsWith('s')))
            {
                run = (run ?? 1) * scale;
                Add(values, run.Value, total);
                if (word.EndsWith('s')) values.Add(run.Value * 10 - 1);
            }
            else if (ValueOf(word) is { } value)
            {
                if (run is null || value >= run || run % 10 != 0) total = 0;
                else total += run.Value;
                values.Add((run ?? 1) * value);
                run = value;
                Add(values, value, total);
            }
            else if (!IsGlue(word)) (run, total) = (null, 0);
        }

        return values;
    }

    /// <summary>True if a value is among them; fractions within one per cent ("a third", 0.33), and a share may stand as per cent.</summary>
    public static bool Holds(IReadOnlySet<double> values, double value) =>
        values.Any(other => IsNear(other, value) || IsNear(other * 100, value) || IsNear(other / 100, value));

    private static void Add(HashSet<double> values, double value, double total)
    {
        values.Add(value);
        values.Add(value + total);
    }

    private static bool IsNear(double left, double right) =>
        Math.Abs(left - right) <= Math.Abs(right) * (left % 1 == 0 ? 1e-9 : 0.011);

    private static bool IsGlue(string word) => word is "and" or "of" or "-" or "–";

    private static double? ValueOf(string word)
    {
        if (Words.TryGetValue(word, out var value)) return value;
        return char.IsAsciiDigit(word[0]) && double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) ? value : null;
    }

    private static IEnumerable<string> Split(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at])) yield return Digits(text, ref at);
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at])) at++;
                yield return text[start..at];
            }
            else at++;
        }
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsInner(text, at))) at++;
        return text[start..at].Replace(",", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
    }

    private static bool IsInner(string text, int at)
    {
        if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])) return false;
        if (text[at] == '.') return true;
        return text[at] is ',' or '\u00A0' && at + 3 < text.Length && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]);
    }
}
