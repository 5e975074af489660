using System.Diagnostics;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate parse --raw</c>: rebuilds the text of a treebank's documents, paragraph breaks kept, cuts it into tokens and
/// sentences, and scores them. Tags, lemmas and relations are not built yet, and not printed.
/// </summary>
/// <param name="resources">Tables.</param>
/// <param name="model">The model of sentence breaks to measure, or none for the rules alone.</param>
internal sealed class ParseTask(Resources resources, LinearModel? model)
{
    private readonly Pipeline _pipeline = new(
        new Tokenizer(resources.Lexicon("abbreviations")),
        new SentenceSplitter(resources.Lexicon("abbreviations"), resources.Lexicon("sentence-starters"), model));

    /// <summary>Reads CoNLL-U; also gives every cut that is not the treebank's, as a line each.</summary>
    /// <exception cref="FormatException">The file is not a treebank.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input)
    {
        var treebank = ConlluReader.Read(input).ToList();
        if (treebank.Count == 0) throw new FormatException("there is no sentence in it.");
        var texts = treebank.Select(document => document.Raw().Text).ToList();
        WarmUp(texts);
        var watch = Stopwatch.StartNew();
        var documents = texts.Select(Analyse).ToList();
        watch.Stop();
        var golds = treebank.Select(ScoredText.Of).ToList();
        var systems = documents.Select(ScoredText.Of).ToList();
        var counts = golds.Zip(systems, ParseScores.Compare).ToList();
        var misses = Enumerable.Range(0, golds.Count).SelectMany(i => CutMisses.Of(texts[i], golds[i], systems[i])).ToList();
        return (new EvaluationResult("parse", systems.Sum(system => system.Words.Count), watch.Elapsed.TotalSeconds, Scores(counts)), misses);
    }

    private Document Analyse(string text) => _pipeline.Run(new Document(new SourceText(text)));

    private void WarmUp(List<string> texts)
    {
        for (var round = 0; round < 3; round++)
            foreach (var text in texts.Take(200)) Analyse(text);
    }

    private static OrderedDictionary<string, double> Scores(List<OrderedDictionary<string, Counts>> documents)
    {
        var scores = new OrderedDictionary<string, double>();
        foreach (var name in documents[0].Keys)
        {
            var counts = documents.Select(document => document[name]).ToList();
            var (low, high) = Bootstrap.Interval(counts);
            scores[name] = counts.Aggregate((left, right) => left + right).F1;
            scores[$"{name}Low"] = low;
            scores[$"{name}High"] = high;
        }

        return scores;
    }
}
