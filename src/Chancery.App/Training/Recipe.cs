using System.Text.Json;
using Chancery.Text.Learning;
using Chancery.Text.Sentences;

namespace Chancery.App.Training;

/// <summary>A corpus of a recipe.</summary>
/// <param name="Name">As the card names it, with its licence.</param>
/// <param name="In">The file, from the folder that holds <c>training/</c>.</param>
/// <param name="Sha256">The file's hash.</param>
/// <param name="Genres">The genres that may be used, as the documents' ids say them (<c>GUM_news_…</c>); empty for all.</param>
internal sealed record RecipeCorpus(string Name, string In, string Sha256, IReadOnlyList<string> Genres)
{
    /// <summary>True if a document may be used.</summary>
    public bool Takes(TreebankDocument document) =>
        Genres.Count == 0 || (document.Id.Split('_') is [_, var genre, ..] && Genres.Contains(genre, StringComparer.Ordinal));
}

/// <summary>What a model is made of; <c>training/recipes/NAME.jsonc</c>.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="What">One line of what it is.</param>
/// <param name="Licence">Of the model.</param>
/// <param name="Corpora">What it is trained on.</param>
/// <param name="Measured">What it is measured on, for its card.</param>
/// <param name="Variants">In what forms each text is used.</param>
/// <param name="Training">Settings of learning.</param>
internal sealed record Recipe(
    string Model, string What, string Licence, IReadOnlyList<RecipeCorpus> Corpora, IReadOnlyList<string> Measured,
    IReadOnlyList<TreebankVariant> Variants, SentenceTraining Training)
{
    /// <summary>Reads a recipe; comments are allowed.</summary>
    /// <exception cref="FormatException">It is no recipe.</exception>
    public static Recipe Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Not a recipe: {wrong.Message}", wrong);
        }
    }

    private static Recipe Read(JsonElement json) => new(
        Text(json, "model"), Text(json, "what"), Text(json, "licence"),
        [.. json.GetProperty("corpora").EnumerateArray().Select(ReadCorpus)],
        Texts(json, "measured"),
        [.. Texts(json, "variants").Select(name => Enum.Parse<TreebankVariant>(name))],
        new SentenceTraining(
            json.GetProperty("rounds").GetInt32(), json.GetProperty("epochs").GetInt32(), json.GetProperty("seed").GetUInt64(), json.GetProperty("bits").GetInt32(),
            json.GetProperty("marginYes").GetInt32(), json.GetProperty("marginNo").GetInt32()));

    private static RecipeCorpus ReadCorpus(JsonElement json) =>
        new(Text(json, "name"), Text(json, "in"), Text(json, "sha256"), json.TryGetProperty("genres", out _) ? Texts(json, "genres") : []);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static List<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
