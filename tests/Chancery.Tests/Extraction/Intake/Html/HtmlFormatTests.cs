using System.Text;

namespace Chancery.Tests.Extraction.Intake.Html;

public class HtmlFormatTests
{
    private const string Body = "<p>The bridge was closed on Wednesday, the council said in a statement.</p><p>Drivers had asked for more time, and they got none of it.</p>";

    [Fact]
    public void A_saved_page_gives_its_article_and_says_what_went()
    {
        var report = Incoming.Report("page.html");
        Assert.Equal("Old bridge closed to lorries", report.Title);
        Assert.Equal(["Tam Ferrow"], report.Bylines);
        Assert.Equal("The Riverland Post", report.Outlet);
        Assert.Equal(["Kestrel"], report.Agencies);
        Assert.Equal(("2020-03-04", "metadata"), (Incoming.Day(report), report.Published?.Basis));
        Assert.Equal(["paragraph", "paragraph", "subhead", "paragraph"], report.Blocks.Select(block => block.Kind));
        Assert.StartsWith("The harbour council voted", report.Text);
        foreach (var gone in new[] { "cookies", "2019", "2023", "Photograph", "breakfast", "dredging", "not text" })
            Assert.DoesNotContain(gone, report.Text, StringComparison.Ordinal);
        Assert.Contains("Ann Ode/Kestrel", Assert.Single(Incoming.Cut(report, "caption")), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_say_where_their_element_began()
    {
        var source = Encoding.UTF8.GetString(Incoming.Bytes("page.html"));
        var report = Incoming.Report("page.html");
        Assert.All(report.Blocks, block => Assert.Equal('<', source[block.Source]));
        Assert.StartsWith("<h2>Drivers are angry", source[report.Blocks[2].Source..]);
    }

    [Fact]
    public void A_short_report_is_not_lost_beside_long_teasers()
    {
        var report = Incoming.Report("short.html");
        Assert.Equal(2, report.Blocks.Count);
        Assert.DoesNotContain("napkin", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_in_a_form_whose_wrapper_names_sharing_is_found()
    {
        var report = Incoming.Report("form.html");
        Assert.Equal(3, report.Blocks.Count);
        Assert.Equal("Ferry line to reopen", report.Title);
    }

    [Theory]
    [InlineData("https://h.example/2020/03/04/bridge", "2020-03-04", "address")]
    [InlineData("https://h.example/news/2020-03-04/bridge", "2020-03-04", "address")]
    [InlineData("https://h.example/plan-2026-1-release", null, null)]
    [InlineData("https://h.example/2020/03/", null, null)]
    public void An_address_gives_a_day_by_position(string address, string? day, string? basis)
    {
        var report = Incoming.Page($"<html><body><h1>Bridge closed</h1>{Body}</body></html>", address);
        Assert.Equal((day, basis), (Incoming.Day(report), report.Published?.Basis));
    }

    [Fact]
    public void A_modified_day_and_a_footer_s_day_are_never_the_published_one()
    {
        var report = Incoming.Page($"<html><head><meta property=\"article:modified_time\" content=\"2023-05-05\"></head><body><h1>Bridge closed</h1>{Body}<footer><p>12 May 2024</p></footer></body></html>");
        Assert.Null(report.Published);
    }

    [Fact]
    public void Two_places_that_agree_win_over_a_better_place_alone()
    {
        var report = Incoming.Page($"<html><head><meta name=\"date\" content=\"2020-03-09\"><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\",\"datePublished\":\"2020-03-04\"}}</script></head><body><h1>Bridge closed</h1><p>4 March 2020</p>{Body}</body></html>");
        Assert.Equal("2020-03-04", Incoming.Day(report));
    }

    [Fact]
    public void A_day_is_kept_as_written_in_its_own_zone()
    {
        var report = Incoming.Page($"<html><head><meta property=\"article:published_time\" content=\"2020-03-04T23:30:00-08:00\"></head><body><h1>Bridge closed</h1>{Body}</body></html>");
        Assert.Equal("2020-03-04", Incoming.Day(report));
    }

    [Fact]
    public void Broken_structured_data_cost_only_themselves()
    {
        var report = Incoming.Page($"<html><head><script type=\"application/ld+json\">{{\"a\":\"\\ud800\",\"@type\":\"NewsArticle\"</script><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\u0001 closed\",\"author\":\"Tam Ferrow\",}}</script></head><body><h1>Bridge closed</h1>{Body}</body></html>");
        Assert.Equal(["Tam Ferrow"], report.Bylines);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<font><p>")]
    [InlineData("<D IV=\"\">")]
    [InlineData("<table><tr><td>")]
    public void Nesting_without_end_costs_no_text(string tag)
    {
        var html = string.Concat("<!doctype html><html><body>", string.Concat(Enumerable.Repeat(tag, 20_000)), "<h1>Bridge closed</h1>", Body);
        Assert.Contains("Drivers had asked for more time", Incoming.Page(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_in_another_order_change_nothing()
    {
        var one = Incoming.Page($"<html><body><div class=\"share\" id=\"x\"><p>Share it with all your friends, and with your enemies too.</p></div><h1>Bridge closed</h1>{Body}</body></html>");
        var other = Incoming.Page($"<html><body><div id=\"x\" class=\"share\"><p>Share it with all your friends, and with your enemies too.</p></div><h1>Bridge closed</h1>{Body}</body></html>");
        Assert.Equal(one.Text, other.Text);
    }

    [Fact]
    public void An_agency_that_signs_is_credited_and_is_no_byline()
    {
        var report = Incoming.Page("<html><head><meta name=author content=Kestrel></head><body><h1>Bridge closed</h1><p>PORT ELM (Kestrel) - The bridge was closed on Wednesday, the council said in a statement.</p></body></html>");
        Assert.Empty(report.Bylines);
        Assert.Equal(["Kestrel"], report.Agencies);
    }

    [Fact]
    public void Wrappers_and_breaks_put_spaces_and_paragraphs_where_a_reader_sees_them()
    {
        var report = Incoming.Page("<html><body><h1>Bridge closed</h1><div><div>The bridge was closed on<br>Wednesday, the coun&shy;cil said in a long statement.<br><br>Drivers had asked for <b>more</b> time, and they got none of it at all.</div></div></body></html>");
        Assert.Equal("The bridge was closed on Wednesday, the council said in a long statement.\n\nDrivers had asked for more time, and they got none of it at all.", report.Text);
    }
}
