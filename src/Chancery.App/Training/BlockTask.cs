using System.Globalization;
using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction.Intake.Html.Blocks;
using Chancery.Text.Learning;

namespace Chancery.App.Training;

/// <summary>
/// <c>train blocks</c>: makes the model of a page's blocks and its card by a recipe. The scores on the card are cross-validated: each page is
/// read by a model that saw no page of its site.
/// </summary>
/// <param name="recipe">The recipe.</param>
/// <param name="root">The folder from which its paths are meant.</param>
/// <param name="pages">The folder that holds a folder of unpacked pages for each corpus.</param>
internal sealed class BlockTask(Recipe recipe, string root, string pages)
{
    private const int Folds = 5;

    /// <summary>The model and its card.</summary>
    /// <param name="progress">What is told how it goes.</param>
    /// <exception cref="FormatException">A corpus has changed, or its pages are not there.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public (TrainedModel Model, string Card) Run(Action<string> progress)
    {
        var training = recipe.Settings(Training);
        var corpora = recipe.Corpora.Select(corpus => (corpus.Use, Pages: Read(corpus))).ToList();
        var trainer = new BlockTrainer();
        var weights = recipe.Settings(json => json.GetProperty("weights"));
        foreach (var (use, known) in corpora)
            foreach (var page in known) trainer.Add(page.Document, new BlockGold(page.Gold.Body, page.Gold.With, page.Gold.Without), FoldOf(page), weights.GetProperty(use).GetDouble());
        progress($"{trainer.Count} blocks");
        var scores = CrossValidate(trainer, training, corpora, progress);
        var learnt = trainer.Learn(training);
        var model = new TrainedModel(learnt.ToBytes(), learnt.Hash, trainer.Count);
        return (model, model.Card(recipe, scores));
    }

    private static OrderedDictionary<string, OrderedDictionary<string, double>> CrossValidate(BlockTrainer trainer, BlockTraining training, List<(string Use, List<ExtractPage> Pages)> corpora, Action<string> progress)
    {
        var scores = corpora.ConvertAll(_ => new ExtractScores());
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = trainer.Learn(training, fold);
            for (var i = 0; i < corpora.Count; i++)
                foreach (var page in corpora[i].Pages.Where(page => FoldOf(page) == fold))
                    scores[i].Add(page.Gold, ExtractTask.Answer(BlockTrainer.Read(page.Document, model)));
            progress($"fold {fold + 1} of {Folds}");
        }

        var all = new OrderedDictionary<string, OrderedDictionary<string, double>>(StringComparer.Ordinal);
        for (var i = 0; i < corpora.Count; i++) all[$"{corpora[i].Use}, {Folds} folds by site"] = scores[i].ToDictionary();
        foreach (var (name, corpus) in all) progress($"{name}: {string.Join(", ", corpus.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Key} {score.Value:0.00}")))}");
        return all;
    }

    private List<ExtractPage> Read(RecipeCorpus corpus)
    {
        using var reader = corpus.Open(root);
        return ExtractCorpus.Read(reader, Path.GetFullPath(corpus.In, root), Path.Combine(pages, corpus.Use));
    }

    /// <summary>Pages of one site share a fold: by the last two labels of the host, hashed (FNV-1a).</summary>
    private static int FoldOf(ExtractPage page)
    {
        var host = Uri.TryCreate(page.Document.Address, UriKind.Absolute, out var uri) ? uri.Host : page.Id;
        var hash = 2166136261u;
        foreach (var letter in string.Join('.', host.Split('.').TakeLast(2))) hash = unchecked((hash ^ letter) * 16777619u);
        return (int)(hash % Folds);
    }

    private static BlockTraining Training(JsonElement json) =>
        new(Trees(json.GetProperty("first")), Trees(json.GetProperty("second")), json.GetProperty("phraseWeight").GetDouble());

    private static TreeTraining Trees(JsonElement json) => new(
        json.GetProperty("trees").GetInt32(), json.GetProperty("depth").GetInt32(), json.GetProperty("rate").GetDouble(), json.GetProperty("pull").GetDouble(),
        json.GetProperty("leastWeight").GetDouble(), json.GetProperty("rowShare").GetDouble(), json.GetProperty("featureShare").GetDouble(), json.GetProperty("seed").GetUInt64());
}
