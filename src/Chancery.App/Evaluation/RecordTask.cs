using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Chancery.App.Desk;
using Chancery.Record;
using Chancery.Record.Exporting.JsonLines;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate record</c>: reads a folder of reports and holds what was read against facts that a careful reader found in
/// them. The facts are looked at only when everything is read.
/// </summary>
/// <param name="street">From documents to readings.</param>
/// <param name="countries">For every alpha-3 code its names and adjectives, so that a fact may name a country either way.</param>
internal sealed class RecordTask(Street street, IReadOnlyDictionary<string, string> countries)
{
    private const int WarmUp = 20;

    /// <summary>The scores and the facts that were missed, as they stand in the file.</summary>
    /// <param name="facts">The file's content: a JSON array of facts.</param>
    /// <param name="folder">The reports.</param>
    /// <param name="output">Takes the lines as <c>read --format jsonl</c> prints them; <see langword="null"/> for none.</param>
    /// <exception cref="FormatException">The facts are not a JSON array of objects.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses, IReadOnlyList<Refusal> Refusals) Run(string facts, string folder, Stream? output)
    {
        var inputs = InputList.Gather([folder]);
        // The first reports also pay for loading data and code, which is not the analysis.
        foreach (var outcome in street.Read(inputs.Inputs.Take(WarmUp))) _ = outcome.Readings.Length;
        var watch = Stopwatch.StartNew();
        var desk = ThrowAwayDesk.Of(street.Read(inputs.Inputs), inputs.Refusals);
        watch.Stop();
        using var lines = new MemoryStream();
        JsonLinesExporter.Write(lines, [.. desk.Reports, .. desk.Findings]);
        output?.Write(lines.ToArray());
        var scores = Score(facts, Encoding.UTF8.GetString(lines.ToArray()), countries);
        return (new EvaluationResult("record", desk.Readings.Length, watch.Elapsed.TotalSeconds, scores.ToDictionary()), scores.Misses, desk.Refusals);
    }

    /// <summary>Holds JSON lines against facts.</summary>
    internal static RecordScores Score(string facts, string lines, IReadOnlyDictionary<string, string> countries)
    {
        try
        {
            using var gold = JsonDocument.Parse(facts);
            if (gold.RootElement.ValueKind != JsonValueKind.Array) throw new FormatException("The facts are a JSON array.");
            var records = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            return new RecordScores([.. gold.RootElement.EnumerateArray()], records, new FactMatcher(countries));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Not a list of facts: {wrong.Message}", wrong);
        }
    }
}
