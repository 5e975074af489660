using System.Diagnostics;
using System.Text.Json;
using Chancery.Text;
using Chancery.Text.Attributions;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate attribution</c>: finds the attributions of <c>quotes/polnear_*.jsonl</c> and scores the outermost, which are all that is marked there. The clock counts the whole
/// reading, from characters to attributions.
/// </summary>
/// <param name="pipeline">Lays attributions on a text.</param>
internal sealed class AttributionTask(Pipeline pipeline)
{
    /// <summary>Reads JSON lines, writes predictions (offsets in code points) to <paramref name="output"/> if there is one.</summary>
    /// <exception cref="FormatException">A line is not a report of that task.</exception>
    public EvaluationResult Run(TextReader input, TextWriter? output)
    {
        var texts = AttributionCorpus.Read(input).ToList();
        foreach (var text in texts.Take(20)) Find(text);
        var watch = Stopwatch.StartNew();
        var found = texts.ConvertAll(Find);
        watch.Stop();
        var scores = new AttributionScores();
        for (var i = 0; i < texts.Count; i++)
        {
            scores.Add(texts[i].Text, texts[i].Gold, found[i]);
            output?.WriteLine(ToLine(texts[i], found[i]));
        }

        return new EvaluationResult("attribution", texts.Count, watch.Elapsed.TotalSeconds, scores.ToDictionary());
    }

    private List<MarkedAttribution> Find(AttributedText text)
    {
        var document = pipeline.Run(new Document(new SourceText(text.Text)));
        return [.. document.Layer<AttributionRelation>().Where(relation => relation.Depth == 0).Select(relation => Marked(document, relation))];
    }

    private static MarkedAttribution Marked(Document document, AttributionRelation relation) =>
        new(relation.HasSource ? [relation.Source.In(document)] : [], [relation.Cue.In(document)], [.. relation.Content.Select(piece => piece.In(document))]);

    private static string ToLine(AttributedText text, IEnumerable<MarkedAttribution> found)
    {
        var points = new CodePoints(text.Text);
        return JsonSerializer.Serialize(new
        {
            doc_id = text.Id,
            attributions = found.Select(mark => new { source = Points(mark.Source), cue = Points(mark.Cue), content = Points(mark.Content) }),
        });

        int[][] Points(IEnumerable<Span> spans) => [.. spans.Select(span => new[] { points.ToPoint(span.Start), points.ToPoint(span.End) })];
    }
}
