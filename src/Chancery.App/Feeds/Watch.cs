using System.Collections.Concurrent;
using Chancery.App.Desk;
using Chancery.Record;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Feeds;

/// <summary>
/// Visits feeds and wanted pages as they come due, several hosts at a time. All that it knows stands in the store: it can be killed at
/// any moment and goes on where it was.
/// </summary>
internal sealed class Watch(KeptDesk desk, Street street, Schedule schedule, IClock clock)
{
    private const int HostsAtOnce = 8;

    // So that a host with a hundred new pages does not keep the other feeds waiting.
    private const int PagesOfAHost = 20;

    // Another program can add a feed meanwhile.
    private static readonly Duration LongestSleep = Duration.FromMinutes(1);

    private readonly FeedVisitor _feeds = new(desk, street, schedule);
    private readonly PageVisitor _pages = new(desk, street, schedule);

    /// <summary>Visits what is due, then sleeps until something is, until cancelled.</summary>
    /// <param name="say">Told of each visit.</param>
    /// <param name="sleep">Waits; handed in, so that tests do not.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task RunAsync(Action<Visit> say, Func<Duration, CancellationToken, Task> sleep, CancellationToken cancel)
    {
        while (true)
        {
            await RoundAsync(Due(), say, cancel, PagesOfAHost);
            cancel.ThrowIfCancellationRequested();
            if (Next() - clock.GetCurrentInstant() is { } pause && pause > Duration.Zero) await sleep(Duration.Min(pause, LongestSleep), cancel);
        }
    }

    /// <summary>Visits these feeds once, and then the pages that are due.</summary>
    /// <param name="feeds">In the order in which those of one host are visited.</param>
    /// <param name="say">Told of each visit.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="pagesOfAHost">No more pages of one host; the others stay wanted.</param>
    public async Task RoundAsync(IReadOnlyCollection<Feed> feeds, Action<Visit> say, CancellationToken cancel, int pagesOfAHost = int.MaxValue)
    {
        var visits = new ConcurrentQueue<Visit>();
        void Told(Visit visit)
        {
            visits.Enqueue(visit);
            lock (visits) say(visit);
        }

        // While another program writes, nothing can be kept; the visit is made again.
        async Task TryAsync(string address, Task<Visit> visit)
        {
            try
            {
                Told(await visit);
            }
            catch (StoreException fault) when (fault.Code == "ST04")
            {
                Told(new Visit(address, "failed") { Refusals = [new Refusal(address, fault.Code, fault.Message)] });
            }
        }

        try
        {
            await ByHostAsync(feeds, feed => feed.Address, int.MaxValue, (feed, stop) => TryAsync(feed.Address, _feeds.VisitAsync(feed, stop)), cancel);
            var now = clock.GetCurrentInstant();
            await ByHostAsync(desk.Store.WantedPages().Where(page => page.NextVisit <= now), page => page.Address, pagesOfAHost, (page, stop) => TryAsync(page.Address, _pages.VisitAsync(page, stop)), cancel);
        }
        finally
        {
            if (visits.Any(visit => visit.New > 0)) desk.Relink(street.Extractor.Fingerprint);
        }
    }

    /// <summary>Feeds whose time has come.</summary>
    public IReadOnlyList<Feed> Due()
    {
        var now = clock.GetCurrentInstant();
        return [.. desk.Store.Feeds().Where(feed => !feed.IsGone && feed.NextVisit <= now)];
    }

    private Instant Next() => desk.Store.Feeds().Where(feed => !feed.IsGone).Select(feed => feed.NextVisit)
        .Concat(desk.Store.WantedPages().Take(1).Select(page => page.NextVisit))
        .Append(clock.GetCurrentInstant() + LongestSleep).Min();

    // Things of one host are done one after the other, in their order; hosts beside each other.
    private static Task ByHostAsync<T>(IEnumerable<T> things, Func<T, string> address, int most, Func<T, CancellationToken, Task> visit, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            things.GroupBy(thing => Uri.TryCreate(address(thing), UriKind.Absolute, out var uri) ? uri.Authority : "", StringComparer.OrdinalIgnoreCase),
            new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancel },
            async (host, stop) =>
            {
                foreach (var thing in host.Take(most)) await visit(thing, stop);
            });
}
