using Chancery.Store;
using Chancery.Tests.Record;
using NodaTime;

namespace Chancery.Tests.Store;

/// <summary>Feeds, their items, wanted pages, fetches and addresses as they are kept.</summary>
public sealed class FeedStoreTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2021, 8, 20, 12, 0);

    private static readonly Feed Full = new("http://a.test/feed", "A", Now, Now + Duration.FromMinutes(30))
    {
        ETag = "W/\"\u00E9 \"",
        LastModified = "yesterday",
        Sha256 = new string('a', 64),
        HasBadIds = true,
        IsGone = true,
        Failures = 3,
        Said = "FE05 slow",
        Visited = Now,
    };

    private readonly RecordStore _store = RecordStore.InMemory();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void What_is_saved_is_there_and_can_be_changed()
    {
        var item = new FeedItem(Full.Address, "1", "d", "http://a.test/1", null, Now);
        var page = new WantedPage(Full.Address, "1", "http://a.test/1", "s", 2, Now);
        _store.Save(Full);
        _store.Save(item);
        _store.Save(page);
        Assert.Equal(Full, Assert.Single(_store.Feeds()));
        Assert.Equal(item, _store.FeedItem(Full.Address, "1"));
        Assert.Equal(page, Assert.Single(_store.WantedPages(Full.Address)));

        var later = Full with { ETag = null, IsGone = false, Failures = 0, Title = "B", Added = Now + Duration.FromDays(1) };
        _store.Save(later);
        _store.Save(item with { Digest = "e", Seen = Now + Duration.FromHours(1) });
        Assert.Equal(later with { Added = Now }, _store.Feed(Full.Address));
        Assert.Equal("e", Assert.Single(_store.FeedItems(Full.Address, Now + Duration.FromHours(1))).Digest);
        Assert.Empty(_store.FeedItems(Full.Address, Now + Duration.FromHours(2)));
    }

    [Fact]
    public void Feed_that_is_removed_takes_its_items_and_wants_along()
    {
        Fill("http://a.test/feed");
        Assert.True(_store.RemoveFeed("http://a.test/feed"));
        Assert.False(_store.RemoveFeed("http://a.test/feed"));
        Assert.Null(_store.FeedItem("http://a.test/feed", "1"));
        Assert.Empty(_store.WantedPages());
    }

    [Fact]
    public void Feed_that_moves_takes_its_items_and_wants_along()
    {
        Fill("http://a.test/feed");
        _store.MoveFeed("http://a.test/feed", "http://b.test/feed");
        Assert.NotNull(_store.FeedItem("http://b.test/feed", "1"));
        Assert.Equal("http://b.test/feed", Assert.Single(_store.WantedPages()).Feed);

        Fill("http://c.test/feed");
        _store.MoveFeed("http://c.test/feed", "http://b.test/feed");
        Assert.Equal("http://b.test/feed", Assert.Single(_store.Feeds()).Address);
        Assert.Single(_store.WantedPages());
        Assert.True(_store.Verify().IsClean);
    }

    [Fact]
    public void Newest_words_at_an_address_are_those_seen_last_in_any_order()
    {
        Samples.Append(_store, 1);
        Samples.Append(_store, 2);
        var (first, second) = (Samples.Arrival(1).Reading.Report.Id, Samples.Arrival(2).Reading.Report.Id);
        _store.SeeAt("a.test/", second, Now + Duration.FromHours(1), isOwn: true);
        _store.SeeAt("a.test/", first, Now, isOwn: true);
        Assert.Equal((second, (string?)null), (_store.NewestAt("a.test/", isOwn: true), _store.NewestAt("a.test/", isOwn: false)));
        _store.SeeAt("a.test/", first, Now + Duration.FromHours(2), isOwn: false);
        Assert.Equal((first, Now), (_store.NewestAt("a.test/", isOwn: true), _store.FirstSeen(first)));
    }

    [Fact]
    public void Revision_is_found_from_both_ends()
    {
        Samples.Append(_store, 1);
        var older = Samples.Arrival(1).Reading.Report.Id;
        var reading = Samples.Arrival(2).Reading;
        _store.AppendBytes(reading.Report.Sha256, System.Text.Encoding.UTF8.GetBytes(reading.Report.Text));
        _store.Append(reading with { Report = reading.Report with { Revises = older } }, "b", Now);
        Assert.Equal(reading.Report.Id, Assert.Single(_store.RevisionsOf(older)));
        Assert.Equal(older, Assert.Single(_store.Revisions()).Revises);
        Assert.True(_store.Verify().IsClean);
    }

    [Fact]
    public void Fetch_is_kept_once_and_its_bytes_are_missed()
    {
        var fetch = new StoredFetch(EveryKind.Sha256Of("x"), "http://a.test/", "http://a.test/b", 200, [new FetchLine("301", "http://a.test/")], [new FetchLine("ETag", "\"\u00E9\"")], Now);
        _store.Append(fetch);
        _store.Append(fetch);
        Assert.Equal([fetch], _store.Fetches(fetch.Sha256));
        Assert.Equal("VE02", Assert.Single(_store.Verify().Faults).Code);
        _store.AppendBytes(fetch.Sha256, "x"u8.ToArray());
        Assert.True(_store.Verify().IsClean);
    }

    private void Fill(string feed)
    {
        _store.Save(new Feed(feed, null, Now, Now));
        _store.Save(new FeedItem(feed, "1", "d", null, null, Now));
        _store.Save(new WantedPage(feed, "1", "http://a.test/1", "s", 0, Now));
    }
}
