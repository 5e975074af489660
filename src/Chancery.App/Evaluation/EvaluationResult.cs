using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.App.Evaluation;

/// <summary>What one evaluation gave; its JSON is the last line that <c>chancery evaluate</c> prints.</summary>
/// <param name="Task">The task's name as on the command line.</param>
/// <param name="Items">How many items were read: reports, sentences, pairs …</param>
/// <param name="Seconds">Seconds of analysis alone, on one thread, with all data loaded.</param>
/// <param name="Scores">Scores by name, in the order in which they are printed; percentages unless the name says otherwise.</param>
public sealed record EvaluationResult(string Task, int Items, double Seconds, OrderedDictionary<string, double> Scores)
{
    /// <summary>Items a second; 0 if no time passed.</summary>
    public double PerSecond => Seconds > 0 ? Items / Seconds : 0;

    /// <summary>One line: <c>{"task":…,"items":n,"seconds":s,"perSecond":…,"scores":{…}}</c>.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Write(json);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("task", Task);
        json.WriteNumber("items", Items);
        json.WriteNumber("seconds", Math.Round(Seconds, 4));
        json.WriteNumber("perSecond", Math.Round(PerSecond, 1));
        json.WriteStartObject("scores");
        foreach (var (name, score) in Scores) json.WriteNumber(name, Math.Round(score, 4));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
