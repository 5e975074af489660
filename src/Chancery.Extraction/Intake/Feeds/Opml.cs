using System.Net;
using System.Text;
using Chancery.Extraction.Intake.Markup;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>A feed that a list of feeds names.</summary>
/// <param name="Address">Its address, as written.</param>
/// <param name="Title">What the list calls it; <see langword="null"/> if nothing.</param>
/// <param name="Site">The page that the feed belongs to.</param>
/// <param name="Folder">The folders it lies in, from outside in, joined by <c>/</c>; empty at the top.</param>
public sealed record ListedFeed(string Address, string? Title, string? Site = null, string Folder = "");

/// <summary>
/// OPML, the form in which readers of feeds hand their lists to each other. Reading is lenient: case of names varies, lists
/// break off, outlines nest as deep as they like. Nothing is fetched here, and an address is as untrusted as a stranger's.
/// </summary>
public static class Opml
{
    private const int DeepestFolder = 20;

    /// <summary>
    /// The feeds of a list in their order, each address once, as written: whether it leads to the web is for the caller to see, who can say so.
    /// None if the document is no such list.
    /// </summary>
    public static EquatableArray<ListedFeed> Read(RawDocument raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (Opening.Open(raw).Document is not { } document) return [];
        var feeds = new List<ListedFeed>();
        var folders = new Stack<(string Path, int Depth)>();
        var scanner = new MarkupScanner(document.Text, html: false);
        while (feeds.Count < Limits.Items && scanner.Next(out var piece))
        {
            if (piece.Kind is not (MarkupKind.StartTag or MarkupKind.EndTag) || !piece.IsNamed(document.Text, "outline")) continue;
            if (piece.Kind == MarkupKind.EndTag) folders.TryPop(out _);
            else if (document.Text[piece.End - 1] == '>') Start(document.Text, piece, folders, feeds);
        }

        return feeds.DistinctBy(feed => Uri.TryCreate(feed.Address, UriKind.Absolute, out var whole) ? whole.AbsoluteUri : feed.Address, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The list as OPML 2.0, without a date: the same feeds give the same bytes.</summary>
    /// <param name="feeds">The feeds; those of one folder are written together.</param>
    /// <param name="title">What the list is called.</param>
    public static string Write(IEnumerable<ListedFeed> feeds, string title = "Feeds")
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

    private static void Start(string text, MarkupPiece piece, Stack<(string Path, int Depth)> folders, List<ListedFeed> feeds)
    {
        var (path, depth) = folders.TryPeek(out var parent) ? parent : ("", 0);
        var title = Attribute(piece, text, "title") ?? Attribute(piece, text, "text");
        if (Attribute(piece, text, "xmlUrl") is { } address) feeds.Add(new ListedFeed(address, title, Attribute(piece, text, "htmlUrl"), path));
        if (piece.IsEmpty(text)) return;
        folders.Push(title is null || depth >= DeepestFolder ? (path, depth) : ($"{path}/{title.Replace('/', ' ')}".TrimStart('/'), depth + 1));
    }

    private static string Outline(ListedFeed feed)
    {
        var site = feed.Site is null ? "" : $" htmlUrl=\"{Escape(feed.Site)}\"";
        return $"    <outline type=\"rss\" text=\"{Escape(feed.Title ?? feed.Address)}\" xmlUrl=\"{Escape(feed.Address)}\"{site}/>\n";
    }

    private static string? Attribute(MarkupPiece piece, string text, string name) =>
        piece.Attribute(text, name) is { } value && WebUtility.HtmlDecode(value).Trim() is { Length: > 0 } found ? found : null;

    /// <summary>What XML cannot hold is left out.</summary>
    private static string Escape(string text) => WebUtility.HtmlEncode(TextShape.Collapse(string.Concat(text.Where(letter => letter is not ('\uFFFE' or '\uFFFF')))));
}
