using Chancery.Record;

namespace Chancery.Tests.Extraction.Intake.News;

public class NewsMlFormatTests
{
    private const string Meta = """<itemMeta><itemClass qcode="ninat:text"/><provider literal="kestrel.example"><name>Kestrel News</name></provider><versionCreated>2020-03-05T10:00:00Z</versionCreated><firstCreated>2020-03-04T10:00:00Z</firstCreated><pubStatus qcode="stat:usable"/><edNote>Second take follows.</edNote></itemMeta>""";
    private const string Content = """<contentMeta><headline>Bridge &amp; tower closed</headline><by>By Jo Quill</by><creditline>Kestrel</creditline><infoSource literal="AFP"/></contentMeta>""";
    private const string Xhtml = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body><p>The bridge was closed.</p><p>So is the bell tower.</p></body></html></inlineXML>""";

    [Fact]
    public void A_news_item_gives_its_report()
    {
        var report = Assert.Single(Incoming.Read(Packed.Utf8(Item())).Reports);
        Assert.Equal(("Bridge & tower closed", "Kestrel News", "2020-03-04"), (report.Title, report.Outlet, Incoming.Day(report)));
        Assert.Equal("The bridge was closed.\n\nSo is the bell tower.", report.Text);
        Assert.Equal(["Jo Quill"], report.Bylines);
        Assert.Equal(["Kestrel", "AFP"], report.Agencies);
        Assert.Equal(["Second take follows."], Incoming.Cut(report, "furniture"));
    }

    [Fact]
    public void Prefixes_of_names_do_not_matter() =>
        Assert.Equal("The bridge was closed.\n\nSo is the bell tower.", Assert.Single(Incoming.Read(Packed.Utf8(System.Text.RegularExpressions.Regex.Replace(Item(), "<(/?)([a-zA-Z])", "<$1n:$2"))).Reports).Text);

    [Theory]
    [InlineData("stat:usable", "stat:canceled", "IN16")]
    [InlineData("stat:usable", "stat:withheld", "IN16")]
    [InlineData("</itemMeta>", "<embargoed>2020-03-06T10:00:00Z</embargoed></itemMeta>", "IN17")]
    [InlineData("ninat:text", "ninat:picture", "IN18")]
    public void What_must_not_or_cannot_be_read_is_refused_with_its_reason(string from, string to, string code) =>
        Assert.Equal(code, Incoming.Refusal(Packed.Utf8(Item().Replace(from, to, StringComparison.Ordinal))));

    [Fact]
    public void An_item_that_only_points_elsewhere_has_no_text() =>
        Assert.Equal("IN18", Incoming.Refusal(Packed.Utf8(Item("<remoteContent href=\"https://kestrel.example/1\"/>"))));

    [Fact]
    public void A_message_of_two_versions_is_two_reports_of_which_one_revises()
    {
        var message = $"<newsMessage><header/><itemSet>{Item()}{Item(version: 2).Replace("was closed", "is open", StringComparison.Ordinal)}</itemSet></newsMessage>";
        var result = Incoming.Read(Packed.Utf8(message));
        Assert.Equal([null, result.Reports[0].Id], result.Reports.Select(report => report.Revises));
        Assert.Equal(["urn:k:1", "urn:k:1"], result.Items.Select(item => item.Native));
    }

    [Theory]
    [InlineData("""<inlineData contenttype="text/plain">The bridge was closed.</inlineData>""")]
    [InlineData("""<inlineData contenttype="text/html">&lt;p&gt;The bridge was closed.&lt;/p&gt;</inlineData>""")]
    [InlineData("""<inlineData contenttype="text/html"><![CDATA[<p>The bridge was closed.</p>]]></inlineData>""")]
    [InlineData("""<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>No</hl1></hedline></body.head><body.content><block><p>The bridge was closed.</p><media><media-caption>A picture</media-caption></media></block></body.content></body></nitf></inlineXML>""")]
    public void Text_in_every_clothing_is_the_same(string content) =>
        Assert.Equal("The bridge was closed.", Assert.Single(Incoming.Read(Packed.Utf8(Item(content))).Reports).Text);

    [Fact]
    public void Nitf_alone_is_a_report()
    {
        Report report = Assert.Single(Incoming.Read("""<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="k-1"/><date.issue norm="20200304T101500Z"/></docdata></head><body><body.head><hedline><hl1>Bridge closed</hl1></hedline><byline>By <person>Jo Quill</person></byline></body.head><body.content><p>The bridge was closed.</p><hl2>The ferry</hl2><p>It is full.</p></body.content></body></nitf>"""u8.ToArray()).Reports);
        Assert.Equal(("Bridge closed", "2020-03-04"), (report.Title, Incoming.Day(report)));
        Assert.Equal(["Jo Quill"], report.Bylines);
        Assert.Equal(["paragraph", "subhead", "paragraph"], report.Blocks.Select(block => block.Kind));
    }

    private static string Item(string content = Xhtml, int version = 1) =>
        $"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:k:1" version="{version}">{Meta}{Content}<contentSet>{content}</contentSet></newsItem>""";
}
