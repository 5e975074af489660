using System.Globalization;
using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Extraction.Places;
using Chancery.Text;
using Chancery.Text.Learning;

namespace Chancery.App.Training;

/// <summary>
/// <c>train places</c>: makes the model that tells between places of one name, and its card by a recipe. The scores on the card are held out: across corpora
/// (trained on the others alone) and by folds of reports.
/// </summary>
/// <param name="recipe">The recipe.</param>
/// <param name="root">The folder from which its paths are meant.</param>
internal sealed class PlaceTrainingTask(Recipe recipe, string root)
{
    private const int Folds = 5;
    private readonly OrderedDictionary<string, OrderedDictionary<string, double>> _scores = new(StringComparer.Ordinal);

    /// <summary>The model and its card.</summary>
    /// <param name="progress">What is told how it goes.</param>
    /// <exception cref="FormatException">A corpus has changed.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public (TrainedModel Model, string Card) Run(Action<string> progress)
    {
        var training = recipe.Settings(Trees);
        var pipeline = StandardPipeline.Mentions(Resources.Default);
        var corpora = recipe.Corpora.Select(corpus => (corpus.Use, Reports: Read(corpus, pipeline))).ToList();
        foreach (var (use, reports) in corpora)
        {
            var others = corpora.Where(other => other.Use != use).SelectMany(other => other.Reports).Select(report => (report, 0));
            Measure($"{use}, trained on the others", [(Learn(others, training, -1), reports)], progress);
        }

        var all = corpora.SelectMany(corpus => corpus.Reports).Select((report, i) => (report, i % Folds)).ToList();
        var models = Enumerable.Range(0, Folds).Select(fold => Learn(all, training, fold)).ToList();
        foreach (var (use, reports) in corpora)
            Measure($"{use}, {Folds} folds of reports", [.. models.Select((model, fold) => (model, all.Where(pair => pair.Item2 == fold && reports.Contains(pair.report)).Select(pair => pair.report).ToList()))], progress);
        var trainer = Trainer(all);
        var learnt = trainer.Learn(training);
        var trained = new TrainedModel(learnt.ToBytes(), learnt.Hash, trainer.Count);
        return (trained, trained.Card(recipe, _scores));
    }

    private List<ReadReport> Read(RecipeCorpus corpus, Pipeline pipeline)
    {
        using var reader = corpus.Open(root);
        return PlaceCorpus.Read(reader).ConvertAll(item => new ReadReport(pipeline.Run(item.Open()), item.Gold));
    }

    private static PlaceTrainer Trainer(IEnumerable<(ReadReport Report, int Fold)> reports)
    {
        var trainer = new PlaceTrainer(Resources.Default);
        foreach (var (report, fold) in reports)
            trainer.Add(report.Document, [.. report.Gold.Where(place => place.Lat is not null).Select(place => new MarkedPlace(place.Span, place.Judge))], fold);
        return trainer;
    }

    private static PlaceModel Learn(IEnumerable<(ReadReport Report, int Fold)> reports, TreeTraining training, int heldOut) => Trainer(reports).Learn(training, heldOut);

    private void Measure(string name, List<(PlaceModel Model, List<ReadReport> Reports)> parts, Action<string> progress)
    {
        var (scores, trainer) = (new PlaceScores(), new PlaceTrainer(Resources.Default));
        foreach (var (model, reports) in parts)
            foreach (var report in reports) scores.Add(report.Gold, trainer.Resolve(report.Document, [.. report.Gold.Select(place => place.Span)], model));
        _scores[name] = scores.Resolution();
        progress($"{name}: {string.Join(", ", _scores[name].Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Key} {score.Value:0.00}")))}");
    }

    private static TreeTraining Trees(JsonElement json)
    {
        var trees = json.GetProperty("trees");
        return new(
            trees.GetProperty("trees").GetInt32(), trees.GetProperty("depth").GetInt32(), trees.GetProperty("rate").GetDouble(), trees.GetProperty("pull").GetDouble(),
            trees.GetProperty("leastWeight").GetDouble(), trees.GetProperty("rowShare").GetDouble(), trees.GetProperty("featureShare").GetDouble(), trees.GetProperty("seed").GetUInt64());
    }

    private sealed record ReadReport(Document Document, IReadOnlyList<GoldPlace> Gold);
}
