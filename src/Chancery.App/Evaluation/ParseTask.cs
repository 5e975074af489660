using System.Diagnostics;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Lemmas;
using Chancery.Text.Nets;
using Chancery.Text.Sentences;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate parse</c>: begins with a treebank's text, its tokens or its tags, lets a pipeline do the rest, and scores what the pipeline gave. What was given to
/// it is not scored. With <c>--raw</c> it begins with the text, paragraph breaks kept.
/// </summary>
internal sealed class ParseTask
{
    private readonly Func<TreebankDocument, Document> _begin;
    private readonly Pipeline _pipeline;
    private readonly HashSet<string> _given;

    private ParseTask(Func<TreebankDocument, Document> begin, IEnumerable<string> given, Pipeline pipeline) => (_begin, _given, _pipeline) = (begin, [.. given], pipeline);

    /// <summary>From raw text: tokens and sentences.</summary>
    /// <param name="resources">Tables.</param>
    /// <param name="model">The model of sentence breaks to measure, or none for the rules alone.</param>
    public static ParseTask FromRawText(Resources resources, LinearModel? model) =>
        new(treebank => new Document(new SourceText(treebank.Raw().Text)), [], new Pipeline(Cutting(resources, model)));

    /// <summary>From raw text: tokens, sentences and all that is read of them.</summary>
    public static ParseTask FromRawText(Resources resources) => new(
        treebank => new Document(new SourceText(treebank.Raw().Text)), [],
        new Pipeline([.. Cutting(resources, resources.Model("sentences")), .. Reading(resources, resources.LanguageModel())]));

    /// <summary>From the treebank's tokens and sentences: whatever an annotator gives, tags at least, and lemmas.</summary>
    /// <param name="resources">Tables.</param>
    /// <param name="language">What gives tags, and perhaps dependencies.</param>
    /// <param name="model">The model of lemmas.</param>
    public static ParseTask FromTokens(Resources resources, Annotator language, LemmaModel model) => new(
        TreebankLayers.Cut, ["tokens", "sentences", "words"],
        new Pipeline([typeof(Token), typeof(Sentence)], language, new Lemmatizer(resources.Lexicon("lemma-exceptions"), model)));

    /// <summary>From the treebank's tokens, sentences and tags: lemmas.</summary>
    /// <param name="resources">Tables.</param>
    /// <param name="model">The model of lemmas to measure.</param>
    public static ParseTask FromTags(Resources resources, LemmaModel model) => new(
        WithTags, ["tokens", "sentences", "words", "upos", "xpos", "feats"],
        new Pipeline([typeof(Token), typeof(Sentence), typeof(Tag)], new Lemmatizer(resources.Lexicon("lemma-exceptions"), model)));

    /// <summary>Reads CoNLL-U; also gives every cut and lemma that is not the treebank's, as a line each.</summary>
    /// <exception cref="FormatException">The file is not a treebank.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input)
    {
        var treebank = ConlluReader.Read(input).ToList();
        if (treebank.Count == 0) throw new FormatException("there is no sentence in it.");
        var begun = treebank.Select(_begin).ToList();
        WarmUp(begun);
        var watch = Stopwatch.StartNew();
        var documents = begun.Select(_pipeline.Run).ToList();
        watch.Stop();
        var golds = treebank.Select(ScoredText.Of).ToList();
        var systems = documents.Select(ScoredText.Of).ToList();
        var counts = golds.Zip(systems, ParseScores.Compare).ToList();
        var misses = Enumerable.Range(0, golds.Count).SelectMany(i => Misses(documents[i], golds[i], systems[i])).ToList();
        return (new EvaluationResult("parse", systems.Sum(system => system.Words.Count), watch.Elapsed.TotalSeconds, Scores(counts)), misses);
    }

    /// <summary>What reads tokens and sentences: tags, dependencies, names and lemmas.</summary>
    public static Pipeline Reading(Resources resources) => new([typeof(Token), typeof(Sentence)], Reading(resources, resources.LanguageModel()));

    private static Annotator[] Cutting(Resources resources, LinearModel? model) =>
    [
        new Tokenizer(resources.Lexicon("abbreviations")),
        new SentenceSplitter(resources.Lexicon("abbreviations"), resources.Lexicon("sentence-starters"), model),
    ];

    private static Annotator[] Reading(Resources resources, LanguageModel model) =>
        [new LanguageAnalyzer(model), new Lemmatizer(resources.Lexicon("lemma-exceptions"), resources.LemmaModel())];

    private static Document WithTags(TreebankDocument treebank)
    {
        var cut = treebank.Cut();
        return cut.With(treebank.TagsOf(cut));
    }

    private static IEnumerable<string> Misses(Document document, ScoredText gold, ScoredText system) =>
        CutMisses.Of(document.Text.Value, gold, system).Concat(LemmaMisses.Of(gold, system));

    private void WarmUp(List<Document> begun)
    {
        for (var round = 0; round < 3; round++)
            foreach (var document in begun.Take(200)) _pipeline.Run(document);
    }

    private OrderedDictionary<string, double> Scores(List<OrderedDictionary<string, Counts>> documents)
    {
        var scores = new OrderedDictionary<string, double>();
        foreach (var name in documents[0].Keys.Where(name => !_given.Contains(name)))
        {
            var counts = documents.Where(document => document.ContainsKey(name)).Select(document => document[name]).ToList();
            var (low, high) = Bootstrap.Interval(counts);
            scores[name] = counts.Aggregate((left, right) => left + right).F1;
            scores[$"{name}Low"] = low;
            scores[$"{name}High"] = high;
        }

        return scores;
    }
}
