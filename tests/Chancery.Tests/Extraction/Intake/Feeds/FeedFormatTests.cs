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

    [Fact]
    public void Names_are_known_by_their_namespace_whatever_the_prefix()
    {
        var report = Only("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\" xmlns:m=\"http://search.yahoo.com/mrss/\" xmlns:d=\"http://purl.org/dc/elements/1.1/\"><a:title>Voice</a:title><a:entry><m:title>Picture</m:title><a:title>T</a:title><a:content>The bridge was closed.</a:content><d:creator>Jo Quill</d:creator></a:entry></a:feed>");
        Assert.Equal(("T", "The bridge was closed.", "Voice"), (report.Title, report.Text, report.Outlet));
        Assert.Equal(["Jo Quill"], report.Bylines);
    }

    [Fact]
    public void The_title_of_a_picture_or_a_search_box_is_not_the_feed_s() =>
        Assert.Equal("Voice", Only("<rss><channel><image><title>Logo</title></image><textInput><title>Search</title></textInput><title>Voice</title><item><title>T</title><description>The bridge was closed.</description></item></channel></rss>").Outlet);

    [Theory]
    [InlineData("<rss><channel><title>Gatherer</title><item><title>T</title><source url=\"https://p.example/rss\">Harbour Post</source><description>The bridge was closed.</description></item></channel></rss>")]
    [InlineData("<feed><title>Gatherer</title><entry><source><title>Harbour Post</title><link href=\"https://p.example/\"/></source><title>T</title><summary>The bridge was closed.</summary></entry></feed>")]
    public void A_gathered_item_keeps_its_own_outlet(string xml)
    {
        var report = Only(xml);
        Assert.Equal(("T", "Harbour Post"), (report.Title, report.Outlet));
        Assert.Equal("feed.xml", report.Source);
    }

    [Theory]
    [InlineData("Wed, 04 Mar 20 10:00:00 EST", "2020-03-04")]
    [InlineData("4 Mar 98 10:00 GMT", "1998-03-04")]
    [InlineData("2020-03-04T23:59:59-11:00", "2020-03-04")]
    [InlineData("Wed, 04 Mar 2020", "2020-03-04")]
    [InlineData("yesterday", null)]
    [InlineData("04 Mar 123", null)]
    public void Days_are_read_as_they_are_written(string written, string? day) =>
        Assert.Equal(day, Incoming.Day(Only($"<rss><channel><item><title>T</title><description>The bridge was closed.</description><pubDate>{written}</pubDate></item></channel></rss>")));

    [Fact]
    public void An_address_is_made_whole_or_taken_from_the_guid()
    {
        Assert.Equal("https://v.example/news/1", Only("<rss><channel><link>https://v.example/feed/</link><item><link>/news/1</link><description>The bridge was closed.</description></item></channel></rss>").Source);
        Assert.Equal("https://v.example/2", Only("<rss><channel><item><guid>https://v.example/2</guid><description>The bridge was closed.</description></item></channel></rss>").Source);
        Assert.Equal("feed.xml", Only("<rss><channel><item><guid isPermaLink=\"false\">https://v.example/2</guid><description>The bridge was closed.</description></item></channel></rss>").Source);
    }

    [Fact]
    public void An_author_with_an_address_is_the_name_in_brackets() =>
        Assert.Equal(["Jo Quill"], Only("<rss><channel><item><author>desk@v.example (Jo Quill)</author><description>The bridge was closed.</description></item></channel></rss>").Bylines);

    [Fact]
    public void A_json_feed_is_read_like_any_other()
    {
        var result = Incoming.Read("""{"version":"https://jsonfeed.org/version/1.1","title":"Voice","authors":[{"name":"Jo Quill"}],"items":[{"id":"1","url":"https://v.example/1","title":"T &amp; U","content_html":"<p>The bridge was closed.</p><p>So is the bell tower.</p>","date_published":"2020-03-04T10:00:00+04:30"},{"id":2,"content_text":"The ferry is full.","author":{"name":"Tam Ferrow"}}]}"""u8.ToArray());
        Assert.Equal([("T & U", 2), (null, 1)], result.Reports.Select(report => (report.Title, report.Blocks.Count)));
        Assert.Equal(["Jo Quill", "Tam Ferrow"], result.Reports.SelectMany(report => report.Bylines));
        Assert.Equal(["1", "2"], result.Items.Select(item => item.Native));
        Assert.Equal("2020-03-04", Incoming.Day(result.Reports[0]));
    }

    [Fact]
    public void A_json_feed_that_breaks_off_gives_its_whole_items() =>
        Assert.Equal("The ferry is full.", Assert.Single(Incoming.Read("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"The ferry is full."},{"id":"2","content_text":"The bri"""u8.ToArray()).Reports).Text);

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("atom.xml")]
    public void A_whole_feed_is_read_as_an_xml_parser_reads_it(string file)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(Incoming.Bytes(file)), "<!DOCTYPE.*?]>|&secret;", "");
        if (!text.TrimEnd().EndsWith('>') || file == "feed.xml") text += "</item></channel></rss>";
        var items = System.Xml.Linq.XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName is "item" or "entry").ToList();
        var read = Chancery.Extraction.Intake.Feeds.FeedReader.Read(text).Items;
        Assert.Equal(items.Select(item => Value(item, "title")), read.Select(item => item.Title));
        Assert.Equal(items.Select(item => Value(item, "guid") ?? Value(item, "id")), read.Select(item => item.Id));
        Assert.Equal(items.Select(item => Value(item, "pubDate")), read.Select(item => item.Published));
    }

    private static string? Value(System.Xml.Linq.XElement item, string name) => item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();

    private static Chancery.Record.Report Only(string xml) => Assert.Single(Incoming.Read(Encoding.UTF8.GetBytes(xml), "feed.xml").Reports);
}
