using NodaTime;

namespace Chancery.Tests.Extraction.Intake.Html;

/// <summary>The day of publication on pages: which places speak, and what they are worth against each other.</summary>
public class DayTests
{
    [Theory]
    [InlineData("<p class=\"date\">4 March 2020</p>", "2020-03-04")]
    [InlineData("<time datetime=\"2020-03-04T10:00:00Z\">this morning</time>", "2020-03-04")]
    [InlineData("<p>Veröffentlicht am 04.03.2020</p>", "2020-03-04")]
    [InlineData("<p>Publicado el 4 de marzo de 2020</p>", "2020-03-04")]
    [InlineData("<p>Updated 4 March 2020</p>", "2020-03-04")]
    [InlineData("<p>Published 4 March 2020, updated 9 March 2020</p>", "2020-03-04")]
    [InlineData("<p>Updated 9 March 2020. Published 4 March 2020</p>", "2020-03-04")]
    [InlineData("<p>Harbour newsMARCH 4, 2020Updated: MARCH 9, 2020</p>", "2020-03-04")]
    [InlineData("<p>4 March 202010:25</p>", "2020-03-04")]
    public void Line_beside_the_headline_gives_the_day(string line, string day)
    {
        var report = Incoming.Page(Pages.Page(Pages.Article(5, line)));
        Assert.Equal((day, "byline-line"), (Incoming.Day(report), report.Published?.Basis));
    }

    [Fact]
    public void Days_in_the_tail_alone_are_nobody_s()
    {
        var report = Incoming.Page(Pages.Page(Pages.Article(5, "", "<div class=\"related\"><h2>Related stories</h2><p><a href=\"/x\">Ferry line to reopen</a> 12 May 2024</p></div>")));
        Assert.Null(report.Published);
    }

    [Theory]
    [InlineData("en", "https://post.example/bridge", null)]
    [InlineData("en-GB", "https://post.example/bridge", "2023-06-05")]
    [InlineData("en-US", "https://post.example/bridge", "2023-05-06")]
    [InlineData("en", "https://post.co.uk/bridge", "2023-06-05")]
    [InlineData("de", "https://post.example/bridge", "2023-06-05")]
    public void Order_of_day_and_month_is_the_outlet_s_or_open(string language, string address, string? day)
    {
        var html = Pages.Page(Pages.Article(5, "<p class=\"date\">05/06/2023</p>")).Replace("lang=\"en\"", $"lang=\"{language}\"", StringComparison.Ordinal);
        var report = Incoming.Page(html, address);
        Assert.Equal(day, Incoming.Day(report));
        if (day is null) Assert.Equal((new LocalDate(2023, 5, 6), new LocalDate(2023, 6, 5)), (report.Published!.From, report.Published.To));
    }

    [Fact]
    public void Day_under_the_headline_goes_before_the_page_s_own_above_it()
    {
        var html = Pages.Page("<div>Thursday, 5 March 2020</div>" + Pages.Article(5, "<p>Published on 4 March 2020</p>"));
        Assert.Equal("2020-03-04", Incoming.Day(Incoming.Page(html)));
    }

    [Fact]
    public void Edition_in_the_address_tells_the_order_of_day_and_month() =>
        Assert.Equal("2023-06-05", Incoming.Day(Incoming.Page(Pages.Page(Pages.Article(5, "<p class=\"date\">05/06/2023</p>")), "https://post.example/en-gb/bridge")));

    [Theory]
    [InlineData("<p>4 March 2020, 10:15</p>", "", "2020-03-04")]
    [InlineData("<p>4 March 2020, 10:15</p>", "<p>9 March 2020</p>", null)]
    public void Lone_day_far_from_the_text_counts_and_of_several_none(string one, string other, string? day)
    {
        var menu = string.Concat(Enumerable.Range(0, 20).Select(number => $"<div>Part {number}</div>"));
        Assert.Equal(day, Incoming.Day(Incoming.Page(Pages.Page(Pages.Article() + menu + one + other))));
    }

    [Fact]
    public void Open_order_is_settled_by_another_place()
    {
        var html = Pages.Page(Pages.Article(5, "<p class=\"date\">05/06/2023</p>"), "<meta property=\"article:published_time\" content=\"2023-05-06T08:00:00Z\">");
        Assert.Equal("2023-05-06", Incoming.Day(Incoming.Page(html)));
    }

    [Fact]
    public void Instant_in_utc_yields_to_the_local_day_that_a_reader_sees()
    {
        const string Head = "<meta property=\"article:published_time\" content=\"2020-03-05T03:30:00Z\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge closed to lorries\",\"datePublished\":\"2020-03-05T03:30:00Z\"}</script>";
        Assert.Equal("2020-03-04", Incoming.Day(Incoming.Page(Pages.Page(Pages.Article(5, "<p class=\"date\">March 4, 2020, 7:30 pm PST</p>"), Head))));
        Assert.Equal("2020-03-05", Incoming.Day(Incoming.Page(Pages.Page(Pages.Article(), Head))));
        var other = Head.Replace("\"2020-03-05T03:30:00Z\"}", "\"Thu, 05 Mar 2020 03:30:00 GMT\"}", StringComparison.Ordinal);
        Assert.Equal("2020-03-04", Incoming.Day(Incoming.Page(Pages.Page(Pages.Article(5, "<p class=\"date\">March 4, 2020, 7:30 pm PST</p>"), other))));
    }

    [Theory]
    [InlineData("https://h.example/2020-03/04/c_112.htm", "2020-03-04")]
    [InlineData("https://h.example/news/2020-03-04-bridge-closed", "2020-03-04")]
    [InlineData("https://h.example/20200304/bridge", "2020-03-04")]
    [InlineData("https://h.example/version-2020-03-049", null)]
    public void Address_gives_a_day_at_the_edge_of_its_parts(string address, string? day) =>
        Assert.Equal(day, Incoming.Day(Incoming.Page(Pages.Page(Pages.Article()), address)));

    [Fact]
    public void Structured_data_of_a_page_that_is_no_article_say_a_day_too() =>
        Assert.Equal("2020-03-04", Incoming.Day(Incoming.Page(Pages.Page(Pages.Article(), "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"datePublished\":\"2020-03-04\"}</script>"))));

    [Fact]
    public void Day_after_the_retrieval_is_none()
    {
        var html = Pages.Page(Pages.Article(), "<meta property=\"article:published_time\" content=\"2031-01-01\">");
        Assert.Null(Assert.Single(Incoming.Read(Pages.Bytes(html), "page.html", retrieved: Instant.FromUtc(2024, 1, 1, 0, 0)).Reports).Published);
    }
}
