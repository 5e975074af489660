using Dapper;
using NodaTime;

namespace Chancery.Store;

/// <summary>An item of a feed that was seen.</summary>
/// <param name="Feed">Its feed's address.</param>
/// <param name="Item">Its own identity in the feed.</param>
/// <param name="Digest">A hash of its words, to see when they change.</param>
/// <param name="Address">The page it leads to.</param>
/// <param name="Report">The report that holds its words; <see langword="null"/> while it waits for its page.</param>
/// <param name="Seen">When the feed last listed it.</param>
public sealed record FeedItem(string Feed, string Item, string Digest, string? Address, string? Report, Instant Seen);

/// <summary>A page to be fetched, since an item only sums it up.</summary>
/// <param name="Feed">The feed's address.</param>
/// <param name="Item">The item's identity.</param>
/// <param name="Address">The page's address.</param>
/// <param name="Sha256">The feed's bytes in which the item stands.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextVisit">Not before this instant.</param>
public sealed record WantedPage(string Feed, string Item, string Address, string Sha256, int Attempts, Instant NextVisit);

public sealed partial class RecordStore
{
    /// <summary>What is known of an item, or <see langword="null"/>.</summary>
    public FeedItem? FeedItem(string feed, string item) => Read(connection => connection.QuerySingleOrDefault<FeedItemRow>(
        "SELECT feed, item, digest, address, report_id AS report, seen FROM feed_item WHERE feed = @feed AND item = @item", new { feed, item }))?.ToItem();

    /// <summary>All items of a feed that it listed since then, the newest seen first.</summary>
    public IReadOnlyList<FeedItem> FeedItems(string feed, Instant since) => [.. Read(connection => connection.Query<FeedItemRow>(
        "SELECT feed, item, digest, address, report_id AS report, seen FROM feed_item WHERE feed = @feed AND seen >= @since ORDER BY seen DESC, item",
        new { feed, since = Iso(since) })).Select(row => row.ToItem())];

    /// <summary>Keeps an item, or what has changed of it.</summary>
    public void Save(FeedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Write(connection => connection.Execute(
            """
            INSERT INTO feed_item (feed, item, digest, address, report_id, seen) VALUES (@Feed, @Item, @Digest, @Address, @Report, @seen)
            ON CONFLICT (feed, item) DO UPDATE SET digest = excluded.digest, address = excluded.address, report_id = excluded.report_id, seen = excluded.seen
            """,
            new { item.Feed, item.Item, item.Digest, item.Address, item.Report, seen = Iso(item.Seen) }));
    }

    /// <summary>Pages to be fetched, the most urgent first.</summary>
    /// <param name="feed">Of this feed only.</param>
    public IReadOnlyList<WantedPage> WantedPages(string? feed = null) => [.. Read(connection => connection.Query<WantedPageRow>(
        $"""
        SELECT feed, item, address, sha256, attempts, next_visit AS nextvisit FROM wanted_page
        {(feed is null ? "" : "WHERE feed = @feed")} ORDER BY next_visit, feed, item
        """,
        new { feed })).Select(row => row.ToPage())];

    /// <summary>Wants a page, or writes how it stands with it.</summary>
    public void Save(WantedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        Write(connection => connection.Execute(
            """
            INSERT INTO wanted_page (feed, item, address, sha256, attempts, next_visit) VALUES (@Feed, @Item, @Address, @Sha256, @Attempts, @next)
            ON CONFLICT (feed, item) DO UPDATE SET address = excluded.address, sha256 = excluded.sha256, attempts = excluded.attempts, next_visit = excluded.next_visit
            """,
            new { page.Feed, page.Item, page.Address, page.Sha256, page.Attempts, next = Iso(page.NextVisit) }));
    }

    /// <summary>The page is wanted no more.</summary>
    public void RemoveWantedPage(string feed, string item) =>
        Write(connection => connection.Execute("DELETE FROM wanted_page WHERE feed = @feed AND item = @item", new { feed, item }));

    private sealed record FeedItemRow(string Feed, string Item, string Digest, string? Address, string? Report, string Seen)
    {
        public FeedItem ToItem() => new(Feed, Item, Digest, Address, Report, ReadInstant(Seen));
    }

    private sealed record WantedPageRow(string Feed, string Item, string Address, string Sha256, long Attempts, string NextVisit)
    {
        public WantedPage ToPage() => new(Feed, Item, Address, Sha256, (int)Attempts, ReadInstant(NextVisit));
    }
}
