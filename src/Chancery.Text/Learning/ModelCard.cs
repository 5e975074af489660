using System.Text.Json;

namespace Chancery.Text.Learning;

/// <summary>
/// What stands beside a model and says what it is. A model without a card, or with another's, does not load.
/// </summary>
/// <param name="Model">The model's name.</param>
/// <param name="Sha256">Of the model's bytes, lower-case hexadecimal.</param>
/// <param name="TrainedOn">The corpora, with the parts that were used.</param>
/// <param name="Licence">Of the model, with the terms that come from the corpora.</param>
public sealed record ModelCard(string Model, string Sha256, EquatableArray<string> TrainedOn, string Licence)
{
    /// <summary>Reads a card: a JSON object; what it says beyond these fields (recipe, scores, date) is for people.</summary>
    /// <exception cref="FormatException">It is no card, or a field is missing or empty.</exception>
    public static ModelCard Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var corpora = root.GetProperty("trainedOn").EnumerateArray().Select(corpus => corpus.GetString() ?? "").ToEquatableArray();
            var card = new ModelCard(Field(root, "model"), Field(root, "sha256"), corpora, Field(root, "licence"));
            return corpora.Count > 0 ? card : throw new FormatException("Not a model's card: it names no corpus.");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Not a model's card: {wrong.Message}", wrong);
        }
    }

    private static string Field(JsonElement root, string name) => root.GetProperty(name).GetString() is { Length: > 0 } value
        ? value
        : throw new FormatException($"Not a model's card: '{name}' is empty.");
}
