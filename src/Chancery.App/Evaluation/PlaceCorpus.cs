using System.Text.Json;
using Chancery.Extraction;
using Chancery.Extraction.Places;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>A place's name as the gold marks it.</summary>
/// <param name="Span">Where it stands, code units.</param>
/// <param name="Lat">Degrees north; <see langword="null"/> if the gold does not know the place.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Level"><c>country</c>, <c>admin1</c> or <c>other</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2, if the level is country.</param>
/// <param name="Admin1">GeoNames' code with its country's, if the level is admin1.</param>
internal sealed record GoldPlace(Span Span, double? Lat, double? Lon, string Level, string Country, string Admin1)
{
    private const double Tolerance = 161, Close = 5, Wide = 1500;

    /// <summary>True if the place lies within 161 km (a hundred miles) of this one.</summary>
    public bool IsNear(PlaceMention mention) => KilometresTo(mention) <= Tolerance;

    /// <summary>True if both are the same state or the same first-level division: those have no one point.</summary>
    public bool IsSame(PlaceMention mention) => LevelOf(mention) == Level && Level switch
    {
        "country" => mention.Alpha2 == Country,
        "admin1" => Admin1.Length > 0 && Admin1Of(mention) == Admin1,
        _ => false,
    };

    /// <summary>
    /// How far a place is right, for training only: the same state or division, or within 5 km and neither where the gold has neither; then within
    /// 161 km, the rank alike; a sea, continent or region has no one point either, and lies where it should within 1,500 km.
    /// </summary>
    public PlaceVerdict Judge(PlaceMention mention) =>
        LevelOf(mention) != Level ? IsNear(mention) ? PlaceVerdict.Near : PlaceVerdict.Wrong
        : IsSame(mention) || KilometresTo(mention) <= Close ? PlaceVerdict.Exact
        : IsNear(mention) || IsWide(mention) ? PlaceVerdict.Right : PlaceVerdict.Wrong;

    private bool IsWide(PlaceMention mention) => mention.Kind is PlaceKind.Continent or PlaceKind.Region or PlaceKind.Water && KilometresTo(mention) <= Wide;

    private double KilometresTo(PlaceMention mention) =>
        mention.Place is { Lat: { } lat, Lon: { } lon } ? Distances.Kilometres(Lat!.Value, Lon!.Value, lat, lon) : double.PositiveInfinity;

    /// <summary>The level as the task's files say it.</summary>
    public static string LevelOf(PlaceMention mention) => mention.Place is null ? "" : mention.Kind switch
    {
        PlaceKind.Country => "country",
        PlaceKind.Province => "admin1",
        _ => "other",
    };

    /// <summary>The division as the task's files say it.</summary>
    public static string Admin1Of(PlaceMention mention) => mention.Division.Length > 0 ? $"{mention.Alpha2}.{mention.Division}" : "";
}

/// <summary>A report of the task with its places.</summary>
/// <param name="Report">The report, without a day.</param>
/// <param name="Gold">Its places, those without a known point among them.</param>
internal sealed record PlaceItem(Report Report, IReadOnlyList<GoldPlace> Gold)
{
    /// <summary>The report as a document with nothing but its head.</summary>
    public Document Open() => new Document(new SourceText(Report.Text)).With<ReportHead>([new ReportHead(Report)]);
}

/// <summary>Reads <c>geo/*.jsonl</c>.</summary>
internal static class PlaceCorpus
{
    /// <summary>All reports.</summary>
    /// <exception cref="FormatException">A line is not of that task.</exception>
    public static List<PlaceItem> Read(TextReader input)
    {
        var items = new List<PlaceItem>();
        for (var line = 1; input.ReadLine() is { } row; line++)
        {
            if (string.IsNullOrWhiteSpace(row)) continue;
            try
            {
                using var json = JsonDocument.Parse(row);
                items.Add(ReadItem(json.RootElement));
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"line {line}: not a report of the task places: {wrong.Message}", wrong);
            }
        }

        return items;
    }

    private static PlaceItem ReadItem(JsonElement json)
    {
        var text = json.GetProperty("text").GetString() ?? "";
        var points = new CodePoints(text);
        var report = new Report { Id = json.GetProperty("id").GetString()!, Source = TextOf(json, "url"), Outlet = TextOf(json, "outlet"), Title = TextOf(json, "title"), Text = text, Sha256 = "" };
        return new PlaceItem(report, json.TryGetProperty("toponyms", out var gold) ? [.. gold.EnumerateArray().Select(place => ReadPlace(place, points))] : []);
    }

    private static GoldPlace ReadPlace(JsonElement json, CodePoints points) => new(
        new Span(points.ToUnit(json.GetProperty("start").GetInt32()), points.ToUnit(json.GetProperty("end").GetInt32())),
        Number(json, "lat"), Number(json, "lon"), TextOf(json, "level"), TextOf(json, "cc"), TextOf(json, "admin1"));

    private static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string TextOf(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
