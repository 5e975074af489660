using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Chancery.App.Evaluation;

/// <summary>One line of <c>events/actor_codes_*.jsonl</c>: an actor's words and how they are coded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Actor">The words.</param>
/// <param name="Context">Words around them or the country they were read in; empty if none are given.</param>
/// <param name="Day">The day as of which they count, if one is given: "today" is none.</param>
/// <param name="Country">Country of the gold; empty for none.</param>
/// <param name="Sectors">Sectors of the gold, any of which is right; empty for none.</param>
/// <param name="IsCountryGiven">False if the gold holds <c>null</c> and not the empty word: its makers did not look at it.</param>
/// <param name="IsSectorGiven">The same of the sector.</param>
/// <param name="HasSector">False where the gold has no code for it: a nationality was asked for alone, or the place is held by question marks.</param>
/// <param name="IsSkipped">True if the makers of the gold left it out of their own tests.</param>
internal sealed record ActorItem(
    string Id, string Actor, string Context, LocalDate? Day, string Country, IReadOnlyList<string> Sectors, bool IsCountryGiven, bool IsSectorGiven,
    bool HasSector, bool IsSkipped)
{
    private static readonly LocalDatePattern[] Days =
    [
        LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu"), LocalDatePattern.CreateWithInvariantCulture("MMMM d, uuuu"),
    ];

    /// <summary>Reads one line.</summary>
    public static ActorItem Read(JsonElement json)
    {
        var sectors = SectorsOf(json.GetProperty("sector"));
        return new ActorItem(
            json.GetProperty("id").GetString() ?? "", json.GetProperty("actor").GetString() ?? "", TextOf(json, "context") ?? "", DayOf(TextOf(json, "date")),
            TextOf(json, "country") ?? "", sectors, TextOf(json, "country") is not null, json.GetProperty("sector").ValueKind != JsonValueKind.Null,
            TextOf(json, "call") != "search_nat" && !sectors.Contains("????"),
            json.TryGetProperty("skipped_upstream", out var skipped) && skipped.ValueKind == JsonValueKind.True);
    }

    private static IReadOnlyList<string> SectorsOf(JsonElement sector) => sector.ValueKind switch
    {
        JsonValueKind.Array => [.. sector.EnumerateArray().Select(one => one.GetString() ?? "")],
        JsonValueKind.String when sector.GetString() is { Length: > 0 } one => [one],
        _ => [],
    };

    private static LocalDate? DayOf(string? text)
    {
        foreach (var pattern in Days)
            if (text is not null && pattern.Parse(System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text)) is { Success: true } day) return day.Value;
        return null;
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
