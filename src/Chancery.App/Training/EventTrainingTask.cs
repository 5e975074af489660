using Chancery.App.Evaluation;

namespace Chancery.App.Training;

/// <summary><c>train events</c>: makes the model of types of events and its card by a recipe. It stands on the language model that ships: train that one first.</summary>
internal static class EventTrainingTask
{
    /// <summary>The model and its card, with the cross-validated scores.</summary>
    /// <exception cref="FormatException">A corpus has changed or cannot be read, or a setting is missing.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public static (TrainedModel Model, string Card) Run(Recipe recipe, string root, Action<string> progress)
    {
        var corpora = new EventCorpora(recipe, root);
        progress($"{corpora.Count} sentences");
        var found = corpora.CrossValidate();
        var model = corpora.Learn();
        var trained = new TrainedModel(model.ToBytes(), model.Hash, corpora.Count);
        var scores = PloverScores.Of([.. found.Select(pair => pair.Item.Root)], [.. found.Select(pair => pair.Found)]);
        return (trained, trained.Card(recipe, new OrderedDictionary<string, OrderedDictionary<string, double>> { ["cross-validated"] = scores }));
    }
}
