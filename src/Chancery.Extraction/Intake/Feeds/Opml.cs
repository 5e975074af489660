using System.Net;
using System.Text;
using Chancery.Extraction.Intake.Markup;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>A feed that a list of feeds names.</summary>
/// <param name="Address">Its address, as written.</param>
/// <param name="Title">What the list calls it.</param>
public sealed record ListedFeed(string Address, string? Title);

/// <summary>
/// OPML, the form in which feed readers hand their lists to each other. Read by its tags: outlines may nest as deep as they
/// like and be broken as they may; attributes count in any case, each address once.
/// </summary>
public static class Opml
{
    /// <summary>The feeds in the list's order; none if it is no OPML.</summary>
    public static EquatableArray<ListedFeed> Read(RawDocument raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (Opening.Open(raw).Document is not { } document) return [];
        var feeds = new List<ListedFeed>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var scanner = new MarkupScanner(document.Text, html: false);
        while (feeds.Count < Limits.Items && scanner.Next(out var piece))
        {
            if (piece.Kind != MarkupKind.StartTag || !piece.IsNamed(document.Text, "outline")) continue;
            if (Attribute(piece, document.Text, "xmlUrl") is { } address && known.Add(address))
                feeds.Add(new ListedFeed(address, Attribute(piece, document.Text, "title") ?? Attribute(piece, document.Text, "text")));
        }

        return feeds.ToEquatableArray();
    }

    /// <summary>An OPML 2.0 document.</summary>
    public static string Write(IEnumerable<ListedFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head><title>Feeds</title></head>\n  <body>\n");
        foreach (var feed in feeds)
            text.Append("    <outline type=\"rss\" text=\"").Append(Escaped(feed.Title ?? feed.Address)).Append("\" xmlUrl=\"").Append(Escaped(feed.Address)).Append("\"/>\n");
        return text.Append("  </body>\n</opml>\n").ToString();
    }

    private static string? Attribute(MarkupPiece piece, string text, string name) =>
        piece.Attribute(text, name) is { } value && WebUtility.HtmlDecode(value).Trim() is { Length: > 0 } plain ? plain : null;

    // Control characters have no place in XML, not even escaped.
    private static string Escaped(string value) => WebUtility.HtmlEncode(string.Concat(value.Where(letter => !char.IsControl(letter))));
}
