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
    [InlineData("<div>Adam Ferrow</div>", "Adam Ferrow")]
    [InlineData("<div>Harbour Opinion</div>", "")]
    [InlineData("<div class=\"byline\">March 2, 2021 by <a href=\"/author/tam\">tamf</a></div>", "tamf")]
    [InlineData("<p class=\"byline\">By Tam Ferrow, China Economics Editor</p>", "Tam Ferrow")]
    [InlineData("<span class=\"post-author\"><i>von</i> <b>tamf</b></span>", "tamf")]
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
    public void Names_that_several_places_repeat_go_before_a_line_alone()
    {
        const string Head = "<meta name=\"author\" content=\"Tam Ferrow\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge closed to lorries\",\"author\":{\"name\":\"Tam Ferrow\"}}</script>";
        Assert.Equal(["Tam Ferrow"], Incoming.Page(Pages.Page(Pages.Article(5, "<p>Pictures for the harbour by</p><p>By Ida Lund</p>"), Head)).Bylines);
    }

    [Fact]
    public void Authors_of_teasers_do_not_sign_beside_the_article_s_own()
    {
        const string Own = "<div itemprop=\"author\"><span itemprop=\"name\">Tam Ferrow</span></div>";
        const string Teaser = "<div class=\"card\"><div itemprop=\"author\"><span itemprop=\"name\">Ida Lund</span></div></div>";
        Assert.Equal(["Tam Ferrow"], Incoming.Page(Pages.Page(Pages.Article(5, Own) + Teaser, "<meta name=\"author\" content=\"Tam Ferrow\">")).Bylines);
    }

    [Fact]
    public void Name_with_what_the_person_is_yields_to_the_name()
    {
        var html = Pages.Page(Pages.Article(5, "<p>By Post expert Tam Ferrow</p><a rel=\"author\" href=\"/author/tam\">Tam Ferrow</a>"));
        Assert.Equal(["Tam Ferrow"], Incoming.Page(html).Bylines);
    }

    [Fact]
    public void Headline_that_begins_as_a_byline_does_names_nobody() =>
        Assert.Empty(Incoming.Page(Pages.Page($"<main><h1>By River Alone to Port Elm</h1>{Pages.Paragraphs(5)}</main>", title: "By River Alone to Port Elm")).Bylines);

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
    [InlineData("<h1><span class=\"article-overline\">Traffic on the river</span><span>: </span><span>Old bridge closed to lorries</span></h1>")]
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

    [Theory]
    [InlineData("Old bridge closed to lorries | Opinion", "Old bridge closed to lorries")]
    [InlineData("Old bridge closed to lorries – The Riverland Post", "Old bridge closed to lorries")]
    [InlineData("OLD BRIDGECLOSED TO LORRIES", "Old bridge closed to lorries")]
    [InlineData("Old bridge closed to lorries | What drivers should know", "Old bridge closed to lorries | What drivers should know")]
    public void Heading_is_given_without_section_site_and_capitals(string heading, string title) =>
        Assert.Equal(title, Incoming.Page(Pages.Page($"<main><h1>{heading}</h1>{Pages.Paragraphs(5)}</main>", title: title)).Title);

    [Fact]
    public void Lone_first_heading_goes_before_one_in_the_text_that_the_title_holds()
    {
        var html = Pages.Page($"<main><h1>How the harbour lost its bridge to the lorries</h1>{Pages.Paragraphs(2)}<h2>What is the old bridge?</h2>{Pages.Paragraphs(3, 2)}</main>", title: "What is the old bridge? A guide");
        Assert.Equal("How the harbour lost its bridge to the lorries", Incoming.Page(html).Title);
    }

    [Fact]
    public void Heading_that_leads_to_the_front_page_is_the_site_s()
    {
        var html = Pages.Page($"<h1><a href=\"https://blog.example/\">Notes from the quay</a></h1><main>{Pages.Paragraphs(5)}</main>", title: "Old bridge closed to lorries : Notes from the quay");
        Assert.Equal("Old bridge closed to lorries", Incoming.Page(html).Title);
    }

    [Fact]
    public void Headline_is_found_behind_many_small_headings()
    {
        var menu = string.Concat(Enumerable.Range(0, 60).Select(number => $"<h3>Part {number} of the menu</h3>"));
        Assert.Equal("Old bridge closed to lorries", Incoming.Page(Pages.Page(menu + Pages.Article(), title: "Bridge news")).Title);
    }
}
