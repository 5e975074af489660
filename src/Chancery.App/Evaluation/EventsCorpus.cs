using System.Text.Json;

namespace Chancery.App.Evaluation;

/// <summary>A sentence with the events that people wrote down for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Date">The ISO day from which it is, if known.</param>
/// <param name="Gold">Events with source and target; those with one party alone are left out, as in the bench's scorer.</param>
internal sealed record CodedSentence(string Id, string Text, string? Date, IReadOnlyList<DyadRow> Gold);

/// <summary>Reads <c>events/plover_gsr_*.jsonl</c> and files with <c>expected</c>.</summary>
internal static class EventsCorpus
{
    /// <summary>The sentences in file order.</summary>
    /// <exception cref="FormatException">A line is not of that shape.</exception>
    public static IEnumerable<CodedSentence> Read(TextReader input)
    {
        for (var line = 1; input.ReadLine() is { } row; line++)
            if (row.Length > 0)
                yield return Parse(row, line);
    }

    private static CodedSentence Parse(string row, int line)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            var item = json.RootElement;
            var date = item.TryGetProperty("date", out var day) && day.ValueKind == JsonValueKind.String ? day.GetString() : null;
            return new CodedSentence(item.GetProperty("id").GetString()!, item.GetProperty("sentence").GetString()!, date, [.. Gold(item)]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"line {line} is no sentence with events: {fault.Message}", fault);
        }
    }

    private static IEnumerable<DyadRow> Gold(JsonElement item)
    {
        if (item.TryGetProperty("expected", out var expected))
            return expected.EnumerateArray().Select(one => new DyadRow(Text(one, "source"), Text(one, "target"), Text(one, "plover"), null));
        var (type, actors, recipients) = (item.GetProperty("plv15").GetString()!, Codes(item, "actors"), Codes(item, "recipients"));
        if (recipients.Count > 0) return from source in actors from target in recipients select new DyadRow(source, target, type, null);
        return from source in actors from target in actors where source != target select new DyadRow(source, target, type, null);
    }

    private static List<string> Codes(JsonElement item, string field) => [.. item.GetProperty(field).EnumerateArray().Select(one => Text(one, "code")).Where(code => code.Length > 0)];

    private static string Text(JsonElement item, string field) => item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
