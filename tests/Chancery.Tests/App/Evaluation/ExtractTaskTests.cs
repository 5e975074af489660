using Chancery.App.Evaluation;

namespace Chancery.Tests.App.Evaluation;

public class ExtractTaskTests
{
    private static readonly ExtractGold Gold = new("one two three four five six", ["two three"], ["menu"], "The Title", ["Ann Lee", "Bo Kim"], "2021-08-16T10:00");

    [Fact]
    public void Equal_answer_scores_a_hundred_everywhere()
    {
        var scores = Score(new ExtractAnswer("one two three four, five six", "the title!", ["bo kim", "Ann  Lee"], "2021-08-16"));
        Assert.All(scores.Values, score => Assert.Equal(100, score));
        Assert.Equal(["authors", "authorsPrecision", "datePrecision", "dateRecall", "f1", "phrases", "phrasesF1", "precision", "recall", "title", "words"], scores.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Shingles_of_four_words_are_counted_as_bags()
    {
        // Gold has the shingles 1234 2345 3456; the answer 1234 2345 and two that are not there.
        var scores = Score(new ExtractAnswer("one two three four five menu x", null, [], null));
        Assert.Equal(50, scores["precision"]);
        Assert.Equal(66.6667, scores["recall"]);
        Assert.Equal(57.1429, scores["f1"]);
        Assert.Equal(50, scores["phrases"]);
    }

    [Fact]
    public void Empty_answer_costs_recall_and_not_precision()
    {
        var scores = new ExtractScores();
        scores.Add(Gold, new ExtractAnswer("one two three four five six", null, [], "2021-08-17"));
        scores.Add(Gold, new ExtractAnswer("", null, [], null));
        var all = scores.ToDictionary();
        Assert.Equal(100, all["precision"]);
        Assert.Equal(50, all["recall"]);
        Assert.Equal(0, all["datePrecision"]);
        Assert.Equal(0, all["dateRecall"]);
    }

    [Fact]
    public void Pages_are_read_from_the_folder_and_what_lies_beside_the_gold_is_used()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-extract").FullName;
        var gold = Path.Combine(folder, "x.gold.jsonl");
        File.WriteAllText(gold, """{"id":"a","file":"pages/a.html","body":"The bridge was closed on Monday, the mayor of Veldt said, and it stays so until the spring."}""" + "\n");
        File.WriteAllText(Path.Combine(folder, "meta.jsonl"), """{"id":"a","title":"Bridge closed"}""" + "\n");
        File.WriteAllText(Path.Combine(folder, "a.html"), "<html><head><title>Bridge closed</title></head><body><h1>Bridge closed</h1><article><p>The bridge was closed on Monday, the mayor of Veldt said, and it stays so until the spring.</p></article></body></html>");
        using var reader = File.OpenText(gold);
        using var output = new StringWriter();
        var (result, misses) = new ExtractTask(gold, folder).Run(reader, output);
        Assert.StartsWith("text a: 1.000", Assert.Single(misses));
        Assert.Equal(1, result.Items);
        Assert.Equal(100, result.Scores["f1"]);
        Assert.Equal(100, result.Scores["title"]);
        Assert.Contains("\"id\":\"a\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_page_is_named() => Assert.Contains("b.html", Assert.Throws<FormatException>(() =>
        new ExtractTask("x.gold.jsonl", Path.GetTempPath()).Run(new StringReader("""{"id":"b","file":"pages/b.html","body":""}"""), null)).Message, StringComparison.Ordinal);

    private static OrderedDictionary<string, double> Score(ExtractAnswer answer)
    {
        var scores = new ExtractScores();
        scores.Add(Gold, answer);
        return scores.ToDictionary();
    }
}
