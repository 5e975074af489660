using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>
/// RSS 0.9–2.0, RDF, Atom and JSON Feed: one report an item. A report's id comes from what the item says, so that the same
/// item in the next copy of the feed is the same report; how the source tells its items apart stands in the result.
/// </summary>
internal sealed class FeedFormat : IReportFormat
{
    private static readonly string[] Roots = ["rss", "rdf", "feed", "channel"];

    public string Name => "feed";

    public bool Recognises(OpenedDocument document)
    {
        if (JsonFeedReader.Recognises(document)) return true;
        if (!document.Head.StartsWith("<")) return false;
        var root = Markup.MarkupTree.RootName(document.Text);
        return root is not null && Array.IndexOf(Roots, root) >= 0;
    }

    public IntakeResult Read(OpenedDocument document)
    {
        var feed = document.Head.StartsWith("{") ? JsonFeedReader.Read(document.Text) : FeedReader.Read(document.Text);
        var reports = new List<Report>();
        var refusals = new List<Refusal>();
        var items = new List<SourceItem>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var raw in feed.Items)
        {
            var item = new FeedItem(raw, feed, document.Raw);
            var draft = FeedAdapter.Adapt(item, feed, document.Raw);
            var report = draft.Passages.Count == 0 ? null : draft.ToItem(document, KeyOf(raw, item.Address, keys), item.Digest, Nth(seen, item.Digest), item.Address);
            if (report is null) refusals.Add(new Refusal($"{document.Raw.Source}#{item.Address ?? raw.Title}", RefusalCodes.EmptyItem, RefusalCodes.Sentence(RefusalCodes.EmptyItem)));
            else reports.Add(report);
            items.Add(new SourceItem(report?.Id, raw.Id, item.Address, draft.Title, item.Digest, FeedExtent.Of(draft, raw, item.Address)));
        }

        if (reports.Count == 0 && refusals.Count == 0) return IntakeResult.Refuse(document, RefusalCodes.EmptyFeed);
        return new IntakeResult(reports.ToEquatableArray(), refusals.ToEquatableArray()) { Items = items.ToEquatableArray(), Policy = SourceItem.PolicyOf(items) };
    }

    /// <summary>A guid that another item has too is no identity; then address and title stand in.</summary>
    private static string KeyOf(RawFeedItem item, string? address, HashSet<string> keys)
    {
        var key = item.Id ?? address ?? item.Title ?? "";
        if (keys.Add(key)) return key;
        key = string.Join('\u001F', item.Id, address, item.Title);
        return keys.Add(key) ? key : string.Join('\u001F', key, keys.Count);
    }

    /// <summary>How often it was seen before: items that are alike in everything are still told apart, in their order.</summary>
    internal static int Nth(Dictionary<string, int> seen, string digest) =>
        seen[digest] = seen.TryGetValue(digest, out var before) ? before + 1 : 0;
}

/// <summary>An item with what follows from its feed.</summary>
internal sealed record FeedItem(RawFeedItem Raw, string? Address, string Digest)
{
    /// <summary>The item of the feed.</summary>
    public FeedItem(RawFeedItem item, RawFeed feed, RawDocument raw)
        : this(item, AddressOf(item, feed, raw), item.Digest)
    {
    }

    /// <summary>The link, made whole where it is told from the site's address; a guid that is an address stands in.</summary>
    private static string? AddressOf(RawFeedItem item, RawFeed feed, RawDocument raw)
    {
        var link = item.Link ?? (item.IsPermanentLink && IsWeb(item.Id) ? item.Id : null);
        if (link is null || IsWeb(link)) return link?.Trim();
        var site = feed.Link is { } own && IsWeb(own) ? own : raw.Address;
        return IsWeb(site) && Uri.TryCreate(new Uri(site!), link.Trim(), out var whole) && IsWeb(whole.AbsoluteUri) ? whole.AbsoluteUri : link.Trim();
    }

    private static bool IsWeb(string? address) =>
        address is not null && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
}
