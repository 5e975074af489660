using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Record.Findings;
using NodaTime.Text;

namespace Chancery.Record.Exporting.Plover;

/// <summary>
/// Writes events as PLOVER's JSON lines: one object a line with <c>id</c>, <c>date</c>, <c>actor</c>, <c>recipient</c>, <c>event</c>, its words and where they stand. What is
/// not known is absent, the day too.
/// </summary>
/// <remarks>Source: PLOVER (openeventdata/PLOVER), the JSON fields of its manual.</remarks>
public sealed class PloverExporter : IRecordExporter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "plover";

    /// <inheritdoc/>
    public int Write(Stream stream, IReadOnlyList<Line> lines)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(lines);
        var (coded, leftOut) = CodedEvent.Of(lines);
        foreach (var one in coded)
        {
            using (var json = new Utf8JsonWriter(stream, Options)) Write(one, json);
            stream.WriteByte((byte)'\n');
        }

        return leftOut;
    }

    private static void Write(CodedEvent coded, Utf8JsonWriter json)
    {
        var happening = coded.Event;
        json.WriteStartObject();
        json.WriteString("id", happening.Id);
        if (happening.When?.From is { } from) json.WriteString("date", LocalDatePattern.Iso.Format(from));
        if (happening.When is { IsDay: false, To: { } to }) json.WriteString("enddate", LocalDatePattern.Iso.Format(to));
        Write("actor", happening.Actors, json);
        Write("recipient", happening.Recipients, json);
        Write("event", [coded.Type], json);
        Write("mode", coded.Type == happening.Type && happening.Mode is { } mode ? [mode] : [], json);
        Write("context", happening.Contexts, json);
        json.WriteNumber("quad_code", PloverCode.QuadOf(coded.Type));
        if (happening.Place is { } place) Write(place, json);
        WriteWords(coded, json);
        json.WriteEndObject();
    }

    private static void Write(string name, IEnumerable<Party> parties, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            WriteKnown("code", party.Country, json);
            WriteKnown("sector", party.Sector, json);
            json.WriteString("entity_text", party.Name);
            WriteKnown("identifier_text", party.Entity, json);
            WriteKnown("office", party.Role, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(string name, IEnumerable<string> values, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Write(Place place, Utf8JsonWriter json)
    {
        json.WriteStartObject("event_loc");
        json.WriteString("extracted_place", place.Name);
        WriteKnown("province", place.Precision == "province" ? place.Name : place.Admin1, json);
        WriteKnown("city", place.Precision is "city" or "point" ? place.Name : null, json);
        WriteKnown("country", place.Country, json);
        if (place.Lat is { } lat) json.WriteNumber("lat", lat);
        if (place.Lon is { } lon) json.WriteNumber("lon", lon);
        WriteKnown("resolution", place.Precision, json);
        json.WriteEndObject();
    }

    private static void WriteWords(CodedEvent coded, Utf8JsonWriter json)
    {
        var words = coded.Event.Evidence[0];
        json.WriteString("text", words.Quote);
        json.WriteStartObject("text_info");
        json.WriteNumber("start", words.Start);
        json.WriteNumber("end", words.End);
        json.WriteEndObject();
        json.WriteStartObject("cite_info");
        WriteKnown("url", coded.Report?.Source, json);
        WriteKnown("title", coded.Report?.Title, json);
        WriteKnown("publication", coded.Report?.Outlet, json);
        json.WriteString("coder", "Chancery");
        json.WriteString("codebook", "PLOVER 2.0");
        json.WriteString("version", coded.Event.By);
        json.WriteEndObject();
    }

    private static void WriteKnown(string name, string? value, Utf8JsonWriter json)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
