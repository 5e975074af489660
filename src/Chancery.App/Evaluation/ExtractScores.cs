using System.Globalization;
using System.Text;

namespace Chancery.App.Evaluation;

/// <summary>What is known of a page by its gold lines; what is <see langword="null"/> or empty is not measured on it.</summary>
/// <param name="Body">The article's text.</param>
/// <param name="With">Phrases that must be in it.</param>
/// <param name="Without">Phrases that must not.</param>
/// <param name="Title">The headline.</param>
/// <param name="Authors">Who signed it.</param>
/// <param name="Date">The day of publication, ISO.</param>
internal sealed record ExtractGold(string? Body, IReadOnlyList<string> With, IReadOnlyList<string> Without, string? Title, IReadOnlyList<string> Authors, string? Date);

/// <summary>What was read of a page; an empty answer where no report could be made.</summary>
/// <param name="Text">The article's text.</param>
/// <param name="Title">The headline.</param>
/// <param name="Authors">Who signed it.</param>
/// <param name="Date">The day of publication, ISO; only if it is one day.</param>
internal sealed record ExtractAnswer(string Text, string? Title, IReadOnlyList<string> Authors, string? Date);

/// <summary>
/// The measures of <c>extract/score_extract.py</c>: bags of four-word shingles, with precision and recall averaged over pages
/// (the definition of scrapinghub's article-extraction-benchmark); phrases found and absent; days, titles and authors exact.
/// </summary>
internal sealed class ExtractScores
{
    private readonly List<double> _precisions = [];
    private readonly List<double> _recalls = [];
    private (int Right, int All) _phrases, _titles, _authors;
    private (int Right, int Answered, int All) _dates;

    public void Add(ExtractGold gold, ExtractAnswer answer)
    {
        if (gold.Body is { } body) AddBody(Shingles(body), Shingles(answer.Text));
        AddPhrases(gold, Spaced(answer.Text));
        if (gold.Title is { Length: > 0 } title) _titles = (_titles.Right + (Fold(title) == Fold(answer.Title) ? 1 : 0), _titles.All + 1);
        if (gold.Authors.Count > 0) _authors = (_authors.Right + (Set(gold.Authors).SetEquals(Set(answer.Authors)) ? 1 : 0), _authors.All + 1);
        if (gold.Date is { Length: >= 10 } day)
            _dates = (_dates.Right + (answer.Date == day[..10] ? 1 : 0), _dates.Answered + (answer.Date is null ? 0 : 1), _dates.All + 1);
    }

    /// <summary>The scores by name, in per cent; what nothing was measured on is absent.</summary>
    public OrderedDictionary<string, double> ToDictionary()
    {
        var scores = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        if (_precisions.Count + _recalls.Count > 0) AddBodyScores(scores);
        if (_phrases.All > 0) scores["phrases"] = Percent(_phrases.Right, _phrases.All);
        if (_titles.All > 0) scores["title"] = Percent(_titles.Right, _titles.All);
        if (_authors.All > 0) scores["authors"] = Percent(_authors.Right, _authors.All);
        if (_dates.All == 0) return scores;
        scores["datePrecision"] = Percent(_dates.Right, Math.Max(1, _dates.Answered));
        scores["dateRecall"] = Percent(_dates.Right, _dates.All);
        return scores;
    }

    private void AddBodyScores(OrderedDictionary<string, double> scores)
    {
        var (precision, recall) = (_precisions.DefaultIfEmpty(0).Average(), _recalls.DefaultIfEmpty(0).Average());
        scores["precision"] = Math.Round(100 * precision, 4);
        scores["recall"] = Math.Round(100 * recall, 4);
        scores["f1"] = precision + recall > 0 ? Math.Round(200 * precision * recall / (precision + recall), 4) : 0;
    }

    private void AddBody(Dictionary<string, int> gold, Dictionary<string, int> answer)
    {
        var shared = gold.Sum(pair => Math.Min(pair.Value, answer.GetValueOrDefault(pair.Key)));
        var (extra, missed) = (answer.Values.Sum() - shared, gold.Values.Sum() - shared);
        if (shared + extra > 0) _precisions.Add(shared / (double)(shared + extra));
        if (shared + missed > 0) _recalls.Add(shared / (double)(shared + missed));
    }

    private void AddPhrases(ExtractGold gold, string text)
    {
        var right = gold.With.Count(phrase => text.Contains(Spaced(phrase), StringComparison.Ordinal)) +
            gold.Without.Count(phrase => !text.Contains(Spaced(phrase), StringComparison.Ordinal));
        _phrases = (_phrases.Right + right, _phrases.All + gold.With.Count + gold.Without.Count);
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        const int length = 4;
        var words = Words(text);
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(Math.Min(1, words.Count), words.Count - length + 1); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(length));
            bag[shingle] = bag.GetValueOrDefault(shingle) + 1;
        }

        return bag;
    }

    /// <summary>Runs of letters, numbers and low lines, as a regular expression's <c>\w+</c> finds them in Python.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_') word.Append(rune.ToString());
            else Close(words, word);
        }

        Close(words, word);
        return words;
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }

    private static string Fold(string? text) => string.Join(' ', Words((text ?? "").ToLower(CultureInfo.InvariantCulture)));

    private static HashSet<string> Set(IEnumerable<string> names) => [.. names.Select(name => Fold(name))];

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static double Percent(int right, int all) => Math.Round(100.0 * right / all, 4);
}
