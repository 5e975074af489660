using Chancery.Extraction.Intake.Lines;
using Chancery.Record;
using NodaTime;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Chooses the day of publication: two places that agree come first, then the places in the order in which they are
/// right. The day is kept as written, in its own zone. What was modified or stands in furniture never counts.
/// </summary>
internal static class DayRules
{
    private static readonly (string Place, string Basis)[] Order =
    [
        ("address", PublicationRules.Address), ("meta", PublicationRules.Metadata), ("visible", PublicationRules.BylineLine),
        ("json-ld", PublicationRules.Metadata), ("microdata", PublicationRules.Metadata), ("class", PublicationRules.BylineLine),
    ];

    public static Publication? Of(IReadOnlyList<DayWitness> witnesses, RawDocument raw)
    {
        var days = new List<(int Rank, Publication Day)>();
        foreach (var witness in witnesses)
        {
            var rank = Array.FindIndex(Order, place => place.Place == witness.Place);
            if (rank >= 0 && Read(witness.Value, Order[rank].Basis, raw) is { } day && !days.Exists(known => known.Rank == rank)) days.Add((rank, day));
        }

        var ordered = days.OrderBy(day => day.Rank).ToList();
        var agreed = ordered.Where(day => day.Day.From == day.Day.To && Order[day.Rank].Place != "class" && ordered.Exists(other => other.Rank != day.Rank && other.Day.From == day.Day.From && other.Day.To == day.Day.To)).ToList();
        return agreed.Count > 0 ? agreed[0].Day : ordered.Count > 0 ? ordered[0].Day : null;
    }

    /// <summary>The day in an address, where it stands at the edge of a path segment: <c>/2021/08/16/</c>, <c>/2021/aug/16/</c>.</summary>
    public static DayWitness? InAddress(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 2 < parts.Length; i++)
            if (parts[i].Length == 4 && int.TryParse(parts[i], out var year) && year is > 1989 and < 2100 && parts[i + 2].Length <= 2 && MonthOf(parts[i + 1]) is { } month && int.TryParse(parts[i + 2], out var day))
                return new DayWitness("address", $"{year:0000}-{month:00}-{day:00}");
        foreach (var part in parts)
            if (part.Length == 10 && part[4] == '-' && part[7] == '-' && char.IsAsciiDigit(part[0]))
                return new DayWitness("address", part);
        return null;
    }

    private static int? MonthOf(string part)
    {
        if (part.Length <= 2 && int.TryParse(part, out var number)) return number is >= 1 and <= 12 ? number : null;
        return IntakeTables.DateWords.Find(part) is { } entry && entry.Field(0) == "month" ? int.Parse(entry.Field(1)) : null;
    }

    private static Publication? Read(string value, string basis, RawDocument raw)
    {
        if (value.Length >= 8 && value.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0)
            value = $"{value[..4]}-{value[4..6]}-{value[6..8]}";
        var mention = DayReader.Find(value.Length > 200 ? value[..200] : value).Find(one => one.Year is not null);
        return mention.Year is null ? null : PublicationRules.Of(mention, basis, value[mention.Start..mention.End], raw);
    }
}
