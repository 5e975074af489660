using System.Globalization;
using System.Text.Json;
using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Learning;

namespace Chancery.App.Evaluation;

/// <summary>A document of the coreference corpus, with the treebank's words and trees of the same document.</summary>
/// <param name="Id">As both name it.</param>
/// <param name="Genre">As the corpus names it.</param>
/// <param name="Treebank">The treebank's document.</param>
/// <param name="Mentions">The mentions as people marked them, by tokens of the document.</param>
internal sealed record CorefText(string Id, string Genre, TreebankDocument Treebank, IReadOnlyList<MarkedMention> Mentions)
{
    /// <summary>The text with the treebank's layers.</summary>
    public Document Gold()
    {
        var cut = Treebank.Cut();
        return cut.With(Treebank.TagsOf(cut)).With(Treebank.LemmasOf(cut)).With(Treebank.DependenciesOf(cut));
    }

    /// <summary>The text with the treebank's tokens and sentences alone.</summary>
    public Document Words() => Treebank.Cut();
}

/// <summary>Reads the bench's JSONL of coreference together with the treebank that has the same documents.</summary>
internal static class CorefCorpus
{
    private static readonly string[] Kinds = ["abstract", "person", "place", "organization", "object", "event", "time", "substance", "animal", "plant"];

    /// <summary>The documents in the corpus's order.</summary>
    /// <exception cref="FormatException">A line is not of this form, or the two do not have the same words.</exception>
    public static IEnumerable<CorefText> Read(TextReader corpus, TextReader treebank)
    {
        var trees = ConlluReader.Read(treebank).ToDictionary(document => document.Id, StringComparer.Ordinal);
        while (corpus.ReadLine() is { } line)
        {
            CorefText text;
            try
            {
                using var json = JsonDocument.Parse(line);
                text = Read(json.RootElement, trees);
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"not a document of coreference: {wrong.Message}", wrong);
            }

            yield return text;
        }
    }

    private static CorefText Read(JsonElement json, Dictionary<string, TreebankDocument> trees)
    {
        var id = json.GetProperty("id").GetString()!;
        if (!trees.TryGetValue(id, out var tree)) throw new FormatException($"the treebank has no document {id}.");
        var starts = new List<int>();
        var count = 0;
        foreach (var (words, sentence) in json.GetProperty("sents").EnumerateArray().Zip(tree.Sentences))
        {
            if (!words.EnumerateArray().Select(word => word.GetString()).SequenceEqual(sentence.Words.Select(word => word.Form))) throw new FormatException($"{id}: the treebank has other words.");
            starts.Add(count);
            count += sentence.Words.Length;
        }

        var mentions = json.GetProperty("mentions").EnumerateArray().Select(mention => Mention(mention, starts)).ToList();
        return new CorefText(id, json.GetProperty("genre").GetString()!, tree, mentions);
    }

    private static MarkedMention Mention(JsonElement json, List<int> starts)
    {
        var start = starts[json.GetProperty("sent").GetInt32()];
        // Our own crisis news says nothing of kinds.
        var kind = json.TryGetProperty("type", out var type) ? Math.Max(0, Array.IndexOf(Kinds, type.GetString())) : 0;
        return new MarkedMention(
            start + json.GetProperty("start").GetInt32(), start + json.GetProperty("end").GetInt32() + 1,
            int.Parse(json.GetProperty("e").GetString()!, CultureInfo.InvariantCulture), (EntityKind)kind);
    }
}
