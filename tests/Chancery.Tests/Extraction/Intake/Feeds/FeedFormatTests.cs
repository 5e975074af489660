using System.Text;

namespace Chancery.Tests.Extraction.Intake.Feeds;

public class FeedFormatTests
{
    [Fact]
    public void Every_item_with_text_is_a_report_of_its_own()
    {
        var result = Incoming.ReadFile("feed.xml");
        Assert.Equal(["Bell & bridge both closed", "Second", "Third", "Fifth"], result.Reports.Select(report => report.Title));
        Assert.Equal(["2020-03-04", null, "2020-03-20", null], result.Reports.Select(Incoming.Day));
        Assert.All(result.Reports, report => Assert.Equal("Riverland Voice", report.Outlet));
        Assert.Equal("IN12", Assert.Single(result.Refusals).Code);
    }

    [Fact]
    public void Full_text_comes_before_the_description()
    {
        var report = Incoming.ReadFile("feed.xml").Reports[0];
        Assert.Equal(2, report.Blocks.Count);
        Assert.Equal(["Shira Dunn"], report.Bylines);
        Assert.Equal("https://voice.example/1", report.Source);
        Assert.DoesNotContain("Short.", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_one_guid_are_two_reports() =>
        Assert.Equal(4, Incoming.ReadFile("feed.xml").Reports.Select(report => report.Id).Distinct().Count());

    [Fact]
    public void Items_alike_in_everything_are_still_told_apart()
    {
        const string Item = "<item><guid>g</guid><title>T</title><description>The bridge was closed.</description></item>";
        var reports = Incoming.Read(Encoding.UTF8.GetBytes($"<rss><channel>{Item}{Item}{Item}</channel></rss>")).Reports;
        Assert.Equal(3, reports.Select(report => report.Id).Distinct().Count());
    }

    [Fact]
    public void An_entity_of_the_document_is_never_resolved() =>
        Assert.Contains("&secret;", Incoming.ReadFile("feed.xml").Reports[1].Text, StringComparison.Ordinal);

    [Fact]
    public void Atom_is_read_with_its_markup()
    {
        var report = Incoming.Report("atom.xml");
        Assert.Equal("Treaty & river", report.Title);
        Assert.Equal(["Jo Quill"], report.Bylines);
        Assert.Equal("https://h.example/1", report.Source);
        Assert.Equal("2020-03-08", Incoming.Day(report));
        Assert.Equal(2, report.Blocks.Count);
    }

    [Theory]
    [InlineData("<rss><channel><title>A & B <br> C</title><item><title>T</title><description>The bridge was closed.</description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>T</title><description>The bridge was closed.</description></item><item><title>Half")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]><rss><channel><item><title>T</title><description>The bridge was closed.</description></item></channel></rss>")]
    [InlineData("<rdf:RDF><channel/><item rdf:about=\"u\"><title>T</title><description>The bridge was closed.</description></item></rdf:RDF>")]
    public void Broken_and_hostile_feeds_give_what_can_be_read(string xml)
    {
        var report = Assert.Single(Incoming.Read(Encoding.UTF8.GetBytes(xml)).Reports);
        Assert.Equal(("T", "The bridge was closed."), (report.Title, report.Text));
    }
}
