using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text.Learning;
using Chancery.Text.Nets;

namespace Chancery.App.Training;

/// <summary><c>train language</c>: makes the net of tags, dependencies and names and its card by a recipe.</summary>
internal static class LanguageTask
{
    /// <summary>The model and its card. Takes the better part of an hour on one core; tells how far it is.</summary>
    /// <exception cref="FormatException">A corpus has changed or cannot be read, or a setting is missing.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public static (TrainedModel Model, string Card) Run(Recipe recipe, string root, Action<string> progress)
    {
        var training = recipe.Settings(Training);
        var trainer = new LanguageTrainer();
        foreach (var corpus in recipe.Corpora) Add(trainer, corpus, root);
        var bytes = trainer.Learn(training, progress);
        var learnt = LanguageModel.Read(bytes);
        var model = new TrainedModel(bytes, learnt.Hash, trainer.Count);
        return (model, model.Card(recipe, root, reader => Scores(reader, learnt)));
    }

    private static void Add(LanguageTrainer trainer, RecipeCorpus corpus, string root)
    {
        switch (corpus.Use)
        {
            case "trees":
                AddTrees(trainer, corpus, root);
                break;
            case "wide names" or "narrow names":
                foreach (var sentence in Labelled(corpus.Open(root))) trainer.AddNames(sentence, corpus.Use == "wide names" ? NameScheme.Wide : NameScheme.Narrow);
                break;
            case "text":
                foreach (var sentence in PlainReports.Sentences(corpus.Open(root), Resources.Default, corpus.Field)) trainer.AddText(sentence);
                break;
            case "lists":
                AddListed(trainer, corpus.Open(root));
                break;
            default:
                throw new FormatException($"'{corpus.Use}' is no use of a corpus.");
        }
    }

    /// <summary>Names stand in a file of their own, found by the words of the sentence: the two need not have the same sentences.</summary>
    private static void AddTrees(LanguageTrainer trainer, RecipeCorpus corpus, string root)
    {
        var names = corpus.Names is { } file
            ? Labelled(file.Open(root)).DistinctBy(Words).ToDictionary(Words, StringComparer.Ordinal)
            : [];
        foreach (var sentence in corpus.Read(root).SelectMany(document => document.Sentences))
            trainer.AddTree(sentence, names.GetValueOrDefault(string.Join(' ', sentence.Words.Select(word => word.Form))));

        static string Words(LabelledSentence sentence) => string.Join(' ', sentence.Forms);
    }

    private static List<LabelledSentence> Labelled(TextReader reader)
    {
        using (reader) return [.. LabelledSentence.Read(reader)];
    }

    private static void AddListed(LanguageTrainer trainer, TextReader reader)
    {
        using (reader)
            while (reader.ReadLine() is { } line)
                if (!line.StartsWith('#') && line.Split('\t') is [var name, var kind]) trainer.AddListed(name, kind);
    }

    private static IEnumerable<KeyValuePair<string, double>> Scores(TextReader reader, LanguageModel model) =>
        ParseTask.FromTokens(Resources.Default, new LanguageAnalyzer(model), Resources.Default.LemmaModel()).Run(reader).Result.Scores.Where(score => score.Key is "upos" or "xpos" or "feats" or "lemmas" or "uas" or "las");

    private static LanguageTraining Training(JsonElement json) => new(
        Whole(json, "tableBits"), Whole(json, "embedding"), Whole(json, "hidden"), Whole(json, "layers"), Whole(json, "arc"), Whole(json, "label"),
        Whole(json, "readingEpochs"), Whole(json, "readingBatch"), Part(json, "readingRate"), Part(json, "readingHidden"), Part(json, "readingDropout"),
        Whole(json, "epochs"), [.. json.GetProperty("teachers").EnumerateArray().Select(teacher => teacher.GetSingle())], Whole(json, "taughtWords"), Part(json, "nameWeight"), Whole(json, "narrowEpochs"), Part(json, "narrowRate"), Whole(json, "treeTimes"), Whole(json, "batch"), Part(json, "rate"), Part(json, "decay"), Part(json, "dropout"),
        Part(json, "wordDropout"), Part(json, "recased"), json.GetProperty("seed").GetUInt64());

    private static int Whole(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static float Part(JsonElement json, string name) => json.GetProperty(name).GetSingle();
}
