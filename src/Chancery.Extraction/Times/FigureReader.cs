using System.Buffers;
using System.Globalization;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Times;

/// <summary>Says what a token that begins with a digit can be in a time expression.</summary>
internal static class FigureReader
{
    private static readonly SearchValues<char> SlashFigures = SearchValues.Create("0123456789/");
    private static readonly SearchValues<char> DottedFigures = SearchValues.Create("0123456789.");

    /// <summary>The classes of a number in figures, and its value where it has one.</summary>
    public static (TimeClass Classes, double Value) Read(ReadOnlySpan<char> form)
    {
        var digits = 0;
        while (digits < form.Length && char.IsAsciiDigit(form[digits])) digits++;
        if (digits == 0) return default;
        if (digits == form.Length) return ReadWhole(form);
        var rest = form[digits..];
        if (char.IsLetter(rest[0]) || rest[0] is '\'' or '\u2019') return ReadSuffixed(form[..digits], rest);
        return ReadJoined(form);
    }

    private static (TimeClass Classes, double Value) ReadWhole(ReadOnlySpan<char> form)
    {
        if (form.Length > 9) return default;
        var value = int.Parse(form, NumberStyles.None, CultureInfo.InvariantCulture);
        var classes = form[0] == '0' && form.Length > 1 ? TimeClass.None : TimeClass.Count;
        if (form.Length <= 2 && value is >= 1 and <= 31) classes |= TimeClass.Day;
        if (form.Length <= 2 && value <= 24) classes |= TimeClass.Hour;
        if (form.Length == 2) classes |= TimeClass.ShortYear;
        if (form.Length == 4 && value is >= 1000 and <= 2199) classes |= TimeClass.Year;
        if (form.Length <= 4 && value > 0) classes |= TimeClass.AnyYear;
        if (form.Length == 4 && value / 100 <= 24 && value % 100 <= 59) classes |= TimeClass.Military;
        return (classes, value);
    }

    private static (TimeClass Classes, double Value) ReadSuffixed(ReadOnlySpan<char> digits, ReadOnlySpan<char> suffix)
    {
        if (digits.Length > 4) return default;
        var value = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (suffix[^1] is 's' or 'S' && (suffix.Length == 1 || suffix[0] is '\'' or '\u2019'))
        {
            if (value % 10 != 0) return digits.Length == 4 && value is >= 1000 and <= 2199 && suffix.Length > 1 ? (TimeClass.Year, value) : default;
            if (digits.Length == 4 && value is >= 1000 and <= 2190) return (TimeClass.Decade, value);
            return digits.Length == 2 ? (TimeClass.ShortDecade, value) : default;
        }

        if (suffix.Length != 2 || value == 0 || digits.Length > 2) return default;
        return (TimeClass.Ordinal | (value <= 31 ? TimeClass.OrdinalDay : TimeClass.None), value);
    }

    private static (TimeClass Classes, double Value) ReadJoined(ReadOnlySpan<char> form)
    {
        if (form.IndexOf(':') > 0) return (IsClock(form) ? TimeClass.ClockTime : TimeClass.None, double.NaN);
        if (form.IndexOf('-') == 4 && form.Length == 10) return (TimeClass.IsoDate, double.NaN);
        if (form.IndexOf('/') > 0) return (ReadSlash(form), double.NaN);
        if (form.Count('.') == 2) return (IsDotted(form) ? TimeClass.FullSlash : TimeClass.None, double.NaN);
        if (IsDottedClock(form)) return (TimeClass.Count | TimeClass.DottedClock, Number(form));
        return (TimeClass.Count, Number(form));
    }

    private static TimeClass ReadSlash(ReadOnlySpan<char> form)
    {
        if (form is "1/2") return TimeClass.Fraction;
        if (form.IndexOfAnyExcept(SlashFigures) >= 0) return TimeClass.None;
        return form.Count('/') switch
        {
            1 when form.Length is >= 3 and <= 5 => TimeClass.Slash,
            2 when form.Length is >= 6 and <= 10 => TimeClass.FullSlash,
            _ => TimeClass.None,
        };
    }

    private static bool IsDotted(ReadOnlySpan<char> form)
    {
        var first = form.IndexOf('.');
        var last = form.LastIndexOf('.');
        return first is 1 or 2 && last - first is 2 or 3 && form.Length - last is 5 or 3 && form.IndexOfAnyExcept(DottedFigures) < 0;
    }

    private static bool IsClock(ReadOnlySpan<char> form)
    {
        var colon = form.IndexOf(':');
        if (colon > 2 || form.Length - colon is not (3 or 6) || (form.Length - colon == 6 && form[colon + 3] != ':')) return false;
        return int.TryParse(form[..colon], out var hour) && int.TryParse(form.Slice(colon + 1, 2), out var minute) && hour <= 24 && minute < 60;
    }

    private static bool IsDottedClock(ReadOnlySpan<char> form)
    {
        var stop = form.IndexOf('.');
        if (stop is not (1 or 2) || form.Length - stop != 3) return false;
        return int.TryParse(form[..stop], out var hour) && int.TryParse(form[(stop + 1)..], out var minute) && hour <= 24 && minute < 60;
    }

    private static double Number(ReadOnlySpan<char> form) =>
        double.TryParse(form, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
