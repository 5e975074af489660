using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Attributions;
using Chancery.Text.Learning;

namespace Chancery.App.Training;

/// <summary><c>train attribution</c>: makes the model of attributions and its card by a recipe. It stands on the language model that ships: train that one first.</summary>
internal static class AttributionTrainingTask
{
    /// <summary>The model and its card. Takes some minutes; tells how far it is.</summary>
    /// <exception cref="FormatException">A corpus has changed or cannot be read, or a setting is missing.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public static (TrainedModel Model, string Card) Run(Recipe recipe, string root, Action<string> progress)
    {
        var (training, trainer, pipeline) = (recipe.Settings(Training), new AttributionTrainer(), StandardPipeline.Language(Resources.Default));
        foreach (var corpus in recipe.Corpora)
        {
            using var reader = corpus.Open(root);
            foreach (var text in AttributionCorpus.Read(reader))
            {
                var document = pipeline.Run(new Document(new SourceText(text.Text)));
                trainer.Add(document, text.Relations(document));
            }
        }

        progress($"{trainer.Count} attributions");
        var bytes = trainer.Learn(training, Resources.Default.LanguageModel().Hash, progress);
        var learnt = AttributionModel.Read(bytes);
        var model = new TrainedModel(bytes, learnt.Hash, trainer.Count);
        return (model, model.Card(recipe, root, reader => new AttributionTask(StandardPipeline.Attributions(Resources.Default, learnt)).Run(reader, null).Scores));
    }

    private static AttributionTraining Training(JsonElement json) => new(
        Whole(json, "tableBits"), Whole(json, "embedding"), Whole(json, "hidden"), Whole(json, "layers"), Whole(json, "nets"), Whole(json, "epochs"), Whole(json, "batch"),
        Part(json, "rate"), Part(json, "decay"), Part(json, "dropout"), Part(json, "wordDropout"), Trees(json.GetProperty("links")), json.GetProperty("seed").GetUInt64());

    private static TreeTraining Trees(JsonElement json) => new(
        Whole(json, "trees"), Whole(json, "depth"), json.GetProperty("rate").GetDouble(), json.GetProperty("pull").GetDouble(), json.GetProperty("leastWeight").GetDouble(),
        json.GetProperty("rowShare").GetDouble(), json.GetProperty("featureShare").GetDouble(), json.GetProperty("seed").GetUInt64());

    private static int Whole(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static float Part(JsonElement json, string name) => json.GetProperty(name).GetSingle();
}
