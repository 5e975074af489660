using System.Globalization;
using System.Text;
using Chancery.Record.Findings;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Record.Exporting.Plover;

/// <summary>
/// Writes events as a table in POLECAT's 40 columns: a line of names, then one event a line, fields parted by tabs, several values of one field by "; ". What the record does not
/// hold (intensity, COW and Wikipedia codes) stays empty, and so does a day that no report gives.
/// </summary>
/// <remarks>Source: POLECAT weekly data (Halterman and others 2023), the columns of its files.</remarks>
public sealed class PolecatExporter : IRecordExporter
{
    private static readonly string[] Columns =
    [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
        "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
        "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
        "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
        "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    ];

    private static readonly string[] Quads = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

    /// <inheritdoc/>
    public string Name => "polecat";

    /// <inheritdoc/>
    public int Write(Stream stream, IReadOnlyList<Line> lines)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(lines);
        var (coded, leftOut) = CodedEvent.Of(lines);
        var named = lines.OfType<Entity>().SelectMany(entity => entity.Evidence.Select(piece => (piece.Report, entity))).ToLookup(pair => pair.Report, pair => pair.entity, StringComparer.Ordinal);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join('\t', Columns));
        foreach (var one in coded) writer.WriteLine(string.Join('\t', Fields(one, [.. named[one.Event.Evidence[0].Report].Distinct()]).Select(PlainText.OneLine)));
        return leftOut;
    }

    private static IEnumerable<string?> Fields(CodedEvent coded, List<Entity> named) =>
    [
        coded.Event.Id, Day(coded.Event.When?.From), coded.Type, coded.Type == coded.Event.Type ? coded.Event.Mode : null, null, Quads[PloverCode.QuadOf(coded.Type)], Joined(coded.Event.Contexts),
        .. Party(coded.Event.Actors), .. Party(coded.Event.Recipients), .. Where(coded.Event.Place),
        coded.Report?.Outlet ?? coded.Report?.Source, Day(coded.Report?.Published?.From), Names(named, "person"), Names(named, "organisation", "group"), Names(named, "place", "state"),
        coded.Report?.Language, coded.Event.By,
    ];

    /// <summary>Name, country, COW, first sector, sectors, title, name in the text, Wikipedia.</summary>
    private static string?[] Party(IEnumerable<Party> parties)
    {
        var all = parties.ToList();
        var sectors = all.Select(party => party.Sector).OfType<string>().Distinct().ToList();
        return
        [
            Joined(all.Select(party => party.Name)), Joined(all.Select(party => party.Country).Distinct()), null, sectors.FirstOrDefault(), Joined(sectors),
            Joined(all.Select(party => party.Role)), Joined(all.Select(party => party.Name)), null,
        ];
    }

    /// <summary>Name, city, district, province, country, latitude, longitude, GeoNames number, name in the text, kind.</summary>
    private static string?[] Where(Place? place) =>
    [
        place?.Name, place?.Precision is "city" or "point" ? place.Name : null, place?.Precision == "district" ? place.Name : null, place?.Precision == "province" ? place.Name : place?.Admin1,
        place?.Country, Degrees(place?.Lat), Degrees(place?.Lon), null, place?.Name, place?.Precision,
    ];

    private static string? Degrees(double? degrees) => degrees?.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static string Names(List<Entity> entities, params string[] types) => Joined(entities.Where(entity => types.Contains(entity.Type)).Select(entity => entity.Name));

    private static string Joined(IEnumerable<string?> values) => string.Join("; ", values.OfType<string>());
}
