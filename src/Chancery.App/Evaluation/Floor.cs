using System.Text.Json;

namespace Chancery.App.Evaluation;

/// <summary>What a task must reach on a corpus that has not changed.</summary>
/// <param name="Task">The task.</param>
/// <param name="In">The task's file, from the folder of the list's parent.</param>
/// <param name="Sha256">The file's hash when the floor was set.</param>
/// <param name="Reports">For <c>record</c>: the folder of reports.</param>
/// <param name="IsRaw">For <c>parse</c>: from raw text.</param>
/// <param name="HasGoldTags">For <c>parse</c>: from the treebank's tags.</param>
/// <param name="Floors">Scores that must be reached, by name.</param>
/// <param name="Ceilings">Scores that must not be passed, by name.</param>
/// <param name="Treebank">For <c>coref</c>: the treebank of the same documents.</param>
/// <param name="Pages">For <c>extract</c>: the folder of unpacked pages.</param>
/// <param name="HasGoldSpans">For <c>places</c>: the gold's own names are resolved.</param>
internal sealed record Floor(
    string Task, string In, string Sha256, string? Reports, bool IsRaw, bool HasGoldTags,
    IReadOnlyDictionary<string, double> Floors, IReadOnlyDictionary<string, double> Ceilings, string? Treebank = null, string? Pages = null, bool HasGoldSpans = false)
{
    /// <summary>Reads a list of floors: <c>[{"task":…, "in":…, "sha256":…, "reports":…, "floors":{…}, "ceilings":{…}}]</c>; comments are allowed.</summary>
    /// <exception cref="FormatException">It is not such a list.</exception>
    public static IReadOnlyList<Floor> ReadAll(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Not a list of floors: {wrong.Message}", wrong);
        }
    }

    /// <summary>What is not held, one sentence each.</summary>
    public IEnumerable<string> Broken(EvaluationResult result)
    {
        foreach (var (name, floor) in Floors)
            if (ScoreOf(result, name) is not { } score || score < floor) yield return $"{name} is {Show(ScoreOf(result, name))}, below {floor}";
        foreach (var (name, ceiling) in Ceilings)
            if (ScoreOf(result, name) is not { } score || score > ceiling) yield return $"{name} is {Show(ScoreOf(result, name))}, above {ceiling}";
    }

    /// <summary>A score by name; <c>perSecond</c> is the speed.</summary>
    public static double? ScoreOf(EvaluationResult result, string name) =>
        name == "perSecond" ? result.PerSecond : result.Scores.TryGetValue(name, out var score) ? score : null;

    private static string Show(double? score) => score is { } known ? $"{known:0.####}" : "missing";

    private static Floor Read(JsonElement json) => new(
        json.GetProperty("task").GetString()!,
        json.GetProperty("in").GetString()!,
        json.GetProperty("sha256").GetString()!,
        json.TryGetProperty("reports", out var reports) ? reports.GetString() : null,
        json.TryGetProperty("raw", out var raw) && raw.GetBoolean(),
        json.TryGetProperty("goldTags", out var goldTags) && goldTags.GetBoolean(),
        Numbers(json, "floors"),
        Numbers(json, "ceilings"),
        json.TryGetProperty("treebank", out var treebank) ? treebank.GetString() : null,
        json.TryGetProperty("pages", out var pages) ? pages.GetString() : null,
        json.TryGetProperty("goldSpans", out var goldSpans) && goldSpans.GetBoolean());

    private static Dictionary<string, double> Numbers(JsonElement json, string name) => json.TryGetProperty(name, out var numbers)
        ? numbers.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetDouble(), StringComparer.Ordinal)
        : [];
}
