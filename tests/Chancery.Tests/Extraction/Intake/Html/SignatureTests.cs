namespace Chancery.Tests.Extraction.Intake.Html;

/// <summary>Who signed a page and under which title, where its places differ.</summary>
public class SignatureTests
{
    [Theory]
    [InlineData("<p class=\"byline\">By Tam Ferrow and Ida Lund</p>", "Tam Ferrow|Ida Lund")]
    [InlineData("<p>Von Tam Ferrow</p>", "Tam Ferrow")]
    [InlineData("<div><span>Written by</span></div><div><span>Tam Ferrow</span></div>", "Tam Ferrow")]
    [InlineData("<p>by tamf</p>", "tamf")]
    [InlineData("<span class=\"post-author\">Posted by <a href=\"/author/tam\">Tam Ferrow</a><i>March 2</i></span>", "Tam Ferrow")]
    [InlineData("<p class=\"byline\">Riverland Web Desk</p>", "Riverland Web Desk")]
    [InlineData("<p class=\"byline\">By Dr. Tam Ferrow, PhD</p>", "Dr. Tam Ferrow")]
    [InlineData("<p class=\"author\">admin</p>", "")]
    [InlineData("<p class=\"byline\">Culture</p>", "")]
    [InlineData("<p class=\"author\">https://post.example/u/7</p>", "")]
    public void Line_beside_the_headline_names_who_signed(string line, string names)
    {
        var report = Incoming.Page(Pages.Page(Pages.Article(5, line)));
        Assert.Equal(names.Split('|', StringSplitOptions.RemoveEmptyEntries), report.Bylines);
    }

    [Fact]
    public void Place_that_another_repeats_goes_before_one_alone()
    {
        var html = Pages.Page(Pages.Article(5, "<p class=\"byline\">By Ida Lund</p>", "<div class=\"promo\"><a rel=\"author\" href=\"/author/x\">Bo Kettle</a></div>"), "<meta name=\"author\" content=\"Ida Lund\">");
        Assert.Equal(["Ida Lund"], Incoming.Page(html).Bylines);
    }

    [Fact]
    public void Author_of_another_block_of_structured_data_is_found_by_its_id()
    {
        const string Head = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge closed to lorries\",\"author\":{\"@id\":\"#p\"}}</script><script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Tam Ferrow\"}]}</script>";
        Assert.Equal(["Tam Ferrow"], Incoming.Page(Pages.Page(Pages.Article(), Head)).Bylines);
    }

    [Fact]
    public void Outlet_does_not_sign() =>
        Assert.Empty(Incoming.Page(Pages.Page(Pages.Article(), "<meta name=\"author\" content=\"The Riverland Post\">")).Bylines);

    [Fact]
    public void Name_of_a_blog_in_its_largest_heading_is_no_title()
    {
        var html = Pages.Page($"<h1>The Riverland Post</h1><main><h2>Old bridge closed to lorries</h2>{Pages.Paragraphs(5)}</main>");
        Assert.Equal("Old bridge closed to lorries", Incoming.Page(html).Title);
    }

    [Theory]
    [InlineData("<h1><span class=\"kicker\">Traffic</span> Old bridge closed to lorries</h1>")]
    [InlineData("<h1>Traffic: Old bridge closed to lorries</h1>")]
    public void Kicker_is_no_part_of_the_title(string heading)
    {
        var html = Pages.Page($"<main>{heading}{Pages.Paragraphs(5)}</main>", "<meta property=\"og:title\" content=\"Old bridge closed to lorries\">");
        Assert.Equal("Old bridge closed to lorries", Incoming.Page(html).Title);
    }

    [Fact]
    public void Address_decides_between_two_headings()
    {
        var html = Pages.Page($"<main><h1>News of the day</h1><h2>Old bridge closed to lorries</h2>{Pages.Paragraphs(5)}</main>", title: "News");
        Assert.Equal("Old bridge closed to lorries", Incoming.Page(html, "https://post.example/old-bridge-closed-to-lorries").Title);
    }
}
