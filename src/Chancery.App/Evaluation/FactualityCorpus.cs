using System.Text.Json;
using Chancery.Text;
using Chancery.Text.Factuality;
using Chancery.Text.Learning;

namespace Chancery.App.Evaluation;

/// <summary>A sentence with predicates to which people gave values.</summary>
/// <param name="Id">As the corpus names it.</param>
/// <param name="Words">Its words as document with tokens and one sentence; the corpus' words and the tokens share their index.</param>
/// <param name="Predicates">In the corpus' order.</param>
internal sealed record FactualitySentence(string Id, Document Words, IReadOnlyList<ValuedPredicate> Predicates);

/// <summary>Reads the bench's JSON lines of factuality: <c>sent_id</c>, <c>tokens</c>, <c>targets</c> with <c>start</c> and <c>value</c> (-3 to 3).</summary>
internal static class FactualityCorpus
{
    /// <summary>The sentences in the corpus's order.</summary>
    /// <exception cref="FormatException">A line is not of this form.</exception>
    public static IEnumerable<FactualitySentence> Read(TextReader corpus)
    {
        while (corpus.ReadLine() is { } line)
        {
            FactualitySentence sentence;
            try
            {
                using var json = JsonDocument.Parse(line);
                sentence = Read(json.RootElement);
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"not a sentence of factuality: {wrong.Message}", wrong);
            }

            yield return sentence;
        }
    }

    private static FactualitySentence Read(JsonElement json)
    {
        var id = json.GetProperty("sent_id").GetString()!;
        var words = json.GetProperty("tokens").EnumerateArray().Select(token => AsWritten(token.GetString()!)).ToList();
        var predicates = json.GetProperty("targets").EnumerateArray()
            .Select(target => new ValuedPredicate(target.GetProperty("start").GetInt32(), target.GetProperty("value").GetDouble())).ToList();
        if (predicates.Exists(predicate => predicate.Token < 0 || predicate.Token >= words.Count)) throw new FormatException($"{id}: a target lies outside the sentence.");
        return new FactualitySentence(id, Cut(id, words), predicates);
    }

    /// <summary>The marks of the Penn treebank as people write them.</summary>
    private static string AsWritten(string token) => token switch
    {
        "``" or "''" => "\"",
        "-LRB-" => "(",
        "-RRB-" => ")",
        _ => token,
    };

    private static Document Cut(string id, List<string> words)
    {
        var sentence = new TreebankSentence(
            string.Join(' ', words), BeginsParagraph: true,
            [.. words.Select((word, i) => new TreebankToken(word, i, 1, IsSpaceAfter: true))],
            [.. words.Select(word => new TreebankWord(word, "_", "X", "_", "_", 0, "root"))]);
        return new TreebankDocument(id, [sentence]).Cut();
    }
}
