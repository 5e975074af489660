using System.Text;
using System.Xml.Linq;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Feeds;

namespace Chancery.Tests.Extraction.Intake.Feeds;

public class OpmlTests
{
    [Fact]
    public void Feeds_are_read_from_folders_whatever_the_case_of_names()
    {
        var feeds = Read("<?xml version=\"1.0\"?><OPML><body><outline text='River &amp; sea'><outline TEXT='Voice' xmlUrl='https://voice.example/feed' htmlurl='https://voice.example/'/><OUTLINE title='Post' XMLURL='https://post.example/rss'/></outline><outline type='rss' xmlUrl='https://voice.example/feed' text='again'/></body></OPML>");
        Assert.Equal([new ListedFeed("https://voice.example/feed", "Voice", "https://voice.example/", "River & sea"), new ListedFeed("https://post.example/rss", "Post", null, "River & sea")], feeds);
    }

    [Fact]
    public void A_list_that_breaks_off_gives_what_it_had() =>
        Assert.Equal("https://voice.example/feed", Assert.Single(Read("<opml><body><outline text='a'><outline xmlUrl='https://voice.example/feed'/><outline xmlUrl='https://post.exam")).Address);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("feed.xml")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_address_of_the_web_is_told_as_written(string address) =>
        Assert.Equal(address, Assert.Single(Read($"<opml><body><outline xmlUrl='{address}'/></body></opml>")).Address);

    [Fact]
    public void Folders_count_to_the_twentieth_and_feeds_below_are_kept()
    {
        var list = string.Concat(Enumerable.Range(0, 60).Select(number => $"<outline text='f{number}'>"));
        var feed = Assert.Single(Read($"<opml><body>{list}<outline xmlUrl='https://voice.example/feed'/>"));
        Assert.Equal(20, feed.Folder.Split('/').Length);
    }

    [Fact]
    public void What_is_written_is_xml_and_reads_back()
    {
        ListedFeed[] feeds = [new("https://voice.example/feed?a=1&b=2", "Voice \"of\" <the> River é 🌊", "https://voice.example/", "World/Rivers"), new("https://post.example/rss", "Post")];
        var text = Opml.Write(feeds, "Feeds & more");
        Assert.Equal("opml", XDocument.Parse(text).Root!.Name.LocalName);
        Assert.Equal(feeds, Read(text));
    }

    [Fact]
    public void Outlines_nest_as_deep_as_they_like_and_an_address_stands_once() =>
        Assert.Equal("http://a.test/", Assert.Single(Read(string.Concat(Enumerable.Repeat("<outline>", 200_000)) + "<outline xmlUrl='http://a.test/'><outline xmlUrl='HTTP://A.test/'/>")).Address);

    private static ListedFeed[] Read(string text) => [.. Opml.Read(new RawDocument("feeds.opml", Encoding.UTF8.GetBytes(text)))];
}
