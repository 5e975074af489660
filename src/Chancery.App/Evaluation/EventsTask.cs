using System.Diagnostics;
using System.Text.Json;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using NodaTime.Text;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate events</c>: who does what to whom in single sentences, against files of the shape of <c>events/plover_gsr_*.jsonl</c>. Only events with both parties are
/// compared, as the bench's scorer does; the clock counts the whole reading.
/// </summary>
internal sealed class EventsTask(Resources resources)
{
    private readonly Extractor _extractor = new(StandardPipeline.Create(resources));

    /// <summary>Reads JSON lines, writes predictions to <paramref name="output"/> if there is one.</summary>
    /// <exception cref="FormatException">A line is not of that task.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input, TextWriter? output)
    {
        var sentences = EventsCorpus.Read(input).ToList();
        if (sentences.Count == 0) throw new FormatException("there is no sentence in it.");
        foreach (var sentence in sentences.Take(20)) Find(sentence);
        var watch = Stopwatch.StartNew();
        var found = sentences.ConvertAll(Find);
        watch.Stop();
        for (var i = 0; i < sentences.Count; i++)
            output?.WriteLine(JsonSerializer.Serialize(new { id = sentences[i].Id, events = found[i].Select(one => new { source = one.Source, target = one.Target, plover = one.Plover, mode = one.Mode }) }));
        var scores = new EventsScores([.. sentences.Zip(found)]);
        return (new EvaluationResult("events", sentences.Count, watch.Elapsed.TotalSeconds, scores.ToDictionary()), [.. scores.Misses()]);
    }

    private List<DyadRow> Find(CodedSentence sentence)
    {
        var day = sentence.Date is { } date && LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var value } ? new Publication(value, value, "metadata", null) : null;
        var report = new Report { Id = LineId.Of("report", sentence.Id), Source = sentence.Id, Text = sentence.Text, Sha256 = new SourceText(sentence.Text).Hash, Published = day };
        var document = _extractor.Annotate(report);
        return [.. document.Layer<Event>().SelectMany(DyadRow.Of).Distinct()];
    }
}
