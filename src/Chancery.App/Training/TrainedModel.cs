using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Text.Learning;

namespace Chancery.App.Training;

/// <summary>What a training task gives.</summary>
/// <param name="Bytes">The model's file.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="Examples">What it was learnt from, counted.</param>
internal sealed record TrainedModel(byte[] Bytes, string Hash, int Examples)
{
    /// <summary>The card: what the recipe says, with what was reached on the files to measure on.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="root">The folder from which its paths are meant.</param>
    /// <param name="measure">The scores of the model on a treebank, by name.</param>
    public string Card(Recipe recipe, string root, Func<TextReader, IEnumerable<KeyValuePair<string, double>>> measure) => Card(recipe, card =>
    {
        foreach (var path in recipe.Measured) WriteScores(card, Path.GetFullPath(path, root), measure);
    });

    /// <summary>The card with scores that are known already, by what they were measured on.</summary>
    public string Card(Recipe recipe, OrderedDictionary<string, OrderedDictionary<string, double>> scores) => Card(recipe, card =>
    {
        foreach (var (name, corpus) in scores)
        {
            card.WriteStartObject(name);
            foreach (var (score, value) in corpus) card.WriteNumber(score, Math.Round(value, 2));
            card.WriteEndObject();
        }
    });

    private string Card(Recipe recipe, Action<Utf8JsonWriter> writeScores)
    {
        using var buffer = new MemoryStream();
        using (var card = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            card.WriteStartObject();
            WriteHead(card, recipe);
            card.WriteStartObject("scores");
            writeScores(card);
            card.WriteEndObject();
            card.WriteString("code", typeof(ModelCard).Assembly.GetName().Version!.ToString(3));
            card.WritePropertyName("recipe");
            recipe.Written.WriteTo(card);
            card.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void WriteHead(Utf8JsonWriter card, Recipe recipe)
    {
        card.WriteString("model", recipe.Model);
        card.WriteString("what", recipe.What);
        card.WriteString("sha256", Hash);
        card.WriteStartArray("trainedOn");
        foreach (var corpus in recipe.Corpora) card.WriteStringValue(corpus.Named);
        card.WriteEndArray();
        card.WriteString("licence", recipe.Licence);
        card.WriteNumber("examples", Examples);
    }

    private static void WriteScores(Utf8JsonWriter card, string path, Func<TextReader, IEnumerable<KeyValuePair<string, double>>> measure)
    {
        using var reader = TaskRunner.Open(path);
        card.WriteStartObject(Path.GetFileName(path));
        foreach (var (name, score) in measure(reader)) card.WriteNumber(name, Math.Round(score, 2));
        card.WriteEndObject();
    }
}
