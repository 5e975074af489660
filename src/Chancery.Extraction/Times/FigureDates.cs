using System.Globalization;

namespace Chancery.Extraction.Times;

/// <summary>Reads dates and clock times in figures into an expression; <see langword="null"/> if the figures are none.</summary>
internal static class FigureDates
{
    public static TimeExpression? Iso(TimeExpression expression, ReadOnlySpan<char> form) =>
        Dated(expression, Number(form[..4]), Number(form.Slice(5, 2)), Number(form.Slice(8, 2)));

    /// <summary>Month first as in "8/7/1998", unless only the other order is a date; with full stops the day is first.</summary>
    public static TimeExpression? Slash(TimeExpression expression, ReadOnlySpan<char> form)
    {
        var separator = form.IndexOf('/') >= 0 ? '/' : '.';
        var first = form.IndexOf(separator);
        var last = form.LastIndexOf(separator);
        if (first == 4) return Dated(expression, Number(form[..4]), Number(form[5..last]), Number(form[(last + 1)..]));
        var one = Number(form[..first]);
        var two = Number(last == first ? form[(first + 1)..] : form[(first + 1)..last]);
        int? year = last == first ? null : LongYear(Number(form[(last + 1)..]));
        return separator == '.' || one > 12 ? Dated(expression, year, two, one) : Dated(expression, year, one, two);
    }

    public static TimeExpression? Clock(TimeExpression expression, ReadOnlySpan<char> form)
    {
        var colon = form.IndexOfAny(':', '.');
        if (colon <= 0 || form.Length < colon + 3) return null;
        return expression with { Hour = Number(form[..colon]), Minute = Number(form.Slice(colon + 1, 2)) };
    }

    public static TimeExpression? Meridiem(TimeExpression expression, string noon)
    {
        if (expression.Hour is not { } hour) return expression;
        if (hour > 12) return expression;
        return expression with { Hour = hour % 12 + (noon == "12" ? 12 : 0) };
    }

    private static TimeExpression? Dated(TimeExpression expression, int? year, int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 ? expression with { Year = year, Month = month, Day = day } : null;

    private static int LongYear(int year) => year >= 100 ? year : year + (year <= 30 ? 2000 : 1900);

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
