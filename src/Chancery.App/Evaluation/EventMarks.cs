using System.Text.Json;
using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>An event that a careful reader marked: <c>eval/events/README.md</c> says what the fields mean.</summary>
/// <param name="Types">The types that are right, the best first.</param>
/// <param name="Statuses">The statuses that are right.</param>
/// <param name="Actors">Names of each actor, those of one parted by <c>|</c>; <see langword="null"/> where no actor is right too.</param>
/// <param name="Countries">The country of each actor, or an empty string.</param>
/// <param name="Mentions">The words that carry it, in the file's text.</param>
/// <param name="IsOptional">Neither right nor false if found, not missed if not.</param>
internal sealed record MarkedEvent(IReadOnlyList<string> Types, IReadOnlyList<string> Statuses, IReadOnlyList<string?> Actors, IReadOnlyList<string> Countries, IReadOnlyList<Span> Mentions, bool IsOptional);

/// <summary>A report with its marked events.</summary>
/// <param name="Id">Its id in the file of reports.</param>
/// <param name="Part"><c>seen</c> or <c>aside</c>.</param>
/// <param name="Sha256">Of its text in UTF-8.</param>
/// <param name="Sentences">Its sentences, in the file's text.</param>
/// <param name="Events">What is marked.</param>
internal sealed record MarkedReport(string Id, string Part, string Sha256, IReadOnlyList<Span> Sentences, IReadOnlyList<MarkedEvent> Events);

/// <summary>Reads <c>eval/events/*.jsonl</c>.</summary>
internal static class EventMarks
{
    /// <summary>The reports in the file's order.</summary>
    /// <exception cref="FormatException">A line is none; the message says which.</exception>
    public static IEnumerable<MarkedReport> Read(TextReader input)
    {
        for (var number = 1; input.ReadLine() is { } line; number++)
            if (line.Length > 0)
                yield return Read(line, number);
    }

    private static MarkedReport Read(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new MarkedReport(
                Text(root, "id"), Text(root, "part"), Text(root, "sha256"), Spans(root.GetProperty("sentences")), [.. root.GetProperty("events").EnumerateArray().Select(Event)]);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"line {number}: no marked report: {wrong.Message}", wrong);
        }
    }

    private static MarkedEvent Event(JsonElement json) => new(
        Texts(json, "types"), Texts(json, "status"), [.. json.GetProperty("actors").EnumerateArray().Select(name => name.GetString())], Texts(json, "actorCountries"),
        Spans(json.GetProperty("mentions")), json.TryGetProperty("optional", out var optional) && optional.GetBoolean());

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is empty");

    private static List<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(value => value.GetString() ?? "")];

    private static List<Span> Spans(JsonElement json) => [.. json.EnumerateArray().Select(pair => new Span(pair[0].GetInt32(), pair[1].GetInt32()))];
}
