using System.Globalization;

namespace Chancery.Extraction.Intake.Html;

/// <summary>The day in an address, where it stands at the edge of a path segment: <c>/2021/08/16/</c>, <c>/2021/aug/16/</c>, <c>/2021-08/16/</c>, <c>/2021-08-16-…</c>.</summary>
internal static class AddressDay
{
    /// <summary>The witness, or <see langword="null"/>: a number of the right shape inside a word is no day.</summary>
    public static DayWitness? In(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
            if ((InParts(parts, i) ?? InPart(parts[i]) ?? InPair(parts, i)) is var (year, month, day) && year is > 1989 and < 2100 && month is >= 1 and <= 12 && day is >= 1 and <= 31)
                return new DayWitness(DayPlaces.Address, $"{year:0000}-{month:00}-{day:00}");
        return null;
    }

    private static (int, int, int)? InParts(string[] parts, int at) =>
        at + 2 < parts.Length && parts[at].Length == 4 && Number(parts[at]) is { } year && MonthOf(parts[at + 1]) is { } month && parts[at + 2].Length <= 2 && Number(parts[at + 2]) is { } day
            ? (year, month, day)
            : null;

    /// <summary>2020-02/19 and 202002/19: year and month in one segment.</summary>
    private static (int, int, int)? InPair(string[] parts, int at)
    {
        if (at + 1 >= parts.Length || parts[at + 1].Length is 0 or > 2 || Number(parts[at + 1]) is not { } day) return null;
        var part = parts[at];
        if (part.Length == 7 && part[4] == '-') part = part.Remove(4, 1);
        return part.Length == 6 && Number(part) is { } both ? (both / 100, both % 100, day) : null;
    }

    /// <summary>2020-03-04, alone or followed by a dash and words; 20200304 alone.</summary>
    private static (int, int, int)? InPart(string part)
    {
        if (part.Length == 8 && Number(part) is { } whole) return (whole / 10000, whole / 100 % 100, whole % 100);
        if (part.Length < 10 || part[4] != '-' || part[7] != '-' || (part.Length > 10 && char.IsLetterOrDigit(part[10]))) return null;
        return Number(part[..4]) is { } year && Number(part[5..7]) is { } month && Number(part[8..10]) is { } day ? (year, month, day) : null;
    }

    private static int? MonthOf(string part)
    {
        if (part.Length <= 2) return Number(part);
        return IntakeTables.DateWords.Find(part) is { } entry && entry.Field(0) == "month" ? int.Parse(entry.Field(1), CultureInfo.InvariantCulture) : null;
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
