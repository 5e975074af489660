using Chancery.App.Desk;
using Chancery.App.Fetching;
using Chancery.Extraction.Intake;
using Chancery.Record;
using Chancery.Store;

namespace Chancery.App.Feeds;

/// <summary>
/// Visits the page of an item that only sums it up. The page's report is kept if it has more words than the item; until it
/// comes, and if it never does, the item's own words are kept, out of the feed's stored bytes. A page that comes later revises them.
/// </summary>
internal sealed class PageVisitor(KeptDesk desk, Street street, Schedule schedule)
{
    /// <summary>Visits a page.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing was kept.</exception>
    public async Task<Visit> VisitAsync(WantedPage page, CancellationToken cancel)
    {
        var fetched = await street.Fetcher.FetchAsync(new FetchRequest(page.Address), cancel);
        var outcome = fetched.IsBody ? street.Read(fetched, cancel) : null;
        var summary = Summary(page);
        var isMore = outcome is not null && IsMore(outcome, summary);
        var own = isMore ? default : Own(summary, cancel);
        var arrived = new List<Arrived>();
        var refusals = outcome?.Refusals.ToList() ?? [fetched.ToRefusal()];
        desk.Store.InOneCommit(() =>
        {
            // Somebody else may have come first, or the feed been forgotten.
            if (desk.Store.FeedItem(page.Feed, page.Item) is not { } item) return;
            if (isMore) KeepPage(item, outcome!, arrived);
            else if (own.Reading is { } reading && IsOwnOrNone(item)) KeepSummary(item, reading, page, summary!, arrived);
            foreach (var refusal in refusals) desk.Append(refusal, outcome?.Document);
            Settle(page, fetched);
        });
        return new Visit(page.Address, "page") { Refusals = [.. refusals] }.With(arrived);
    }

    /// <summary>Keeps the item's own words, since its page is wanted no more.</summary>
    public void GiveUp(WantedPage page)
    {
        var summary = Summary(page);
        var own = Own(summary, CancellationToken.None);
        desk.Store.InOneCommit(() =>
        {
            if (own.Reading is { } reading && desk.Store.FeedItem(page.Feed, page.Item) is { } item && IsOwnOrNone(item)) KeepSummary(item, reading, page, summary!, []);
            desk.Store.RemoveWantedPage(page.Feed, page.Item);
        });
    }

    private static bool IsMore(Outcome outcome, ListedItem? summary)
    {
        if (outcome.Readings.IsEmpty || summary is null) return !outcome.Readings.IsEmpty;
        return outcome.Readings.Sum(reading => ListedItem.WordsIn(reading.Report.Text)) >= ListedItem.WordsIn(summary.Report.Text)
            && summary.IsAboutTheSameAs(outcome.Readings.Select(reading => reading.Report));
    }

    // An item may be a title only; that is no report.
    private (Reading? Reading, Refusal? Refusal) Own(ListedItem? summary, CancellationToken cancel) =>
        summary is null or { Report.Text.Length: 0 } ? default : street.Read([summary.Report], cancel)[0];

    /// <summary>True if nothing was kept of the item, or only its own words: those of a page are not revised by a summary.</summary>
    private bool IsOwnOrNone(FeedItem item) =>
        item.Report is null || desk.Store.Report(item.Report) is { } report && desk.Store.Fetches(report.Sha256).Any(fetch => fetch.Address == item.Feed);

    private void Settle(WantedPage page, Fetched fetched)
    {
        var attempts = page.Attempts + 1;
        if (fetched.Code is { } code && FetchCodes.IsPassing(code) && attempts < Schedule.MostAttempts)
            desk.Store.Save(page with { Attempts = attempts, NextVisit = schedule.AfterFailure(fetched, attempts) });
        else
            desk.Store.RemoveWantedPage(page.Feed, page.Item);
    }

    // A page may hold several reports (a live blog); the first stands for the item.
    private void KeepPage(FeedItem item, Outcome outcome, List<Arrived> arrived)
    {
        var places = SeenAt.Of(outcome.Fetched!, outcome.Document!);
        foreach (var reading in outcome.Readings)
        {
            var isFirst = arrived.Count == 0;
            arrived.Add(desk.Keep(reading, outcome.Document!, outcome.Fetched, new Provenience(isFirst ? places : [], outcome.Fetched!.Retrieved, isFirst ? item.Report : null)));
        }

        desk.Store.Save(item with { Report = arrived[0].Report });
    }

    private void KeepSummary(FeedItem item, Reading reading, WantedPage page, ListedItem summary, List<Arrived> arrived)
    {
        var document = new RawDocument(page.Feed, desk.Store.Original(page.Sha256)!.Bytes);
        var places = WebAddress.KeyOf(summary.Address) is { } key ? [new SeenAt(key, summary.IsOnlyOne)] : Array.Empty<SeenAt>();
        arrived.Add(desk.Keep(reading, document, null, new Provenience(places, item.Seen, item.Report)));
        desk.Store.Save(item with { Report = arrived[^1].Report });
    }

    /// <summary>The item as the feed's stored bytes have it.</summary>
    private ListedItem? Summary(WantedPage page)
    {
        if (desk.Store.Original(page.Sha256) is not { } original) return null;
        var document = new RawDocument(page.Feed, original.Bytes, original.MediaType, original.Address, original.Retrieved);
        return FeedDocument.Read(document, hadBadIds: false).Items.FirstOrDefault(item => item.Key == page.Item)
            ?? FeedDocument.Read(document, hadBadIds: true).Items.FirstOrDefault(item => item.Key == page.Item);
    }
}
