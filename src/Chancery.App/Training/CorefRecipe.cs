using System.Text.Json;
using Chancery.Text.Coreference;

namespace Chancery.App.Training;

/// <summary>A corpus of coreference with the treebank of the same documents.</summary>
/// <param name="Name">As the card names it, with its licence.</param>
/// <param name="In">The file, from the folder that holds <c>training/</c>.</param>
/// <param name="Sha256">Its hash; empty where it only measures.</param>
/// <param name="Treebank">The treebank, from the same folder.</param>
/// <param name="TreebankSha256">Its hash; empty where it only measures.</param>
/// <param name="Genres">The genres that may be used; empty for all.</param>
internal sealed record CorefRecipeCorpus(string Name, string In, string Sha256, string Treebank, string TreebankSha256, IReadOnlyList<string> Genres);

/// <summary>What the model of coreference is made of; <c>training/recipes/coref.jsonc</c>.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="What">One line of what it is.</param>
/// <param name="Licence">Of the model.</param>
/// <param name="Corpora">What it is trained on.</param>
/// <param name="Measured">What it is measured on, for its card.</param>
/// <param name="Training">Settings of learning.</param>
internal sealed record CorefRecipe(
    string Model, string What, string Licence, IReadOnlyList<CorefRecipeCorpus> Corpora, IReadOnlyList<CorefRecipeCorpus> Measured, CorefTraining Training)
{
    /// <summary>Reads a recipe; comments are allowed.</summary>
    /// <exception cref="FormatException">It is no recipe.</exception>
    public static CorefRecipe Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Not a recipe: {wrong.Message}", wrong);
        }
    }

    private static CorefRecipe Read(JsonElement json) => new(
        Text(json, "model"), Text(json, "what"), Text(json, "licence"), ReadCorpora(json, "corpora"), ReadCorpora(json, "measured"),
        new CorefTraining(
            json.GetProperty("epochs").GetInt32(), json.GetProperty("kindEpochs").GetInt32(), json.GetProperty("folds").GetInt32(), json.GetProperty("seed").GetUInt64(), json.GetProperty("bits").GetInt32(),
            json.GetProperty("rate").GetDouble(), json.GetProperty("pull").GetDouble(), json.GetProperty("kindPull").GetDouble(),
            json.GetProperty("missCost").GetDouble(), json.GetProperty("falseCost").GetDouble(), json.GetProperty("wrongCost").GetDouble()));

    private static List<CorefRecipeCorpus> ReadCorpora(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(corpus => new CorefRecipeCorpus(
        Optional(corpus, "name"), Text(corpus, "in"), Optional(corpus, "sha256"), Text(corpus, "treebank"), Optional(corpus, "treebankSha256"),
        corpus.TryGetProperty("genres", out var genres) ? [.. genres.EnumerateArray().Select(genre => genre.GetString()!)] : []))];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
