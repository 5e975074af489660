using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Extraction;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;
using NodaTime;
using NodaTime.Text;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate timex</c>: finds the time expressions of <c>time/*.jsonl</c> and scores them as TempEval-3 does. The gold
/// fields are not looked at before everything is found.
/// </summary>
public sealed class TimexTask(Resources resources)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Pipeline _pipeline = new(
        [typeof(ReportHead)],
        new Tokenizer(resources.Lexicon("abbreviations")),
        new SentenceSplitter(resources.Lexicon("abbreviations"), resources.Lexicon("sentence-starters"), resources.Model("sentences")),
        new TimexAnnotator(resources));

    /// <summary>Reads JSON lines, writes predictions (offsets in code points) to <paramref name="output"/> if there is one.</summary>
    /// <exception cref="FormatException">A line is not a report of that task.</exception>
    public EvaluationResult Run(TextReader input, TextWriter? output)
    {
        ArgumentNullException.ThrowIfNull(input);
        var items = ReadItems(input);
        WarmUp(items);
        var watch = Stopwatch.StartNew();
        var found = items.Select(item => _pipeline.Run(Open(item)).Layer<Timex>()).ToList();
        watch.Stop();
        var scores = new TimexScores();
        for (var i = 0; i < items.Count; i++)
        {
            var points = new CodePoints(items[i].Text);
            output?.WriteLine(ToLine(items[i].Id, found[i], points));
            scores.Add(items[i].Gold, items[i].Corrected, [.. found[i].Select(timex => ToMarked(timex, points))]);
        }

        return new EvaluationResult("timex", items.Count, watch.Elapsed.TotalSeconds, scores.ToDictionary());
    }

    /// <summary>Reads a part of the reports before the clock runs, so that compiling the program is not counted as analysis.</summary>
    private void WarmUp(List<Item> items)
    {
        for (var round = 0; round < 6; round++)
            foreach (var item in items.Take(100)) _pipeline.Run(Open(item));
    }

    private static Document Open(Item item) =>
        new Document(new SourceText(item.Text)).With<ReportHead>([new ReportHead(new Report
        {
            Id = item.Id,
            Source = item.Id,
            Text = item.Text,
            Sha256 = "",
            Published = item.Day is { } day ? new Publication(day, day, "metadata", null) : null,
        })]);

    private static List<Item> ReadItems(TextReader input)
    {
        var items = new List<Item>();
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
                throw new FormatException($"line {line}: not a report of the task timex: {wrong.Message}", wrong);
            }
        }

        return items;
    }

    private static Item ReadItem(JsonElement json)
    {
        var text = json.GetProperty("text").GetString() ?? "";
        var gold = json.TryGetProperty("timex", out var marked) ? marked.EnumerateArray().ToList() : [];
        return new Item(
            json.GetProperty("doc_id").GetString() ?? "",
            text,
            DayOf(json),
            [.. gold.Select(timex => Trimmed(timex, text))],
            [.. gold.Select(timex => StringOf(timex, "value_corrected") ?? StringOf(timex, "value") ?? "")]);
    }

    private static LocalDate? DayOf(JsonElement json)
    {
        if (StringOf(json, "dct") is not { Length: >= 10 } dct) return null;
        var day = LocalDatePattern.Iso.Parse(dct[..10]);
        return day.Success ? day.Value : null;
    }

    /// <summary>The gold mark without the white space at its edges, as the field's scorer compares it.</summary>
    private static MarkedTimex Trimmed(JsonElement timex, string text)
    {
        var points = new CodePoints(text);
        var (start, end) = (timex.GetProperty("start").GetInt32(), timex.GetProperty("end").GetInt32());
        while (start < end && char.IsWhiteSpace(text[points.ToUnit(start)])) start++;
        while (end > start && char.IsWhiteSpace(text[points.ToUnit(end - 1)])) end--;
        return new MarkedTimex(start, end, StringOf(timex, "type") ?? "", StringOf(timex, "value") ?? "");
    }

    private static string? StringOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static MarkedTimex ToMarked(Timex timex, CodePoints points) =>
        new(points.ToPoint(timex.Span.Start), points.ToPoint(timex.Span.End), TypeName(timex), timex.Value);

    private static string TypeName(Timex timex) => timex.Type.ToString().ToUpperInvariant();

    private static string ToLine(string id, IEnumerable<Timex> found, CodePoints points)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("doc_id", id);
            json.WriteStartArray("timex");
            foreach (var timex in found) WriteTimex(json, timex, points);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteTimex(Utf8JsonWriter json, Timex timex, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteNumber("start", points.ToPoint(timex.Span.Start));
        json.WriteNumber("end", points.ToPoint(timex.Span.End));
        json.WriteString("type", TypeName(timex));
        json.WriteString("value", timex.Value);
        json.WriteString("mod", timex.Mod);
        json.WriteEndObject();
    }

    private sealed record Item(string Id, string Text, LocalDate? Day, IReadOnlyList<MarkedTimex> Gold, IReadOnlyList<string> Corrected);
}
