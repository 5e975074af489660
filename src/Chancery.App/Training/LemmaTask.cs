using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text.Lemmas;

namespace Chancery.App.Training;

/// <summary><c>train lemmas</c>: makes the model of lemmas and its card by a recipe.</summary>
internal static class LemmaTask
{
    /// <summary>The model and its card.</summary>
    /// <exception cref="FormatException">A corpus has changed or is no treebank, or a setting is missing.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public static (TrainedModel Model, string Card) Run(Recipe recipe, string root)
    {
        var training = recipe.Settings(json => new LemmaTraining(
            json.GetProperty("leastVotes").GetInt32(), json.GetProperty("longestCut").GetInt32(), json.GetProperty("longestAdd").GetInt32()));
        var trainer = new LemmaTrainer();
        foreach (var document in recipe.Corpora.SelectMany(corpus => corpus.Read(root))) trainer.Add(document);
        var learnt = trainer.Learn(training);
        var model = new TrainedModel(learnt.ToBytes(), learnt.Hash, trainer.Count);
        return (model, model.Card(recipe, root, reader => Scores(reader, learnt)));
    }

    private static IEnumerable<KeyValuePair<string, double>> Scores(TextReader reader, LemmaModel model) =>
        ParseTask.FromTags(Resources.Default, model).Run(reader).Result.Scores.Where(score => score.Key.StartsWith("lemmas", StringComparison.Ordinal));
}
