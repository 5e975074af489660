using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Record.Versions;

namespace Chancery.Tests.Record.Versions;

public class ReportDifferenceTests
{
    private const string First = "The harbour is open.";
    private const string Second = "Ten ships left on Monday, the harbour master said.";
    private const string Third = "Rain is expected.";

    private static Report Version(string id, string? title, params string[] paragraphs) => new()
    {
        Id = id,
        Source = "https://news.test/a",
        Sha256 = "",
        Title = title,
        Text = string.Join("\n\n", paragraphs),
    };

    private static string Shown(ReportDifference difference) => string.Join(' ', difference.Paragraphs.Select(paragraph => paragraph.Kind));

    [Fact]
    public void Same_words_differ_in_nothing() =>
        Assert.True(ReportDifference.Between(Version("a", "T", First, Second), Version("b", "T", First, Second)).IsEmpty);

    [Fact]
    public void Paragraph_that_was_changed_shows_its_words()
    {
        var difference = ReportDifference.Between(
            Version("a", "Ships leave", First, Second, Third),
            Version("b", "Ships leave harbour", First, "Twelve ships left on Monday, the harbour master said.", Third));

        Assert.Equal("same changed same", Shown(difference));
        Assert.Equal(
            [new WordChange("gone", "Ten "), new WordChange("new", "Twelve "), new WordChange("same", "ships left on Monday, the harbour master said.")],
            difference.Paragraphs[1].Words.ToArray());
        Assert.Equal("changed", difference.Title.Kind);
        Assert.False(difference.IsEmpty);
    }

    [Fact]
    public void Paragraphs_that_went_and_came_are_told_apart_from_changed_ones()
    {
        var difference = ReportDifference.Between(Version("a", null, First, Second, Third), Version("b", null, First, "A curfew was declared in Sundale.", Third, "More follows."));
        Assert.Equal("same gone new same new", Shown(difference));
    }

    [Fact]
    public void Evidence_of_which_no_word_is_left_has_vanished()
    {
        var older = Version("rp-a", null, First, Second);
        var newer = Version("rp-b", null, First, "The harbour master said nothing.");
        Figure Of(string quote) => new() { Report = "rp-a", What = "ships", Evidence = [new Evidence("rp-a", older.Text.IndexOf(quote, StringComparison.Ordinal), older.Text.IndexOf(quote, StringComparison.Ordinal) + quote.Length, quote)] };
        var (gone, kept) = (Of("Ten ships"), Of("The harbour is open"));
        var both = gone with { Evidence = [.. gone.Evidence, .. kept.Evidence] };

        Assert.Equal([gone], ReportDifference.Between(older, newer).Vanished([gone, kept, both, gone with { Report = "rp-c" }]));
    }

    /// <summary>Whatever was changed: both texts can be had back, and what is kept is as long as it can be.</summary>
    [Fact]
    public void Both_versions_can_be_had_back_from_the_difference()
    {
        var random = new Random(11);
        for (var round = 0; round < 400; round++)
        {
            var older = Enumerable.Range(0, random.Next(0, 12)).Select(_ => Sentence(random)).ToList();
            var newer = older.Select(one => random.Next(4) == 0 ? one.Replace("a", "b", StringComparison.Ordinal) : one).Where(_ => random.Next(5) > 0).ToList();
            if (random.Next(2) == 0) newer.Insert(random.Next(newer.Count + 1), Sentence(random));
            var (before, after) = (Version("a", null, [.. older]), Version("b", null, [.. newer]));

            var difference = ReportDifference.Between(before, after);

            Assert.Equal(before.Text, string.Join("\n\n", difference.Paragraphs.Select(paragraph => paragraph.Older).OfType<string>()));
            Assert.Equal(after.Text, string.Join("\n\n", difference.Paragraphs.Select(paragraph => paragraph.Newer).OfType<string>()));
            foreach (var changed in difference.Paragraphs.Where(paragraph => paragraph.Kind == "changed"))
            {
                Assert.Equal(changed.Older, string.Concat(changed.Words.Where(word => word.Kind != "new").Select(word => word.Text)));
                Assert.Equal(changed.Newer, string.Concat(changed.Words.Where(word => word.Kind != "gone").Select(word => word.Text)));
            }
        }
    }

    [Fact]
    public void Alignment_keeps_the_longest_common_part()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            string[] Letters() => [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => random.Next(4).ToString())];
            var (older, newer) = (Letters(), Letters());
            Assert.Equal(Common(older, newer), Alignment.Of(older, newer).Count(step => step.IsKept));
        }
    }

    [Fact]
    public void Texts_with_nothing_in_common_cost_no_time()
    {
        var older = Version("a", null, [.. Enumerable.Range(0, 20_000).Select(i => $"a{i}")]);
        var newer = Version("b", null, [.. Enumerable.Range(0, 20_000).Select(i => $"b{i}")]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(40_000, ReportDifference.Between(older, newer).Paragraphs.Count);
        Assert.True(clock.ElapsedMilliseconds < 3_000, $"{clock.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("The ferry left Sundale at dawn today.", "the FERRY left Sundale, at dawn today", 1)]
    [InlineData("Yes.", "yes", 1)]
    [InlineData("Yes.", "No.", 0)]
    [InlineData("", "", 1)]
    [InlineData("One two three four five six seven eight nine.", "Nine eight seven six five four three two one.", 0)]
    public void Likeness_is_of_words(string left, string right, double likeness) => Assert.Equal(likeness, Likeness.Of(left, right));

    [Fact]
    public void Likeness_tells_an_edit_from_another_report()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{i}"));
        Assert.InRange(Likeness.Of(text, text.Replace("word50", "other", StringComparison.Ordinal)), 0.9, 0.99);
        Assert.InRange(Likeness.Of(text, string.Join(' ', Enumerable.Range(150, 200).Select(i => $"word{i}"))), 0.05, 0.3);
    }

    private static string Sentence(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"{(char)('a' + random.Next(5))}{random.Next(3)}"));

    private static int Common(string[] left, string[] right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i < left.Length; i++)
            for (var j = 0; j < right.Length; j++)
                rows[i + 1, j + 1] = left[i] == right[j] ? rows[i, j] + 1 : Math.Max(rows[i, j + 1], rows[i + 1, j]);
        return rows[left.Length, right.Length];
    }
}
