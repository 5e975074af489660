using System.Text.Json;
using Chancery.Extraction.Intake;

namespace Chancery.App.Evaluation;

/// <summary>A saved page and what is known of it.</summary>
/// <param name="Id">The page's id in the corpus.</param>
/// <param name="Document">Its bytes.</param>
/// <param name="Gold">What a careful reader wrote down.</param>
internal sealed record ExtractPage(string Id, RawDocument Document, ExtractGold Gold);

/// <summary>
/// A corpus of saved pages: lines of <c>*.gold.jsonl</c>, the folder of pages, and <c>dates.jsonl</c> and <c>meta.jsonl</c> beside
/// the gold file where there are any; what they know of a page wins over its own line.
/// </summary>
internal static class ExtractCorpus
{
    /// <summary>The pages in the file's order.</summary>
    /// <param name="input">The gold file's lines.</param>
    /// <param name="gold">Its path, for what lies beside it.</param>
    /// <param name="pages">The folder of unpacked pages, or the one that holds it under the name <c>pages</c>.</param>
    /// <exception cref="FormatException">A line is no page of that task, or its page is not in the folder.</exception>
    public static List<ExtractPage> Read(TextReader input, string gold, string pages)
    {
        var (dates, meta) = (Beside(gold, "dates.jsonl"), Beside(gold, "meta.jsonl"));
        return [.. Lines(input).Select(line => Page(line, pages, Text(line, "id") is { } id ? (dates.GetValueOrDefault(id), meta.GetValueOrDefault(id)) : default))];
    }

    private static ExtractPage Page(JsonElement line, string pages, (JsonElement Date, JsonElement Meta) beside) =>
        new(Text(line, "id") ?? "", Open(line, pages), ToGold(line, beside.Date, beside.Meta));

    private static RawDocument Open(JsonElement line, string pages)
    {
        var file = Text(line, "file") ?? throw new FormatException("a line has no 'file'");
        var path = Path.Combine(pages, "pages", Path.GetFileName(file));
        if (!File.Exists(path)) path = Path.Combine(pages, Path.GetFileName(file));
        if (!File.Exists(path)) throw new FormatException($"there is no page {path}; unpack the pages and name their folder with --pages");
        return new RawDocument(Path.GetFileName(path), File.ReadAllBytes(path), Address: Text(line, "url"));
    }

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

    private static Dictionary<string, JsonElement> Beside(string gold, string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(gold))!, name);
        if (!File.Exists(path)) return [];
        using var reader = File.OpenText(path);
        return Lines(reader).ToDictionary(line => Text(line, "id") ?? "");
    }

    private static ExtractGold ToGold(JsonElement line, JsonElement date, JsonElement meta)
    {
        var paragraphs = List(line, "paragraphs");
        var body = Text(line, "body") ?? (line.TryGetProperty("paragraphs", out _) ? string.Join('\n', paragraphs) : null);
        var authors = List(meta, "authors") is { Length: > 0 } known ? known : List(line, "authors");
        return new ExtractGold(body, List(line, "with"), List(line, "without"), Text(meta, "title") ?? Text(line, "title"), authors, Text(date, "date") ?? Text(line, "date"))
        {
            Paragraphs = paragraphs,
            Optional = Numbers(line, "optional"),
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] List(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static HashSet<int> Numbers(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetInt32())]
            : [];
}
