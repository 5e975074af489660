namespace Chancery.App.Evaluation;

/// <summary>
/// The measures of <c>extract/score_extract.py</c>: bags of four-word shingles, with precision and recall averaged over pages
/// (the definition of scrapinghub's article-extraction-benchmark); phrases found and absent; days, titles and authors exact.
/// Beside them each corpus' own: F1 of words, averaged (WCXB); F1 of phrases (trafilatura); ROUGE-LSum (fundus).
/// </summary>
internal sealed class ExtractScores
{
    private const int Shingle = 4;
    private readonly List<double> _precisions = [];
    private readonly List<double> _recalls = [];
    private readonly List<double> _words = [];
    private readonly List<double> _rouge = [];
    private (int Found, int Missed, int Wrong, int Absent) _phrases;
    private (int Right, int All) _titles;
    private (int Right, int Answered, int All) _dates, _authors;

    /// <summary>Counts a page.</summary>
    /// <returns>How well its text was found, 0–1; 1 where nothing is known of it.</returns>
    public double Add(ExtractGold gold, ExtractAnswer answer)
    {
        var text = answer.TextFor(gold);
        var body = gold.Body is { } known ? AddBody(known, text) : 1;
        if (gold.Paragraphs.Count > 0) _rouge.Add(Rouge.LSum(gold.Paragraphs, gold.Optional, text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var phrases = AddPhrases(gold, Spaced(text));
        AddFacts(gold, answer);
        return gold.Body is null ? phrases : body;
    }

    /// <summary>The scores by name, in per cent; what nothing was measured on is absent.</summary>
    public OrderedDictionary<string, double> ToDictionary()
    {
        var scores = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        if (_precisions.Count + _recalls.Count > 0) AddBodyScores(scores);
        if (_words.Count > 0) scores["words"] = Math.Round(100 * _words.Average(), 4);
        if (_rouge.Count > 0) scores["rouge"] = Math.Round(100 * _rouge.Average(), 4);
        if (_phrases is var (found, missed, wrong, absent) && found + missed + wrong + absent > 0)
        {
            scores["phrases"] = Percent(found + absent, found + missed + wrong + absent);
            scores["phrasesF1"] = Math.Round(100 * WordBag.F1((found, wrong, missed)), 4);
        }

        if (_titles.All > 0) scores["title"] = Percent(_titles.Right, _titles.All);
        AddAnswered(scores, "authors", "authorsPrecision", _authors);
        AddAnswered(scores, "dateRecall", "datePrecision", _dates);
        return scores;
    }

    /// <summary>True if the title is the gold's but for case and punctuation.</summary>
    public static bool HasTitle(ExtractGold gold, ExtractAnswer answer) => WordBag.Fold(gold.Title) == WordBag.Fold(answer.Title);

    /// <summary>True if the authors are the gold's, in any order.</summary>
    public static bool HasAuthors(ExtractGold gold, ExtractAnswer answer) => Set(gold.Authors).SetEquals(Set(answer.Authors));

    /// <summary>True if the day is the gold's.</summary>
    public static bool HasDate(ExtractGold gold, ExtractAnswer answer) => gold.Date is { Length: >= 10 } day && answer.Date == day[..10];

    private static void AddAnswered(OrderedDictionary<string, double> scores, string recall, string precision, (int Right, int Answered, int All) counts)
    {
        if (counts.All == 0) return;
        scores[recall] = Percent(counts.Right, counts.All);
        scores[precision] = Percent(counts.Right, Math.Max(1, counts.Answered));
    }

    private void AddBodyScores(OrderedDictionary<string, double> scores)
    {
        var (precision, recall) = (_precisions.DefaultIfEmpty(0).Average(), _recalls.DefaultIfEmpty(0).Average());
        scores["precision"] = Math.Round(100 * precision, 4);
        scores["recall"] = Math.Round(100 * recall, 4);
        scores["f1"] = precision + recall > 0 ? Math.Round(200 * precision * recall / (precision + recall), 4) : 0;
    }

    private double AddBody(string gold, string answer)
    {
        var (expected, found) = (WordBag.Words(gold), WordBag.Words(answer));
        var counts = WordBag.Compare(WordBag.Of(expected, Shingle), WordBag.Of(found, Shingle));
        var (shared, extra, missed) = counts;
        if (shared + extra > 0) _precisions.Add(shared / (double)(shared + extra));
        if (shared + missed > 0) _recalls.Add(shared / (double)(shared + missed));
        _words.Add(WordBag.F1(WordBag.Compare(WordBag.Of(Lower(expected), 1), WordBag.Of(Lower(found), 1))));
        return WordBag.F1(counts);
    }

    private double AddPhrases(ExtractGold gold, string text)
    {
        var found = gold.With.Count(phrase => text.Contains(Spaced(phrase), StringComparison.Ordinal));
        var wrong = gold.Without.Count(phrase => text.Contains(Spaced(phrase), StringComparison.Ordinal));
        var (missed, absent) = (gold.With.Count - found, gold.Without.Count - wrong);
        _phrases = (_phrases.Found + found, _phrases.Missed + missed, _phrases.Wrong + wrong, _phrases.Absent + absent);
        return (found + absent) / (double)Math.Max(1, gold.With.Count + gold.Without.Count);
    }

    private void AddFacts(ExtractGold gold, ExtractAnswer answer)
    {
        if (gold.Title is { Length: > 0 }) _titles = (_titles.Right + One(HasTitle(gold, answer)), _titles.All + 1);
        if (gold.Authors.Count > 0) _authors = (_authors.Right + One(HasAuthors(gold, answer)), _authors.Answered + One(answer.Authors.Count > 0), _authors.All + 1);
        if (gold.Date is { Length: >= 10 }) _dates = (_dates.Right + One(HasDate(gold, answer)), _dates.Answered + One(answer.Date is not null), _dates.All + 1);
    }

    private static int One(bool right) => right ? 1 : 0;

    private static List<string> Lower(List<string> words) => words.ConvertAll(word => word.ToLowerInvariant());

    private static HashSet<string> Set(IEnumerable<string> names) => [.. names.Select(name => WordBag.Fold(name))];

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static double Percent(int right, int all) => Math.Round(100.0 * right / all, 4);
}
