using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>A feed as it says itself: RSS 0.9–2.0, RDF, Atom or JSON Feed. Nothing is judged here.</summary>
internal sealed class RawFeed
{
    public string? Title { get; set; }

    /// <summary>The address of the site.</summary>
    public string? Link { get; set; }

    /// <summary>Who signs items that name nobody.</summary>
    public List<string> Authors { get; } = [];

    public List<RawFeedItem> Items { get; } = [];

    /// <summary>True if the document ended inside an item.</summary>
    public bool IsCutShort { get; set; }
}

/// <summary>One item or entry. Markup in it is as it came, entities of the feed itself resolved once.</summary>
internal sealed class RawFeedItem
{
    public string? Id { get; set; }

    /// <summary>True unless the guid says that it is no address.</summary>
    public bool IsPermanentLink { get; set; }

    public string? Link { get; set; }

    public string? Title { get; set; }

    /// <summary>The full text: <c>content:encoded</c>, Atom's <c>content</c>.</summary>
    public string? Content { get; set; }

    /// <summary>The short text: <c>description</c>, <c>summary</c>.</summary>
    public string? Summary { get; set; }

    public string? Published { get; set; }

    public string? Updated { get; set; }

    /// <summary>Who published it first, where the feed gathers the items of others.</summary>
    public string? Outlet { get; set; }

    public List<string> Authors { get; } = [];

    /// <summary>Where the item began in the decoded text.</summary>
    public int Start { get; set; }

    /// <summary>A hash of what the item says: the same item in the next copy of the feed has the same.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001F', [Id, Link, Title, Content, Summary, Fallback, Published, Updated, Outlet, .. Authors, Authors.Count.ToString(CultureInfo.InvariantCulture)]))));

    /// <summary>True if an element of this name tells something of an item.</summary>
    public static bool Knows(string element) => element is "title" or "guid" or "id" or "link" or "feedburner:origlink" or "content:encoded" or "content"
        or "description" or "summary" or "media:description" or "itunes:summary" or "pubdate" or "published" or "dc:date" or "dcterms:created" or "dcterms:issued" or "issued"
        or "updated" or "dcterms:modified" or "modified" or "dc:creator" or "author" or "itunes:author" or "name" or "source";

    /// <summary>Takes an element's value; of two the first counts.</summary>
    public void Set(string element, string value)
    {
        switch (element)
        {
            case "title": Title ??= value; break;
            case "guid" or "id": Id = value; break;
            case "link": Link ??= value; break;
            case "feedburner:origlink": Link = value; break;
            case "content:encoded" or "content": Content ??= value; break;
            case "description" or "summary": Summary ??= value; break;
            case "media:description" or "itunes:summary": Fallback ??= value; break;
            case "pubdate" or "published" or "dc:date" or "dcterms:created" or "dcterms:issued" or "issued": Published ??= value; break;
            case "updated" or "dcterms:modified" or "modified": Updated ??= value; break;
            case "source": Outlet ??= value; break;
            case "dc:creator" or "author" or "itunes:author" or "name": Authors.Add(value); break;
            default: break;
        }
    }

    /// <summary>What else describes the item, where it has neither text nor summary.</summary>
    public string? Fallback { get; private set; }
}
