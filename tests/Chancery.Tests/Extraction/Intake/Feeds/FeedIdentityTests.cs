using System.Text;
using Chancery.Extraction.Intake;

namespace Chancery.Tests.Extraction.Intake.Feeds;

/// <summary>What the next reading of a feed needs to know of this one.</summary>
public class FeedIdentityTests
{
    private const string First = "<item><guid>1</guid><link>https://v.example/1</link><title>One</title><description>The bridge was closed on Wednesday, the council said.</description><pubDate>Wed, 04 Mar 2020 10:00:00 GMT</pubDate></item>";
    private const string Second = "<item><guid>2</guid><link>https://v.example/2</link><title>Two</title><description>The ferry is full, the harbour office said.</description><pubDate>Wed, 04 Mar 2020 10:00:00 GMT</pubDate></item>";

    [Fact]
    public void The_same_item_in_the_next_copy_is_the_same_report()
    {
        var (before, after) = (Read(First), Read(Second + First));
        Assert.NotEqual(before.Reports[0].Sha256, after.Reports[1].Sha256);
        Assert.Equal(before.Reports[0].Id, after.Reports[1].Id);
        Assert.Equal(before.Items[0], after.Items[1]);
    }

    [Fact]
    public void Items_that_share_a_date_or_come_in_another_order_are_all_there()
    {
        var (one, other) = (Read(First + Second), Read(Second + First));
        Assert.Equal(2, one.Reports.Count);
        Assert.Equal(one.Reports.Select(report => report.Id).Order(StringComparer.Ordinal), other.Reports.Select(report => report.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_changed_item_keeps_its_key_and_is_another_report()
    {
        var (before, after) = (Read(First), Read(First.Replace("Wednesday", "Friday", StringComparison.Ordinal)));
        Assert.NotEqual(before.Reports[0].Id, after.Reports[0].Id);
        Assert.Equal(before.Items[0].KeyUnder(before.Policy), after.Items[0].KeyUnder(after.Policy));
    }

    [Fact]
    public void A_feed_that_gives_one_guid_to_all_is_read_by_address()
    {
        var result = Read(First + Second.Replace("<guid>2", "<guid>1", StringComparison.Ordinal));
        Assert.Equal(IdentityPolicy.NativeAndAddress, result.Policy);
        Assert.Equal(2, result.Items.Select(item => item.KeyUnder(result.Policy)).Distinct().Count());
    }

    [Fact]
    public void No_date_is_no_day()
    {
        var result = Read(First.Replace("<pubDate>Wed, 04 Mar 2020 10:00:00 GMT</pubDate>", "", StringComparison.Ordinal));
        Assert.Null(Assert.Single(result.Reports).Published);
    }

    [Fact]
    public void A_summary_is_marked_and_a_whole_text_is_not()
    {
        var text = string.Join(' ', Enumerable.Repeat("The bridge was closed on Wednesday, the council said.", 20));
        Assert.Equal(TextExtent.Summary, Read(First).Items[0].Extent);
        Assert.Equal(TextExtent.Whole, Read(First.Replace("</item>", $"<x:encoded xmlns:x=\"http://purl.org/rss/1.0/modules/content/\"><![CDATA[<p>{text}</p>]]></x:encoded></item>", StringComparison.Ordinal)).Items[0].Extent);
        Assert.Equal(TextExtent.Summary, Read(First.Replace("</item>", $"<content:encoded><![CDATA[<p>{text}</p><p>Drivers had asked for […]</p>]]></content:encoded></item>", StringComparison.Ordinal)).Items[0].Extent);
    }

    [Fact]
    public void An_item_of_a_title_alone_is_named_with_its_address()
    {
        var result = Read("<item><title>One</title><link>https://v.example/1</link></item>");
        Assert.Equal(new SourceItem(null, null, "https://v.example/1", "One", result.Items[0].Digest, TextExtent.Missing), Assert.Single(result.Items));
        Assert.Equal("IN12", Assert.Single(result.Refusals).Code);
    }

    private static IntakeResult Read(string items) => Incoming.Read(Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><title>Voice</title><link>https://v.example/</link>{items}</channel></rss>"), "feed.xml");
}
