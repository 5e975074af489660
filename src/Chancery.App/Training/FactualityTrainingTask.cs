using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text.Factuality;

namespace Chancery.App.Training;

/// <summary><c>train factuality</c>: makes the model of factuality and its card by a recipe. It stands on the language model that ships: train that one first.</summary>
internal static class FactualityTrainingTask
{
    /// <summary>The model and its card. Takes about a minute; tells how far it is.</summary>
    /// <exception cref="FormatException">A corpus has changed or cannot be read, or a setting is missing.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public static (TrainedModel Model, string Card) Run(Recipe recipe, string root, Action<string> progress)
    {
        var (training, trainer, pipeline) = (recipe.Settings(Training), new FactualityTrainer(), ParseTask.Reading(Resources.Default));
        foreach (var corpus in recipe.Corpora)
        {
            using var reader = corpus.Open(root);
            foreach (var sentence in FactualityCorpus.Read(reader)) trainer.Add(pipeline.Run(sentence.Words), sentence.Predicates);
        }

        progress($"{trainer.Count} predicates");
        var bytes = trainer.Learn(training, Resources.Default.LanguageModel().Hash, progress);
        var learnt = FactualityModel.Read(bytes);
        var model = new TrainedModel(bytes, learnt.Hash, trainer.Count);
        return (model, model.Card(recipe, root, reader => FactualityTask.Over(Resources.Default, learnt).Run(reader, null).Scores));
    }

    private static FactualityTraining Training(JsonElement json) => new(
        Whole(json, "tableBits"), Whole(json, "embedding"), Whole(json, "hidden"), Whole(json, "nets"), Whole(json, "epochs"), Whole(json, "batch"),
        Part(json, "rate"), Part(json, "decay"), Part(json, "dropout"), Part(json, "wordDropout"), json.GetProperty("seed").GetUInt64());

    private static int Whole(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static float Part(JsonElement json, string name) => json.GetProperty(name).GetSingle();
}
