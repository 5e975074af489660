using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>
/// The names of elements as the feeds' specifications write them, whatever prefix a feed declares for them. An
/// undeclared prefix is taken for what it usually stands for.
/// </summary>
internal sealed class FeedNames
{
    private const int MostPrefixes = 100;

    /// <summary>Namespaces and the prefix that their names have here; the feeds' own have none.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://www.w3.org/2005/Atom"] = "",
        ["http://purl.org/atom/ns#"] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://purl.org/rss/1.0/modules/content/"] = "content:",
        ["http://purl.org/dc/elements/1.1/"] = "dc:",
        ["http://purl.org/dc/terms/"] = "dcterms:",
        ["http://search.yahoo.com/mrss/"] = "media:",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes:",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner:",
    };

    private static readonly string[] UsualFeedPrefixes = ["atom", "atom10", "a10", "rss", "rss1"];
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    /// <summary>Takes the declarations of a tag.</summary>
    public void Declare(string text, MarkupPiece piece)
    {
        if (!text.AsSpan(piece.Start, piece.Length).Contains("xmlns:", StringComparison.Ordinal)) return;
        foreach (var (name, value) in piece.Attributes(text))
            if (name.StartsWith("xmlns:", StringComparison.Ordinal) && Known.TryGetValue(value, out var prefix) && _prefixes.Count < MostPrefixes)
                _prefixes[name["xmlns:".Length..]] = prefix;
    }

    /// <summary>The name in lower case, with the prefix that the specifications use.</summary>
    public string Of(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        if (colon <= 0) return name.ToString().ToLowerInvariant();
        var prefix = name[..colon].ToString();
        var local = name[(colon + 1)..].ToString().ToLowerInvariant();
        if (_prefixes.TryGetValue(prefix, out var known)) return known + local;
        return Array.IndexOf(UsualFeedPrefixes, prefix) >= 0 ? local : $"{prefix.ToLowerInvariant()}:{local}";
    }
}
