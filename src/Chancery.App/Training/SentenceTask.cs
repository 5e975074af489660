using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text.Learning;
using Chancery.Text.Sentences;

namespace Chancery.App.Training;

/// <summary><c>train sentences</c>: makes the model of sentence breaks and its card by a recipe.</summary>
/// <param name="recipe">The recipe.</param>
/// <param name="json">The recipe as written, for the card.</param>
/// <param name="root">The folder from which its paths are meant.</param>
internal sealed class SentenceTask(Recipe recipe, string json, string root)
{
    /// <summary>The model and its card.</summary>
    /// <exception cref="FormatException">A corpus has changed or is no treebank.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public (LinearModel Model, string Card) Run()
    {
        var trainer = new SentenceTrainer(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters"));
        foreach (var corpus in recipe.Corpora)
            foreach (var document in Read(corpus).Where(corpus.Takes))
                foreach (var variant in recipe.Variants)
                    trainer.Add(document.Raw(variant));
        var model = trainer.Learn(recipe.Training);
        return (model, Card(model, trainer.Count));
    }

    private List<TreebankDocument> Read(RecipeCorpus corpus)
    {
        var path = Path.GetFullPath(corpus.In, root);
        using (var file = File.OpenRead(path))
            if (Convert.ToHexStringLower(SHA256.HashData(file)) is var hash && hash != corpus.Sha256)
                throw new FormatException($"{corpus.In} has changed: {hash}");
        using var reader = TaskRunner.Open(path);
        return [.. ConlluReader.Read(reader)];
    }

    private string Card(LinearModel model, int places)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, model, places);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Write(Utf8JsonWriter card, LinearModel model, int places)
    {
        card.WriteStartObject();
        card.WriteString("model", recipe.Model);
        card.WriteString("what", recipe.What);
        card.WriteString("sha256", model.Hash);
        card.WriteStartArray("trainedOn");
        foreach (var corpus in recipe.Corpora) card.WriteStringValue(corpus.Genres.Count == 0 ? corpus.Name : $"{corpus.Name}; genres {string.Join(", ", corpus.Genres)}");
        card.WriteEndArray();
        card.WriteString("licence", recipe.Licence);
        card.WriteNumber("examples", places);
        card.WriteStartObject("scores");
        foreach (var path in recipe.Measured) WriteScores(card, path, model);
        card.WriteEndObject();
        card.WriteString("code", typeof(SentenceTrainer).Assembly.GetName().Version!.ToString(3));
        card.WritePropertyName("recipe");
        using (var written = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }))
            written.RootElement.WriteTo(card);
        card.WriteEndObject();
    }

    private void WriteScores(Utf8JsonWriter card, string path, LinearModel model)
    {
        using var reader = TaskRunner.Open(Path.GetFullPath(path, root));
        var (result, _) = new ParseTask(Resources.Default, model).Run(reader);
        card.WriteStartObject(Path.GetFileName(path));
        foreach (var (name, score) in result.Scores.Where(score => score.Key.StartsWith("sentences", StringComparison.Ordinal)))
            card.WriteNumber(name, Math.Round(score, 2));
        card.WriteEndObject();
    }
}
