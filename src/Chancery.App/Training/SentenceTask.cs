using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text.Learning;
using Chancery.Text.Sentences;

namespace Chancery.App.Training;

/// <summary><c>train sentences</c>: makes the model of sentence breaks and its card by a recipe.</summary>
internal static class SentenceTask
{
    /// <summary>The model and its card.</summary>
    /// <exception cref="FormatException">A corpus has changed or is no treebank, or a setting is missing.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public static (TrainedModel Model, string Card) Run(Recipe recipe, string root)
    {
        var variants = recipe.Settings(json => Recipe.Texts(json, "variants").ConvertAll(Enum.Parse<TreebankVariant>));
        var training = recipe.Settings(json => new SentenceTraining(
            json.GetProperty("rounds").GetInt32(), json.GetProperty("epochs").GetInt32(), json.GetProperty("seed").GetUInt64(), json.GetProperty("bits").GetInt32(),
            json.GetProperty("marginYes").GetInt32(), json.GetProperty("marginNo").GetInt32()));
        var trainer = new SentenceTrainer(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters"));
        foreach (var document in recipe.Corpora.Where(corpus => corpus.Use.Length == 0).SelectMany(corpus => corpus.Read(root)))
            foreach (var variant in variants)
                trainer.Add(document.Raw(variant));
        var most = recipe.Settings(json => json.GetProperty("reports").GetInt32());
        foreach (var corpus in recipe.Corpora.Where(corpus => corpus.Use == "text"))
            foreach (var text in PlainReports.Texts(corpus.Open(root)).Take(most))
                trainer.AddByRules(text);
        var learnt = trainer.Learn(training);
        var model = new TrainedModel(learnt.ToBytes(), learnt.Hash, trainer.Count);
        return (model, model.Card(recipe, root, reader => Scores(reader, learnt)));
    }

    private static IEnumerable<KeyValuePair<string, double>> Scores(TextReader reader, LinearModel model) =>
        ParseTask.FromRawText(Resources.Default, model).Run(reader).Result.Scores.Where(score => score.Key.StartsWith("sentences", StringComparison.Ordinal));
}
