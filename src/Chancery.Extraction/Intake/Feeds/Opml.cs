using System.Collections.Immutable;
using System.Net;
using System.Text;
using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>A feed in a list of feeds.</summary>
/// <param name="Address">Where the feed stands.</param>
/// <param name="Title">What the list calls it; <see langword="null"/> if nothing.</param>
/// <param name="Site">The page that the feed belongs to.</param>
/// <param name="Folder">The folders it lies in, from outside in, joined by <c>/</c>; empty at the top.</param>
public sealed record FeedAddress(string Address, string? Title = null, string? Site = null, string Folder = "");

/// <summary>
/// OPML, the form in which readers of feeds hand their lists to each other. Reading is lenient: case of names varies, lists
/// break off. Nothing is fetched here, and an address is as untrusted as a stranger's.
/// </summary>
public static class Opml
{
    private const int DeepestFolder = 20;

    /// <summary>The feeds of a list in their order, each address once; none if the bytes are no such list.</summary>
    public static ImmutableArray<FeedAddress> Read(ReadOnlySpan<byte> bytes)
    {
        var tree = MarkupTree.Read(Encodings.Decode(bytes, null).Text);
        var folders = new Dictionary<MarkupNode, (string Path, int Depth)>();
        var feeds = new List<FeedAddress>();
        foreach (var outline in tree.Below(null, "outline"))
        {
            var (path, depth) = outline.Parent >= 0 && folders.TryGetValue(tree.Nodes[outline.Parent], out var parent) ? parent : ("", 0);
            var title = tree.Attribute(outline, "title") ?? tree.Attribute(outline, "text");
            if (tree.Attribute(outline, "xmlUrl") is { } address && IsWeb(address)) feeds.Add(new FeedAddress(address, title, tree.Attribute(outline, "htmlUrl"), path));
            folders[outline] = title is null || depth >= DeepestFolder ? (path, depth) : ($"{path}/{title.Replace('/', ' ')}".TrimStart('/'), depth + 1);
        }

        return [.. feeds.DistinctBy(feed => feed.Address, StringComparer.Ordinal)];
    }

    /// <summary>The list as OPML 2.0, without a date: the same feeds give the same bytes.</summary>
    /// <param name="feeds">The feeds; folders are written where they change.</param>
    /// <param name="title">What the list is called.</param>
    public static string Write(IEnumerable<FeedAddress> feeds, string title)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var text = new StringBuilder($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head><title>{Escape(title)}</title></head>\n  <body>\n");
        foreach (var folder in feeds.GroupBy(feed => feed.Folder, StringComparer.Ordinal))
        {
            var names = folder.Key.Split('/', StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in names) text.Append($"    <outline text=\"{Escape(name)}\">\n");
            foreach (var feed in folder) text.Append(Outline(feed));
            foreach (var _ in names) text.Append("    </outline>\n");
        }

        return text.Append("  </body>\n</opml>\n").ToString();
    }

    private static string Outline(FeedAddress feed)
    {
        var site = feed.Site is null ? "" : $" htmlUrl=\"{Escape(feed.Site)}\"";
        return $"    <outline type=\"rss\" text=\"{Escape(feed.Title ?? feed.Address)}\" xmlUrl=\"{Escape(feed.Address)}\"{site}/>\n";
    }

    /// <summary>What XML cannot hold is left out.</summary>
    private static string Escape(string text) =>
        WebUtility.HtmlEncode(TextShape.Collapse(string.Concat(text.Where(letter => letter is not ('\uFFFE' or '\uFFFF')))));

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
}
