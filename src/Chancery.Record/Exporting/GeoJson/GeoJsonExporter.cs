using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Record.Findings;
using NodaTime.Text;

namespace Chancery.Record.Exporting.GeoJson;

/// <summary>
/// Writes events and control as one GeoJSON collection (RFC 7946: longitude before latitude, WGS 84). A place without coordinates is a feature without geometry, so that nothing
/// drops off the map unseen; how fine a point is stands in <c>precision</c>.
/// </summary>
public sealed class GeoJsonExporter : IRecordExporter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "geojson";

    /// <inheritdoc/>
    public int Write(Stream stream, IReadOnlyList<Line> lines)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(lines);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var line in lines)
            if (line is Event or Control) Write((Finding)line, json);
        json.WriteEndArray();
        json.WriteEndObject();
        return 0;
    }

    private static void Write(Finding line, Utf8JsonWriter json)
    {
        var place = line is Event happening ? happening.Place : ((Control)line).Place;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", line.Id);
        WriteGeometry(place, json);
        json.WriteStartObject("properties");
        WriteKnown("kind", LineKinds.Of(line), json);
        WriteOwn(line, json);
        WriteKnown("place", place?.Name, json);
        WriteKnown("country", place?.Country, json);
        WriteKnown("precision", place?.Precision, json);
        WriteKnown("from", line.When?.From is { } from ? LocalDatePattern.Iso.Format(from) : null, json);
        WriteKnown("to", line.When?.To is { } to ? LocalDatePattern.Iso.Format(to) : null, json);
        WriteKnown("voice", line.Voice.Count == 0 ? null : string.Join(" > ", line.Voice.Select(voice => voice.Name)), json);
        json.WriteString("quote", line.Evidence[0].Quote);
        json.WriteString("report", line.Evidence[0].Report);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteGeometry(Place? place, Utf8JsonWriter json)
    {
        if (place is not { Lat: { } lat, Lon: { } lon })
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(lon);
        json.WriteNumberValue(lat);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOwn(Finding line, Utf8JsonWriter json)
    {
        if (line is Control control)
        {
            json.WriteString("controller", control.Controller.Name);
            json.WriteString("change", control.Change);
            return;
        }

        var happening = (Event)line;
        json.WriteString("type", happening.Type);
        WriteKnown("mode", happening.Mode, json);
        json.WriteString("status", happening.Status);
        WriteKnown("actors", Names(happening.Actors), json);
        WriteKnown("recipients", Names(happening.Recipients), json);
        json.WriteBoolean("background", happening.Background);
    }

    private static string? Names(IEnumerable<Party> parties) => string.Join("; ", parties.Select(party => party.Name)) is { Length: > 0 } names ? names : null;

    private static void WriteKnown(string name, string? value, Utf8JsonWriter json)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
