using System.Diagnostics;
using System.Text.Json;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Factuality;
using Chancery.Text.Syntax;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate factuality</c>: gives each marked predicate of <c>factuality/*.jsonl</c> a value, -3 to 3, and compares it with what people gave. The corpus' words are taken as they
/// are; the clock counts all that is read of them. A document is one sentence, as it stands there.
/// </summary>
/// <param name="pipeline">From tokens and sentences to lemmas.</param>
/// <param name="scorer">What is measured.</param>
internal sealed class FactualityTask(Pipeline pipeline, FactualityScorer scorer)
{
    /// <summary>The task over a model that need not be the one of the resources.</summary>
    public static FactualityTask Over(Resources resources, FactualityModel model) =>
        new(ParseTask.Reading(resources), new FactualityScorer(model, resources.LanguageModel().Hash));

    /// <summary>Reads JSON lines, writes predictions to <paramref name="output"/> if there is one.</summary>
    /// <exception cref="FormatException">A line is not a sentence of that task.</exception>
    public EvaluationResult Run(TextReader input, TextWriter? output)
    {
        var sentences = FactualityCorpus.Read(input).ToList();
        foreach (var sentence in sentences.Take(200)) Values(sentence);
        var watch = Stopwatch.StartNew();
        var found = sentences.ConvertAll(Values);
        watch.Stop();
        var scores = new FactualityScores();
        for (var i = 0; i < sentences.Count; i++)
        {
            scores.Add(sentences[i].Predicates, found[i]);
            output?.WriteLine(ToLine(sentences[i], found[i]));
        }

        return new EvaluationResult("factuality", sentences.Count, watch.Elapsed.TotalSeconds, scores.ToDictionary());
    }

    private double[] Values(FactualitySentence sentence)
    {
        var tree = new SyntaxTree(pipeline.Run(sentence.Words));
        return scorer.Score(tree, [.. sentence.Predicates.Select(predicate => predicate.Token)]);
    }

    private static string ToLine(FactualitySentence sentence, double[] values) => JsonSerializer.Serialize(new
    {
        sent_id = sentence.Id,
        targets = sentence.Predicates.Zip(values, (predicate, value) => new { start = predicate.Token, value = Math.Round(value, 4) }),
    });
}
