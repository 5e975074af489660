using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Record.Briefs;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Record.Exporting.Briefs;

/// <summary>A brief as one JSON object, indented by two spaces. Offsets are UTF-16 code units.</summary>
internal sealed class JsonBriefWriter : IBriefWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "json";

    public string MediaType => "application/json";

    public void Write(Brief brief, TextWriter writer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) Write(brief, json);
        writer.Write(Encoding.UTF8.GetString(bytes.ToArray()));
        writer.Write('\n');
    }

    private static void Write(Brief brief, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", brief.Title);
        json.WriteNumber("reports", brief.Reports);
        if (brief.Sections.IsEmpty) json.WriteString("empty", brief.Emptiness);
        json.WriteStartArray("sections");
        foreach (var section in brief.Sections) Write(section, json);
        json.WriteEndArray();
        json.WriteStartArray("citations");
        foreach (var citation in brief.Citations) Write(citation, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(BriefSection section, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("heading", section.Heading);
        WriteDay(json, "from", section.From);
        WriteDay(json, "to", section.To);
        json.WriteStartArray("groups");
        foreach (var group in section.Groups)
        {
            json.WriteStartObject();
            json.WriteString("party", group.Party);
            json.WriteStartArray("lines");
            foreach (var line in group.Lines) Write(line, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(BriefLine line, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("number", line.Number);
        json.WriteString("text", line.Text);
        json.WriteStartArray("parts");
        foreach (var part in line.Parts)
        {
            json.WriteStartObject();
            json.WriteString("kind", part.Kind.ToString().ToLowerInvariant());
            json.WriteString("text", part.Text);
            if (part.ReadFrom is not null) json.WriteString("readFrom", part.ReadFrom);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("citations");
        foreach (var number in line.Citations) json.WriteNumberValue(number);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var id in line.Findings) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Citation citation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("number", citation.Number);
        json.WriteString("report", citation.Evidence.Report);
        json.WriteString("title", citation.Title);
        json.WriteString("source", citation.Source);
        if (citation.Outlet is not null) json.WriteString("outlet", citation.Outlet);
        if (citation.Published is { } published)
        {
            json.WriteStartObject("published");
            WriteDay(json, "from", published.From);
            WriteDay(json, "to", published.To);
            json.WriteString("basis", published.Basis);
            json.WriteEndObject();
        }

        if (citation.Via is not null) json.WriteString("via", citation.Via);
        json.WriteNumber("start", citation.Evidence.Start);
        json.WriteNumber("end", citation.Evidence.End);
        json.WriteString("quote", citation.Evidence.Quote);
        json.WriteString("before", citation.Before);
        json.WriteString("after", citation.After);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, LocalDate? day)
    {
        if (day is { } known) json.WriteString(name, LocalDatePattern.Iso.Format(known));
    }
}
