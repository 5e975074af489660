using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Html;

namespace Chancery.Tests.Extraction.Intake.Html;

public class TagGuardTests
{
    [Fact]
    public void Ordinary_page_comes_through_as_it_is()
    {
        const string Html = "<html><body><div class=\"a\"><p>One<p>Two</div><img src=\"x\"></body></html>";
        Assert.Equal(Html, TagGuard.Clean(Html));
    }

    [Fact]
    public void Tags_beyond_the_depth_go_with_their_ends_and_text_stays()
    {
        var count = Limits.Depth + 50;
        var html = string.Concat(Enumerable.Repeat("<div>", count)) + "text" + string.Concat(Enumerable.Repeat("</div>", count));
        var clean = TagGuard.Clean(html);
        Assert.Equal(html.Length, clean.Length);
        Assert.Equal(Limits.Depth, clean.Split("<div>").Length - 1);
        Assert.Equal(Limits.Depth, clean.Split("</div>").Length - 1);
        Assert.Contains("text", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_that_never_close_are_not_depth()
    {
        var html = string.Concat(Enumerable.Repeat("<p>a", 1000));
        Assert.Equal(html, TagGuard.Clean(html));
    }

    [Fact]
    public void Scripts_lose_their_text_and_structured_data_keep_it()
    {
        var clean = TagGuard.Clean("<script>var a = '<p>';</script><script type=\"application/ld+json\">{\"a\":1}</script>");
        Assert.DoesNotContain("var a", clean, StringComparison.Ordinal);
        Assert.Contains("{\"a\":1}", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Tag_with_attributes_beyond_the_limit_goes()
    {
        var tag = "<div " + string.Concat(Enumerable.Range(0, Limits.Attributes + 1).Select(number => $"a{number}=1 ")) + ">";
        Assert.Equal("text", TagGuard.Clean(tag + "text").Trim());
    }
}
