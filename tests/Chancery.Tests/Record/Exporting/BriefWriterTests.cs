using System.Text.Json;
using Chancery.Record.Briefs;
using Chancery.Record.Exporting.Briefs;
using Chancery.Tests.Record.Briefs;

namespace Chancery.Tests.Record.Exporting;

public sealed class BriefWriterTests
{
    private const string Hostile = "<script>alert(1)</script> \u001b[31mred\u202Egnp.exe [x](http://x) *b* a\u0000b";

    private static string Write(string form, Brief brief)
    {
        using var writer = new StringWriter();
        BriefWriters.Find(form)!.Write(brief, writer);
        return writer.ToString();
    }

    private static Brief HostileBrief()
    {
        var report = Sample.Report("h.html", $"He said {Hostile} and left.", "2021-08-16", Hostile, Hostile);
        return BriefComposer.Compose([report], [report.Says(new(Hostile), "said", Hostile)], Crisis.Options);
    }

    [Fact]
    public void Text_lets_no_control_or_turning_character_through()
    {
        var text = Write("text", HostileBrief());
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("<U+202E>", text, StringComparison.Ordinal);
        Assert.Contains("<U+001B>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_lines_are_at_most_96_wide() =>
        Assert.All(Write("text", Crisis.Compose()).Split('\n'), line => Assert.InRange(line.Length, 0, 96));

    [Fact]
    public void Text_cites_report_outlet_day_and_exact_words()
    {
        var text = Write("text", Crisis.Compose());
        Assert.Contains("Envoy says the embassy stays (a.txt). The Harbour Post, 16 August 2021:", text, StringComparison.Ordinal);
        Assert.Contains("There are *around 100 people in the embassy*.", text.Replace("\n      | ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_encodes_all_that_comes_from_reports()
    {
        var html = Write("html", HostileBrief());
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_links_every_line_and_citation_both_ways()
    {
        var brief = Crisis.Compose();
        var html = Write("html", brief);
        foreach (var line in brief.Lines)
        {
            Assert.Contains($"id=\"line-{line.Number}\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"#line-{line.Number}\"", html, StringComparison.Ordinal);
        }

        foreach (var citation in brief.Citations)
        {
            Assert.Contains($"id=\"citation-{citation.Number}\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"#citation-{citation.Number}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Html_marks_the_exact_words_in_their_sentence() => Assert.Contains(
        "There are <mark>around 100 people in the embassy</mark>.", Write("html", Crisis.Compose()), StringComparison.Ordinal);

    [Fact]
    public void Markdown_escapes_marks_and_links()
    {
        var markdown = Write("md", HostileBrief());
        Assert.Contains(@"\[x\](http://x) \*b\*", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_lines_citations_and_offsets()
    {
        using var json = JsonDocument.Parse(Write("json", Crisis.Compose()));
        var citation = json.RootElement.GetProperty("citations")[0];
        var report = Crisis.Reports.First(report => report.Id == citation.GetProperty("report").GetString());
        var (start, end) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
        Assert.Equal(report.Text[start..end], citation.GetProperty("quote").GetString());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("json")]
    public void Empty_brief_says_so_in_every_form(string form) => Assert.Contains(
        "No report was read", Write(form, BriefComposer.Compose([], [], BriefOptions.Default)), StringComparison.Ordinal);
}
