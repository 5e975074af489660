using System.Text;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Feeds;

namespace Chancery.Tests.Extraction.Intake;

public class OpmlTests
{
    private static string Read(string text) => string.Join(' ', Opml.Read(new RawDocument("feeds.opml", Encoding.UTF8.GetBytes(text))).Select(feed => $"{feed.Address}|{feed.Title}"));

    [Theory]
    [InlineData("<opml><body><outline text='A' xmlUrl='http://a.test/'/></body></opml>", "http://a.test/|A")]
    [InlineData("<opml><BODY><Outline TEXT='x'><OUTLINE title='A&amp;B' XMLURL=\"http://a.test/?a=1&amp;b=2\"></outline>", "http://a.test/?a=1&b=2|A&B")]
    [InlineData("<opml><body><outline xmlurl='http://a.test/'/><outline xmlUrl='HTTP://A.test/'/><outline text='no feed'/></body>", "http://a.test/|")]
    [InlineData("nothing of the kind", "")]
    [InlineData("", "")]
    public void Feeds_are_read(string text, string feeds) => Assert.Equal(feeds, Read(text));

    [Fact]
    public void Outlines_nest_as_deep_as_they_like() =>
        Assert.Equal("http://a.test/|", Read(string.Concat(Enumerable.Repeat("<outline>", 200_000)) + "<outline xmlUrl='http://a.test/'>"));

    [Fact]
    public void What_is_written_is_read_back()
    {
        ListedFeed[] feeds = [new("http://a.test/?a=1&b=\"2\"", "A <b> & 'c'"), new("http://b.test/\u00E9", null)];
        var read = Opml.Read(new RawDocument("feeds.opml", Encoding.UTF8.GetBytes(Opml.Write(feeds))));
        Assert.Equal([feeds[0], feeds[1] with { Title = feeds[1].Address }], read);
    }
}
