using Chancery.Record;
using Chancery.Store;
using Chancery.Tests.Record;
using NodaTime;

namespace Chancery.Tests.Store;

public sealed class SearchTests : IDisposable
{
    private readonly RecordStore _store = RecordStore.InMemory();

    public SearchTests()
    {
        _store.Append(EveryKind.Reading, "envoy.txt", Instant.FromUtc(2021, 8, 20, 12, 0));
        foreach (var number in Enumerable.Range(1, 5)) Samples.Append(_store, number);
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("spokesman", "report")]
    [InlineData("SPOKESMEN -spokesman", "")]
    [InlineData("\"will not close\"", "report,statement")]
    [InlineData("\"close not\"", "")]
    [InlineData("unicode", "report")]
    [InlineData("crossing refugee eastmark kind:report", "report")]
    [InlineData("kind:mission", "mission")]
    [InlineData("kind:missions kind:Pledge", "mission,pledge")]
    [InlineData("actor:envoy", "statement")]
    [InlineData("actor:\"harbour council\"", "entity,pledge")]
    [InlineData("place:sundale kind:event", "event")]
    [InlineData("outlet:\"Sundale Courier\" kind:control", "control")]
    [InlineData("outlet:harbour kind:control", "control")]
    [InlineData("from:2021-08-16", "control,entity,event,figure,mission,pledge,position,report,statement")]
    [InlineData("from:2021-08-17", "")]
    [InlineData("from:2021-09 embassy", "")]
    [InlineData("to:2020 embassy", "")]
    [InlineData("from:2021-08 to:2021-08 envoy kind:statement", "statement")]
    [InlineData("embassy -spokesman kind:report", "")]
    [InlineData("nothing-of-that-kind", "")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("-embassy", "")]
    [InlineData("\"", "")]
    [InlineData("--- !!! ???", "")]
    public void Query_finds_lines_of_these_kinds(string typed, string kinds) =>
        Assert.Equal(kinds, string.Join(',', Search(typed).Hits
            .Where(hit => hit.Report == EveryKind.Report.Id).Select(hit => hit.Kind).Order(StringComparer.Ordinal)));

    [Fact]
    public void Hit_says_where_it_stands_and_marks_the_words()
    {
        var hit = Search("embassy kind:statement").Hits.Single();

        Assert.Equal(EveryKind.Statement.Id, hit.Id);
        Assert.Equal(
            (EveryKind.Report.Id, "Embassy stays, envoy says", "The Sundale Courier", "envoy.txt", new LocalDate(2021, 8, 16)),
            (hit.Report, hit.Title, hit.Outlet, hit.Source, hit.Day!.Value));
        Assert.All(hit.Marks, mark => Assert.Equal("embassy", hit.Snippet[mark.Start..mark.End]));
        Assert.NotEmpty(hit.Marks);
        Assert.Contains(hit.Snippet, LineText(hit), StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_without_words_shows_the_beginning()
    {
        var hit = Search("kind:report from:2021-08-16").Hits.Single();

        Assert.StartsWith("The envoy of Norland said", hit.Snippet, StringComparison.Ordinal);
        Assert.EndsWith("…", hit.Snippet, StringComparison.Ordinal);
        Assert.Empty(hit.Marks);
    }

    [Fact]
    public void Pages_together_are_the_whole()
    {
        var whole = Search("refugees", 100);

        var pages = Enumerable.Range(0, 6).SelectMany(page => _store.Search(SearchQuery.Parse("refugees"), 3, page * 3).Hits);

        Assert.Equal(whole.Hits, pages);
        Assert.Equal(whole.Total, whole.Hits.Count);
        Assert.Equal(whole.Total, Search("refugees", 1).Total);
    }

    [Fact]
    public void Order_of_appending_does_not_change_what_is_found()
    {
        using var other = RecordStore.InMemory();
        foreach (var number in Enumerable.Range(1, 5).Reverse()) Samples.Append(other, number);
        other.Append(EveryKind.Reading, "envoy.txt", Instant.FromUtc(2022, 1, 1, 0, 0));

        foreach (var typed in (string[])["refugees", "kind:figure", "sundale courier"])
            Assert.Equal(Search(typed, 100), other.Search(SearchQuery.Parse(typed), 100));
    }

    [Theory]
    [InlineData("from:yesterday", "SE01")]
    [InlineData("to:2021-13", "SE01")]
    [InlineData("from:99999", "SE01")]
    [InlineData("to:", "SE01")]
    [InlineData("kind:rumour", "SE02")]
    public void Filter_that_is_not_understood_is_a_problem_and_not_applied(string typed, string code)
    {
        Assert.Equal(code, Assert.Single(SearchQuery.Parse(typed).Problems).Code);
        Assert.NotEmpty(Search($"{typed} embassy").Hits);
    }

    [Fact]
    public void Query_that_is_too_long_is_cut()
    {
        Assert.Equal("SE03", Assert.Single(SearchQuery.Parse(new string('a', 100_000)).Problems).Code);
        var many = SearchQuery.Parse(string.Join(' ', Enumerable.Range(0, 400)));
        Assert.Equal((50, "SE03"), (many.Words.Count, Assert.Single(many.Problems).Code));
        Assert.Empty(_store.Search(many).Hits);
    }

    [Fact]
    public void Anything_typed_is_harmless()
    {
        string[] parts = [
            "\"", "'", "*", "(", ")", "{", "}", "AND", "OR", "NOT", "NEAR(", "NEAR/2", "^", "+", "-", ":", "kind:", "actor:", "actor:\"", "body:",
            "title : x", "place:-", "from:", "to:\"2021\"", "\0", "\u0002", "\u0003", "\uD83D", "🚢", "½", "é", "%", ";--", "DROP TABLE report", "embassy",
            " ", "\n", "\u00A0", "search", "rank", "{title}", "x*", "İ", "\u0301", "中文", "\\", "@match", "$1",
        ];
        var random = new Random(11);
        for (var round = 0; round < 400; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            foreach (var hit in Search(typed).Hits)
                Assert.All(hit.Marks, mark => Assert.True(mark.End <= hit.Snippet.Length && !mark.IsEmpty, typed));
        }
        Assert.Equal(6, _store.Counts().Reports);
    }

    private SearchPage Search(string typed, int limit = 20) => _store.Search(SearchQuery.Parse(typed), limit);

    private static string LineText(SearchHit hit) => hit.Kind == "statement" ? LineColumns.Text(EveryKind.Statement) : "";
}
