using System.Text;

namespace Chancery.Tests.Extraction.Intake.Html;

/// <summary>Pages whose shape misleads: each gives its article, whole and alone.</summary>
public class ArticleTests
{
    private static readonly string Teasers = string.Concat(Enumerable.Range(20, 9).Select(number =>
        $"<div class=\"card\"><a href=\"/story-{number}\"><h3>Another story of number {number} that nobody asked for</h3></a><p>{Pages.Sentence(number)} Read on to learn what the mayor of the next town had to say about it.</p></div>"));

    [Theory]
    [InlineData("<form id=\"aspnetForm\" method=\"post\">", "</form>")]
    [InlineData("<div class=\"newsletter-wrapper\">", "</div>")]
    [InlineData("<div class=\"page has-cookie-banner paywall\">", "</div>")]
    [InlineData("<div class=\"sharing_controls\">", "</div>")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    [InlineData("<div style=\"visibility:hidden\">", "</div>")]
    public void Wrapper_of_a_misleading_kind_costs_nothing(string open, string close)
    {
        var report = Incoming.Page(Pages.Page(open + Pages.Article() + close));
        Assert.Equal(Pages.Text(), report.Text);
        Assert.Equal("Old bridge closed to lorries", report.Title);
    }

    [Fact]
    public void Body_in_two_siblings_with_an_advertisement_between_is_one_text()
    {
        var body = $"<main><h1>Old bridge closed to lorries</h1><div class=\"story\">{Pages.Paragraphs(3)}</div><div class=\"ad-slot\"><p>Advertisement</p></div><div class=\"story\">{Pages.Paragraphs(3, 3)}</div></main>";
        Assert.Equal(Pages.Text(6), Incoming.Page(Pages.Page(body)).Text);
    }

    [Fact]
    public void Short_report_beside_long_teasers_is_the_report()
    {
        var report = Incoming.Page(Pages.Page($"<main><article><h1>Old bridge closed to lorries</h1>{Pages.Paragraphs(3)}</article><section class=\"related\"><h2>More stories</h2>{Teasers}</section></main>"));
        Assert.Equal(Pages.Text(3), report.Text);
    }

    [Fact]
    public void Furniture_of_a_site_does_not_become_text()
    {
        var body = Pages.Article(5, "<figure><img src=\"a.jpg\"><figcaption>The bridge on Tuesday. Photograph: Ann Ode/Kestrel</figcaption></figure>", $"<div class=\"newsletter\"><p>Sign up for our newsletter and get the news of the river every morning in your inbox.</p></div><aside class=\"related\"><h2>Related stories</h2>{Teasers}</aside><div class=\"comments\"><h3>Comments</h3><p>They should have closed it ten years ago, if you ask me.</p></div>");
        var report = Incoming.Page(Pages.Page(body));
        Assert.Equal(Pages.Text(), report.Text);
        Assert.Contains("Ann Ode/Kestrel", Assert.Single(Incoming.Cut(report, "caption")), StringComparison.Ordinal);
        Assert.Empty(report.Agencies);
    }

    [Fact]
    public void Standfirst_is_kept_beside_the_text()
    {
        const string Standfirst = "Two of seven arches are cracked, and nobody knows who will pay for the repair.";
        var report = Incoming.Page(Pages.Page(Pages.Article(5, $"<div class=\"standfirst\">{Standfirst}</div>"), $"<meta property=\"og:description\" content=\"{Standfirst}\">"));
        Assert.Equal(Pages.Text(), report.Text);
        Assert.Contains(Standfirst, Incoming.Cut(report, "summary"));
    }

    [Fact]
    public void First_paragraph_that_the_description_repeats_stays_in_the_text()
    {
        var html = Pages.Page(Pages.Article().Replace("<p>", "<p class=\"speakable\">", StringComparison.Ordinal).Replace($"<p class=\"speakable\">{Pages.Sentence(4)}", $"<p>{Pages.Sentence(4)}", StringComparison.Ordinal)
            .Replace($"<p class=\"speakable\">{Pages.Sentence(3)}", $"<p>{Pages.Sentence(3)}", StringComparison.Ordinal), $"<meta property=\"og:description\" content=\"{Pages.Sentence(0)}\">");
        Assert.Equal(Pages.Text(), Incoming.Page(html).Text);
    }

    [Theory]
    [InlineData("<div class=\"article-meta\"><h2 class=\"sub-headline\">Two of seven arches are cracked, and nobody knows who will pay for it</h2></div>")]
    [InlineData("<div class=\"top-box\">Two of seven arches are cracked, and nobody knows who will pay for it</div>")]
    public void Standfirst_among_the_lines_under_the_headline_is_kept_as_one(string line)
    {
        var report = Incoming.Page(Pages.Page($"<h1>Old bridge closed to lorries</h1>{line}<div>Share Print Listen</div><main>{Pages.Paragraphs(6)}</main>", "<meta name=\"description\" content=\"Two of seven arches are cracked, and nobody knows who will pay for it\">"));
        Assert.Equal(Pages.Text(6), report.Text);
        Assert.Contains("Two of seven arches are cracked, and nobody knows who will pay for it", Assert.Single(Incoming.Cut(report, "summary")), StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_of_another_article_is_not_this_one_s_standfirst()
    {
        var report = Incoming.Page(Pages.Page(Pages.Article() + "<ul><li><h3><a href=\"/x\">Ferry line to reopen</a></h3><div class=\"item-summary\">The ferry to the islands will run again from May, its owner said.</div></li></ul>"));
        Assert.Equal(Pages.Text(), report.Text);
        Assert.Empty(Incoming.Cut(report, "summary"));
    }

    [Fact]
    public void Question_that_returns_in_every_part_stays_and_what_is_there_twice_goes()
    {
        const string Question = "<p>What would you have done in the place of the council, had you known of the cracks?</p>";
        var report = Incoming.Page(Pages.Page(Pages.Article(1, "", string.Concat(Enumerable.Range(1, 5).Select(number => Question + Pages.Paragraphs(1, number))) + $"<p>{Pages.Sentence(2)}</p>")));
        Assert.Equal(5, report.Text.Split("What would you have done").Length - 1);
        Assert.Equal(2, report.Text.Split(Pages.Sentence(2)).Length);
    }

    [Fact]
    public void Lists_headings_quotations_and_tables_are_kept_apart_with_their_place()
    {
        var html = Pages.Page(Pages.Article(4, "", $"<h2>What drivers must know</h2><p>{Pages.Sentence(4)}</p><ul><li>Lorries over seven tonnes take the road over the hills until further notice.</li><li>Buses stop at the market and go on from the other bank of the river.</li></ul><blockquote><p>Nobody has asked us, and nobody will tell us when it is to end, the drivers wrote.</p></blockquote><p>{Pages.Sentence(5)}</p>"));
        var report = Incoming.Page(html);
        Assert.Equal(["paragraph", "paragraph", "paragraph", "paragraph", "subhead", "paragraph", "item", "item", "quote", "paragraph"], report.Blocks.Select(block => block.Kind));
        Assert.All(report.Blocks, block => Assert.Equal('<', html[block.Source]));
    }

    [Fact]
    public void Post_of_another_service_in_the_text_is_quoted_and_words_for_screen_readers_are_not_read()
    {
        var report = Incoming.Page(Pages.Page(Pages.Article(5, "", $"<p>{Pages.Sentence(30)}<span class=\"visually-hidden\">, opens in a new tab</span></p><blockquote class=\"twitter-tweet\"><p>The bridge is shut. Go round by the hills.</p>— Mara Quill (@mquill)</blockquote><p>{Pages.Sentence(31)}</p>")));
        Assert.Contains("The bridge is shut. Go round by the hills.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("new tab", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticker_above_the_headline_and_other_articles_beside_it_are_cut()
    {
        var ticker = string.Concat(Enumerable.Range(40, 5).Select(number => $"<li><a href=\"/{number}\">Headline of number {number}</a><p>{Pages.Sentence(number)}</p></li>"));
        var others = string.Concat(Enumerable.Range(50, 4).Select(number => $"<article class=\"post\"><h3><a href=\"/{number}\">Another post of number {number}</a></h3><p>{Pages.Sentence(number)}</p></article>"));
        var report = Incoming.Page(Pages.Page($"<div class=\"breaking\"><ul>{ticker}</ul></div><div class=\"column\"><article class=\"box\"><h1>Old bridge closed to lorries</h1>{Pages.Paragraphs(5)}</article>{others}</div>"));
        Assert.Equal(Pages.Text(), report.Text);
    }

    [Fact]
    public void Page_of_nothing_but_furniture_is_refused() =>
        Assert.Equal("IN08", Incoming.Refusal(Pages.Bytes(Pages.Page("<main><ul><li><a href=\"/a\">Home</a></li><li><a href=\"/b\">World</a></li></ul></main>")), "page.html"));

    [Fact]
    public void Added_advertisements_and_wrappers_change_nothing()
    {
        var plain = Incoming.Page(Pages.Page(Pages.Article()));
        var wrapped = Incoming.Page(Pages.Page($"<div class=\"a\"><div class=\"b\"><div class=\"c\">{Pages.Article()}</div></div></div><div class=\"advert\"><p>Buy lamps today.</p></div>"));
        Assert.Equal(plain.Text, wrapped.Text);
        Assert.Equal((plain.Title, plain.Published, plain.Outlet), (wrapped.Title, wrapped.Published, wrapped.Outlet));
    }

    [Fact]
    public void Line_ends_and_encodings_change_nothing()
    {
        var html = Pages.Page(Pages.Article()).ReplaceLineEndings("\n");
        var plain = Incoming.Page(html);
        Assert.Equal(plain.Text, Incoming.Page(html.ReplaceLineEndings("\r\n")).Text);
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(html.Replace("utf-8", "windows-1252", StringComparison.Ordinal));
        Assert.Equal(plain.Text, Assert.Single(Incoming.Read(western, "page.html").Reports).Text);
    }
}
