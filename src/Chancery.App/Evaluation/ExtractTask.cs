using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate extract</c>: reads the saved pages of <c>extract/*.gold.jsonl</c> and scores text, title, authors and day. Where
/// <c>dates.jsonl</c> and <c>meta.jsonl</c> lie beside the gold file, they are used too. No gold is looked at before all is read.
/// </summary>
/// <param name="gold">The gold file's path, for what lies beside it.</param>
/// <param name="pages">The folder of unpacked pages, or the one that holds it under the name <c>pages</c>.</param>
internal sealed class ExtractTask(string gold, string pages)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads JSON lines, writes predictions to <paramref name="output"/> if there is one.</summary>
    /// <exception cref="FormatException">A line is no page of that task, or its page is not in the folder.</exception>
    public EvaluationResult Run(TextReader input, TextWriter? output)
    {
        var lines = Lines(input).ToList();
        var documents = lines.Select(Open).ToList();
        foreach (var document in documents.Take(5)) Formats.Read(document);
        var watch = Stopwatch.StartNew();
        var answers = documents.Select(Answer).ToList();
        watch.Stop();
        var (dates, meta) = (Beside("dates.jsonl"), Beside("meta.jsonl"));
        var scores = new ExtractScores();
        for (var i = 0; i < lines.Count; i++)
        {
            var id = Text(lines[i], "id") ?? "";
            output?.WriteLine(ToLine(id, answers[i]));
            scores.Add(ToGold(lines[i], dates.GetValueOrDefault(id), meta.GetValueOrDefault(id)), answers[i]);
        }

        return new EvaluationResult("extract", lines.Count, watch.Elapsed.TotalSeconds, scores.ToDictionary());
    }

    private RawDocument Open(JsonElement line)
    {
        var file = Text(line, "file") ?? throw new FormatException("a line has no 'file'");
        var path = Path.Combine(pages, "pages", Path.GetFileName(file));
        if (!File.Exists(path)) path = Path.Combine(pages, Path.GetFileName(file));
        if (!File.Exists(path)) throw new FormatException($"there is no page {path}; unpack the pages and name their folder with --pages");
        return new RawDocument(Path.GetFileName(path), File.ReadAllBytes(path), Address: Text(line, "url"));
    }

    private static ExtractAnswer Answer(RawDocument document) => Formats.Read(document).Reports is [var report, ..]
        ? new ExtractAnswer(report.Text, report.Title, [.. report.Bylines], report.Published is { } day && day.From == day.To ? day.From.ToString("uuuu-MM-dd", null) : null)
        : new ExtractAnswer("", null, [], null);

    private static IEnumerable<JsonElement> Lines(TextReader input)
    {
        for (var number = 1; input.ReadLine() is { } row; number++)
        {
            if (string.IsNullOrWhiteSpace(row)) continue;
            yield return Parse(row, number);
        }
    }

    private static JsonElement Parse(string row, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            return json.RootElement.Clone();
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"line {number}: not a page of the task extract: {wrong.Message}", wrong);
        }
    }

    private Dictionary<string, JsonElement> Beside(string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(gold))!, name);
        if (!File.Exists(path)) return [];
        using var reader = File.OpenText(path);
        return Lines(reader).ToDictionary(line => Text(line, "id") ?? "");
    }

    private static ExtractGold ToGold(JsonElement line, JsonElement date, JsonElement meta)
    {
        var body = Text(line, "body") ?? (line.TryGetProperty("paragraphs", out _) ? string.Join('\n', List(line, "paragraphs")) : null);
        return new ExtractGold(body, List(line, "with"), List(line, "without"), Text(meta, "title"), List(meta, "authors"), Text(date, "date"));
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] List(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static string ToLine(string id, ExtractAnswer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("text", answer.Text);
            if (answer.Title is not null) json.WriteString("title", answer.Title);
            json.WriteStartArray("authors");
            foreach (var author in answer.Authors) json.WriteStringValue(author);
            json.WriteEndArray();
            if (answer.Date is not null) json.WriteString("date", answer.Date);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
