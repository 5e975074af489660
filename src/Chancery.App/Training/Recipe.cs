using System.Security.Cryptography;
using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Text.Learning;

namespace Chancery.App.Training;

/// <summary>A corpus of a recipe.</summary>
/// <param name="Name">As the card names it, with its licence.</param>
/// <param name="In">The file, from the folder that holds <c>training/</c>.</param>
/// <param name="Sha256">The file's hash.</param>
/// <param name="Genres">The genres that may be used, as the documents' ids say them (<c>GUM_news_…</c>); empty for all.</param>
/// <param name="Use">What it is used as, where a model is made of corpora of several kinds; empty elsewhere.</param>
/// <param name="Names">A file of names for the same sentences, or <see langword="null"/>.</param>
/// <param name="Field">Where plain text stands in JSON lines.</param>
internal sealed record RecipeCorpus(
    string Name, string In, string Sha256, IReadOnlyList<string> Genres, string Use = "", RecipeCorpus? Names = null, string Field = "text")
{
    /// <summary>True if a document may be used.</summary>
    public bool Takes(TreebankDocument document) =>
        Genres.Count == 0 || (document.Id.Split('_') is [_, var genre, ..] && Genres.Contains(genre, StringComparer.Ordinal));

    /// <summary>The documents that may be used.</summary>
    /// <param name="root">The folder from which the path is meant.</param>
    /// <exception cref="FormatException">The file has changed or is no treebank.</exception>
    /// <exception cref="IOException">The file is not there.</exception>
    public IEnumerable<TreebankDocument> Read(string root)
    {
        using var reader = Open(root);
        return [.. ConlluReader.Read(reader).Where(Takes)];
    }

    /// <summary>The file as text.</summary>
    /// <param name="root">The folder from which the path is meant.</param>
    /// <exception cref="FormatException">The file has changed.</exception>
    /// <exception cref="IOException">The file is not there.</exception>
    public StreamReader Open(string root)
    {
        var path = Path.GetFullPath(In, root);
        using (var file = File.OpenRead(path))
            if (Convert.ToHexStringLower(SHA256.HashData(file)) is var hash && hash != Sha256)
                throw new FormatException($"{In} has changed: {hash}");
        return TaskRunner.Open(path);
    }

    /// <summary>As the card names it.</summary>
    public string Named => Genres.Count == 0 ? Name : $"{Name}; genres {string.Join(", ", Genres)}";
}

/// <summary>What a model is made of; <c>training/recipes/NAME.jsonc</c>.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="What">One line of what it is.</param>
/// <param name="Licence">Of the model.</param>
/// <param name="Corpora">What it is trained on.</param>
/// <param name="Measured">What it is measured on, for its card.</param>
/// <param name="Written">The whole recipe as written, for the card; what it says beyond the other fields are the task's own settings.</param>
internal sealed record Recipe(
    string Model, string What, string Licence, IReadOnlyList<RecipeCorpus> Corpora, IReadOnlyList<string> Measured, JsonElement Written)
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
        Texts(json, "measured"), json.Clone());

    /// <summary>Reads a task's own settings.</summary>
    /// <exception cref="FormatException">One is missing or of another kind.</exception>
    public T Settings<T>(Func<JsonElement, T> read)
    {
        try
        {
            return read(Written);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The recipe lacks a setting: {wrong.Message}", wrong);
        }
    }

    private static RecipeCorpus ReadCorpus(JsonElement json) => new(
        Text(json, "name"), Text(json, "in"), Text(json, "sha256"), json.TryGetProperty("genres", out _) ? Texts(json, "genres") : [],
        json.TryGetProperty("use", out _) ? Text(json, "use") : "", json.TryGetProperty("names", out var names) ? ReadCorpus(names) : null,
        json.TryGetProperty("field", out _) ? Text(json, "field") : "text");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    internal static List<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
