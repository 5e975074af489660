using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Html;

namespace Chancery.Tests.Extraction.Intake.Html;

/// <summary>Pages of one site read together.</summary>
public class SitePagesTests
{
    private const string Slogan = "The Riverland Post has told the truth about the river since the year of the great flood, and will go on doing so.";

    private static RawDocument Page(int number, string address) =>
        new($"{number}.html", Pages.Bytes(Pages.Page($"<main><article><h1>Story of number {number}</h1>{Pages.Paragraphs(4, number * 10)}<p>{Slogan}</p>{Pages.Paragraphs(2, number * 10 + 4)}</article></main>", title: $"Story of number {number}")), Address: address);

    [Fact]
    public void What_most_pages_of_a_site_repeat_is_cut_as_furniture()
    {
        var pages = Enumerable.Range(1, 4).Select(number => Page(number, $"https://post.example/story-{number}")).ToList();
        Assert.Contains(Slogan, Assert.Single(Formats.Read(pages[0]).Reports).Text, StringComparison.Ordinal);
        var reports = SitePages.Read(pages).Select(result => Assert.Single(result.Reports)).ToList();
        Assert.All(reports, report => Assert.DoesNotContain(Slogan, report.Text, StringComparison.Ordinal));
        Assert.All(reports, report => Assert.Contains(Slogan, string.Join('\n', Incoming.Cut(report, "furniture")), StringComparison.Ordinal));
    }

    [Fact]
    public void Order_of_the_pages_changes_nothing()
    {
        var pages = Enumerable.Range(1, 4).Select(number => Page(number, $"https://post.example/story-{number}")).ToList();
        Assert.Equal(SitePages.Read(pages), SitePages.Read([.. pages.AsEnumerable().Reverse()]).Reverse());
    }

    [Fact]
    public void Two_pages_or_other_sites_tell_nothing_of_each_other()
    {
        var pages = Enumerable.Range(1, 4).Select(number => Page(number, $"https://post{number / 2}.example/story-{number}")).ToList();
        Assert.All(SitePages.Read(pages), result => Assert.Contains(Slogan, Assert.Single(result.Reports).Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_of_one_article_become_one_report()
    {
        var results = SitePages.Read([Page(2, "https://post.example/long-story/page/2"), Page(1, "https://post.example/long-story?page=1"), Page(3, "https://post.example/other-story")]);
        Assert.Equal("IN40", Assert.Single(results[0].Refusals).Code);
        Assert.Single(results[2].Reports);
        var first = Assert.Single(SitePages.Read([Page(1, "https://post.example/long-story/page/1"), Page(2, "https://post.example/long-story/page/2")])[1].Refusals);
        Assert.Equal(RefusalCodes.FurtherPage, first.Code);
    }

    [Theory]
    [InlineData("https://h.example/a/page/2", "h.example/a", 2)]
    [InlineData("https://h.example/a?page=3&x=1", "h.example/a?x=1", 3)]
    [InlineData("https://h.example/a-long-name/4/", "h.example/a-long-name", 4)]
    [InlineData("https://h.example/2020/3", "h.example/2020/3", 1)]
    [InlineData("mailto:a@h.example", null, 1)]
    public void Address_tells_the_page(string address, string? article, int number) => Assert.Equal((article, number), PageNumber.Of(address));
}
