using Chancery.App.Desk;
using Chancery.App.Fetching;
using Chancery.Extraction.Intake;
using Chancery.Record;
using Chancery.Record.Versions;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Feeds;

/// <summary>
/// Visits one feed: asks for what is new, reads it, and keeps items, wanted pages and the feed's validators in one commit. Killed at
/// any moment it leaves all of a visit or nothing; a copy that was not read to its end leaves no validators, so that no
/// later "not modified" can hide its items.
/// </summary>
internal sealed class FeedVisitor(KeptDesk desk, Street street, Schedule schedule)
{
    // How long after an item was last listed another with much the same words can be its new version.
    private static readonly Duration Memory = Duration.FromDays(7);

    // Nearer than for a shared address: two bulletins of one series share their frame.
    private const double NearlyEqual = 0.7;

    /// <summary>Visits a feed.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing was kept.</exception>
    public async Task<Visit> VisitAsync(Feed feed, CancellationToken cancel)
    {
        var fetched = await street.Fetcher.FetchAsync(new FetchRequest(feed.Address, feed.ETag, feed.LastModified), cancel);
        if (!fetched.IsBody) return fetched.IsNotModified ? Rest(feed, fetched) : Fail(feed, fetched, fetched.ToRefusal());
        if (fetched.Sha256 == feed.Sha256) return Rest(feed, fetched);
        var source = fetched.ToDocument();
        var document = FeedDocument.Read(source, feed.HasBadIds);
        if (!document.IsFeed) return Fail(feed, fetched, NotAFeed(feed, document));
        var readings = Read(feed, document, cancel);
        return Keep(feed, fetched, source, document, readings);
    }

    private static Refusal NotAFeed(Feed feed, FeedDocument document) => new(
        feed.Address, FetchCodes.NotAFeed,
        $"What came is not a feed with items{(document.Refusals is [var first, ..] ? $" ({first.Code} {first.Detail})" : "")}; it will be asked for again.");

    /// <summary>Nothing is new.</summary>
    private Visit Rest(Feed feed, Fetched fetched)
    {
        desk.Store.Save(feed with { Failures = 0, Said = null, Visited = fetched.Retrieved, NextVisit = schedule.AfterVisit(fetched) });
        return new Visit(feed.Address, "unchanged");
    }

    private Visit Fail(Feed feed, Fetched fetched, Refusal refusal)
    {
        var isGone = refusal.Code == FetchCodes.Gone;
        desk.Store.InOneCommit(() =>
        {
            desk.Append(refusal, fetched.IsBody ? fetched.ToDocument() : null);
            desk.Store.Save(feed with
            {
                Failures = feed.Failures + 1,
                IsGone = isGone,
                Said = $"{refusal.Code} {refusal.Detail}",
                Visited = fetched.Retrieved,
                NextVisit = schedule.AfterFailure(fetched, feed.Failures + 1),
            });
        });
        return new Visit(feed.Address, isGone ? "gone" : "failed") { Refusals = [refusal] };
    }

    /// <summary>What the items say whose words are new and whole, by key.</summary>
    private Dictionary<string, (Reading? Reading, Refusal? Refusal)> Read(Feed feed, FeedDocument document, CancellationToken cancel)
    {
        var fresh = document.Items.Where(item => !item.IsSummary && desk.Store.FeedItem(feed.Address, item.Key)?.Digest != item.Digest).ToList();
        var read = street.Read([.. fresh.Select(item => item.Report)], cancel);
        return fresh.Zip(read).ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
    }

    private Visit Keep(Feed feed, Fetched fetched, RawDocument source, FeedDocument document, Dictionary<string, (Reading? Reading, Refusal? Refusal)> readings)
    {
        var arrived = new List<Arrived>();
        var refusals = document.Refusals.ToList();
        var wanted = 0;
        desk.Store.InOneCommit(() =>
        {
            // The feed can have been forgotten meanwhile; then nothing of it is wanted.
            if (desk.Store.Feed(feed.Address) is null) return;
            foreach (var item in document.Items)
            {
                var known = desk.Store.FeedItem(feed.Address, item.Key);
                var kept = new FeedItem(feed.Address, item.Key, item.Digest, item.Address, known?.Report, fetched.Retrieved);
                if (known?.Digest == item.Digest) desk.Store.Save(kept);
                else if (item.IsSummary) wanted += Want(kept, item, source, fetched);
                else if (readings.TryGetValue(item.Key, out var read)) Keep(kept, read, item, document, (source, fetched), arrived, refusals);
            }

            foreach (var refusal in refusals) desk.Append(refusal, source);
            desk.Store.Save(feed with
            {
                Title = feed.Title ?? document.Title,
                ETag = fetched.ETag,
                LastModified = fetched.LastModified,
                Sha256 = fetched.Sha256,
                HasBadIds = document.HasBadIds,
                Failures = 0,
                Said = null,
                Visited = fetched.Retrieved,
                NextVisit = schedule.AfterVisit(fetched),
            });
            if (fetched.MovedTo is { } target) desk.Store.MoveFeed(feed.Address, target);
        });
        return new Visit(feed.Address, "news") { Wanted = wanted, MovedTo = fetched.MovedTo, Refusals = [.. refusals] }.With(arrived);
    }

    private int Want(FeedItem kept, ListedItem item, RawDocument source, Fetched fetched)
    {
        desk.Store.Save(kept);
        desk.AppendBytes(fetched.Sha256, source, fetched);
        desk.Store.Save(new WantedPage(kept.Feed, kept.Item, item.Address!, fetched.Sha256, 0, fetched.Retrieved));
        return 1;
    }

    private void Keep(
        FeedItem kept, (Reading? Reading, Refusal? Refusal) read, ListedItem item, FeedDocument document, (RawDocument Document, Fetched Fetched) source,
        List<Arrived> arrived, List<Refusal> refusals)
    {
        if (read.Refusal is { } refusal) refusals.Add(refusal);
        if (read.Reading is not { } reading) return;
        var prior = kept.Report ?? Prior(kept.Feed, item, document, kept.Seen);
        var places = WebAddress.KeyOf(item.Address) is { } key ? [new SeenAt(key, item.IsOnlyOne)] : Array.Empty<SeenAt>();
        try
        {
            // Its address was asked already, and with what this feed lists in mind.
            var one = desk.Keep(reading, source.Document, source.Fetched, new Provenience(places, kept.Seen, prior) { AsksPlaces = false });
            arrived.Add(one);
            desk.Store.Save(kept with { Report = one.Report });
        }
        catch (StoreException fault) when (fault.Code == "ST08")
        {
            refusals.Add(new Refusal(reading.Report.Source, fault.Code, fault.Message));
            desk.Store.Save(kept);
        }
    }

    /// <summary>
    /// The report that an item with a new identity is a new version of: one at the same address, or one with much the same words
    /// that this feed listed in the last week. What the feed still lists under another identity is replaced by nothing.
    /// </summary>
    private string? Prior(string feed, ListedItem item, FeedDocument document, Instant now)
    {
        var listed = document.Items.Where(other => other.Key != item.Key).Select(other => desk.Store.FeedItem(feed, other.Key)?.Report).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var atAddress = WebAddress.KeyOf(item.Address) is { } key ? desk.Store.NewestAt(key, item.IsOnlyOne) : null;
        if (atAddress is not null && !listed.Contains(atAddress) && (item.IsOnlyOne || IsLike(atAddress, item.Report))) return atAddress;
        return desk.Store.FeedItems(feed, now - Memory).Select(known => known.Report).OfType<string>()
            .Where(report => !listed.Contains(report))
            .FirstOrDefault(report => IsLike(report, item.Report));
    }

    private bool IsLike(string report, Report item) => desk.Store.Report(report) is { } known && Likeness.Of(known.Text, item.Text) >= NearlyEqual;
}
