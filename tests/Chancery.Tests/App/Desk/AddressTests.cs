using Chancery.App.Desk;
using Chancery.App.Fetching;
using Chancery.Record;
using Chancery.Tests.App.Feeds;

namespace Chancery.Tests.App.Desk;

/// <summary>Addresses read again and again: other words are another version, other bytes alone are not.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly FetchedDesk _desk = new();

    public void Dispose()
    {
        Assert.Empty(_desk.Desk.Store.Verify().Faults);
        _desk.Dispose();
    }

    private Added Add(params string[] paths)
    {
        _desk.Web.Clock.Advance(NodaTime.Duration.FromHours(1));
        var addresses = paths.Select(path => path.StartsWith('/') ? _desk.Web.At(path) : path);
        return _desk.Desk.Add(_desk.Street.Read(InputList.Gather(addresses).Inputs), "fingerprint");
    }

    [Fact]
    public void Same_words_under_other_advertisements_are_the_same_report()
    {
        _desk.Web.Page("/a", FetchedDesk.Page("Norby"));
        Assert.Equal(1, Add("/a").New);
        _desk.Web.Page("/a", FetchedDesk.Page("Norby", advertisement: "Sell a boat"));
        Assert.Equal((0, 1), Add("/a") is var again ? (again.New, again.Known) : default);
        var report = Assert.Single(_desk.Reports);
        Assert.Equal(_desk.Web.At("/a"), report.Source);
        Assert.Single(_desk.Desk.Store.Fetches(report.Sha256));
    }

    [Fact]
    public void Other_words_revise_and_going_back_to_the_old_bytes_is_the_old_report()
    {
        _desk.Web.Page("/a", FetchedDesk.Page("Norby"));
        Add("/a");
        _desk.Web.Page("/a", FetchedDesk.Page("Norby", "90"));
        Assert.Equal((1, 1), Add("/a") is var second ? (second.New, second.Revised) : default);
        _desk.Web.Page("/a", FetchedDesk.Page("Norby"));
        Assert.Equal((0, 1), Add("/a") is var third ? (third.New, third.Known) : default);
        _desk.Web.Page("/a", FetchedDesk.Page("Norby", "200"));
        Add("/a");

        Assert.Equal(3, _desk.Reports.Count);
        var first = Assert.Single(_desk.Reports, report => report.Revises is null);
        Assert.Equal(2, _desk.Desk.Store.RevisionsOf(first.Id).Count);
    }

    [Fact]
    public void Canonical_address_joins_what_is_alike_and_nothing_else()
    {
        var head = $"<link rel='canonical' href='{_desk.Web.At("/a")}'>";
        _desk.Web.Page("/a", FetchedDesk.Page("Norby"));
        _desk.Web.Page("/print/a", FetchedDesk.Page("Norby", "90", head: head));
        _desk.Web.Page("/b", $"<html><head>{head}</head><body><article><h1>Budget</h1><p>Parliament passed the budget after a long debate, and the minister of finance thanked all who had stayed until the vote.</p><p>The opposition called it a bad day for the country and left the hall.</p></article></body></html>");
        _desk.Web.Page("/c", FetchedDesk.Page("Norby", "70", head: "<link rel='canonical' href='http://other.test/a'>"));
        Add("/a");
        Add("/print/a", "/b", "/c");
        Assert.Equal(_desk.Web.At("/print/a"), Assert.Single(_desk.Desk.Store.Revisions()).Source);
        Assert.Equal(4, _desk.Reports.Count);
    }

    [Fact]
    public void Page_that_others_call_their_own_is_no_version_of_them()
    {
        var head = $"<meta property='og:url' content='{_desk.Web.At("/a")}'>";
        _desk.Web.Page("/b", $"<html><head>{head}</head><body><article><h1>Budget</h1><p>Parliament passed the budget after a long debate, and the minister of finance thanked all who had stayed until the vote.</p><p>The opposition called it a bad day for the country and left the hall.</p></article></body></html>");
        _desk.Web.Page("/a", FetchedDesk.Page("Norby"));
        Add("/b");
        Add("/a");
        Assert.Empty(_desk.Desk.Store.Revisions());
        Assert.Equal(2, _desk.Reports.Count);
    }

    [Fact]
    public void Refused_addresses_stop_no_other()
    {
        _desk.Web.Page("/a", FetchedDesk.Page("Norby"));
        var added = Add("/missing", "http://127.0.0.1:8999/", "/a", "ftp://news.test/a");
        Assert.Equal(1, added.New);
        Assert.Equal(["FE01", "FE02", "FE12"], added.Refusals.Select(refusal => refusal.Code).Order());
        Assert.Equal(3, _desk.Desk.Store.Refusals().Count);
    }

    [Fact]
    public void Charset_of_the_transport_counts()
    {
        _desk.Web.Page("/a", _ => (200, "Content-Type: text/html; charset=windows-1251", System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(FetchedDesk.Page("\u041D\u043E\u0440\u0431\u0438"))));
        Add("/a");
        Assert.Contains("\u041D\u043E\u0440\u0431\u0438", Assert.Single(_desk.Reports).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.News.test/a?b=1#c", "news.test/a?b=1")]
    [InlineData("http://news.test:8080/A", "news.test:8080/A")]
    [InlineData("news.html", null)]
    [InlineData("file:///a", null)]
    public void Addresses_are_compared_in_one_form(string address, string? key) => Assert.Equal(key, WebAddress.KeyOf(address));
}
