using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text.Coreference;
using Chancery.Text.Learning;

namespace Chancery.App.Training;

/// <summary><c>train coref</c>: makes the model of coreference and its card by a recipe.</summary>
/// <param name="recipe">The recipe.</param>
/// <param name="json">The recipe as written, for the card.</param>
/// <param name="root">The folder from which its paths are meant.</param>
internal sealed class CorefTrainingTask(CorefRecipe recipe, string json, string root)
{
    /// <summary>The model and its card.</summary>
    /// <exception cref="FormatException">A corpus has changed or is no such corpus.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public (TrainedModel Model, string Card) Run()
    {
        var trainer = new CorefTrainer(Resources.Default.Coreference());
        foreach (var corpus in recipe.Corpora)
        {
            Check(corpus.In, corpus.Sha256);
            Check(corpus.Treebank, corpus.TreebankSha256);
            using var files = Open(corpus);
            foreach (var text in CorefCorpus.Read(files.Texts, files.Trees).Where(text => corpus.Genres.Count == 0 || corpus.Genres.Contains(text.Genre, StringComparer.Ordinal)))
                trainer.Add(text.Gold(), text.Mentions);
        }

        var model = trainer.Learn(recipe.Training);
        return (new TrainedModel(model.ToBytes(), model.Hash, trainer.Count), Card(model, trainer.Count));
    }

    private void Check(string path, string sha256)
    {
        using var file = File.OpenRead(Path.GetFullPath(path, root));
        if (Convert.ToHexStringLower(SHA256.HashData(file)) is var hash && hash != sha256) throw new FormatException($"{path} has changed: {hash}");
    }

    private Pair Open(CorefRecipeCorpus corpus) => new(TaskRunner.Open(Path.GetFullPath(corpus.In, root)), TaskRunner.Open(Path.GetFullPath(corpus.Treebank, root)));

    private string Card(LinearModel model, int mentions)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, model, mentions);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Write(Utf8JsonWriter card, LinearModel model, int mentions)
    {
        card.WriteStartObject();
        card.WriteString("model", recipe.Model);
        card.WriteString("what", recipe.What);
        card.WriteString("sha256", model.Hash);
        card.WriteStartArray("trainedOn");
        foreach (var corpus in recipe.Corpora) card.WriteStringValue($"{corpus.Name}; genres {string.Join(", ", corpus.Genres)}");
        card.WriteEndArray();
        card.WriteString("licence", recipe.Licence);
        card.WriteNumber("examples", mentions);
        card.WriteStartObject("scores");
        foreach (var corpus in recipe.Measured) WriteScores(card, corpus, model);
        card.WriteEndObject();
        card.WriteString("code", typeof(CorefTrainer).Assembly.GetName().Version!.ToString(3));
        card.WritePropertyName("recipe");
        using (var written = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }))
            written.RootElement.WriteTo(card);
        card.WriteEndObject();
    }

    private void WriteScores(Utf8JsonWriter card, CorefRecipeCorpus corpus, LinearModel model)
    {
        using var files = Open(corpus);
        var resolver = new CoreferenceResolver(Resources.Default.Coreference(), model);
        var (result, _) = new CorefTask(resolver).Run(files.Texts, files.Trees, null);
        card.WriteStartObject($"{Path.GetFileName(corpus.In)}, the treebank's trees");
        foreach (var name in new[] { "gold", "goldNoSingletons", "endToEnd", "endToEndNoSingletons" }) card.WriteNumber(name, Math.Round(result.Scores[name], 2));
        card.WriteEndObject();
    }

    private readonly record struct Pair(StreamReader Texts, StreamReader Trees) : IDisposable
    {
        public void Dispose()
        {
            Texts.Dispose();
            Trees.Dispose();
        }
    }
}
