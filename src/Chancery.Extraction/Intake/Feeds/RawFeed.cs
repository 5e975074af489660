namespace Chancery.Extraction.Intake.Feeds;

/// <summary>A feed as it says itself: RSS 0.9–2.0, RDF or Atom. Nothing is judged here.</summary>
internal sealed class RawFeed
{
    public string? Title { get; set; }

    public List<RawFeedItem> Items { get; } = [];

    /// <summary>True if the document ended inside an item.</summary>
    public bool IsCutShort { get; set; }
}

/// <summary>One item or entry. Markup in it is as it came, entities of the feed itself resolved once.</summary>
internal sealed class RawFeedItem
{
    public string? Id { get; set; }

    public string? Link { get; set; }

    public string? Title { get; set; }

    /// <summary>The full text: <c>content:encoded</c>, Atom's <c>content</c>.</summary>
    public string? Content { get; set; }

    /// <summary>The short text: <c>description</c>, <c>summary</c>.</summary>
    public string? Summary { get; set; }

    public string? Published { get; set; }

    public string? Updated { get; set; }

    public List<string> Authors { get; } = [];

    /// <summary>Where the item began in the decoded text.</summary>
    public int Start { get; set; }
}
