using System.Text.Json;
using Chancery.Extraction.Intake.Json;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>Reads a JSON Feed (version 1 and 1.1); of one that breaks off, the items that were whole.</summary>
internal static class JsonFeedReader
{
    /// <summary>True if the text is an object that names the format as its version.</summary>
    public static bool Recognises(OpenedDocument document) =>
        document.Head.StartsWith("{") && document.Text.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase)
        && document.Head.Contains("\"version\"", StringComparison.Ordinal);

    /// <summary>The feed.</summary>
    public static RawFeed Read(string text)
    {
        var (value, isBroken) = JsonText.ParseOrSalvage(text);
        var feed = new RawFeed { IsCutShort = isBroken };
        if (value is not { } root) return feed;
        feed.Title = root.Field("title");
        feed.Link = root.Field("home_page_url");
        feed.Authors.AddRange(AuthorsOf(root));
        foreach (var item in root.Many("items").Take(Limits.Items))
            if (item.ValueKind == JsonValueKind.Object)
                feed.Items.Add(ItemOf(item));
        return feed;
    }

    private static RawFeedItem ItemOf(JsonElement json)
    {
        var item = new RawFeedItem
        {
            Id = json.Field("id"),
            IsPermanentLink = true,
            Link = json.Field("url") ?? json.Field("external_url"),
            Title = json.Field("title"),
            Content = json.Field("content_html") ?? json.Field("content_text"),
            Summary = json.Field("summary"),
            Published = json.Field("date_published"),
            Updated = json.Field("date_modified"),
        };
        item.Authors.AddRange(AuthorsOf(json));
        return item;
    }

    /// <summary>Version 1 has one author, version 1.1 has several.</summary>
    private static IEnumerable<string> AuthorsOf(JsonElement json) =>
        json.Many("authors").Concat(json.Many("author")).Select(author => author.Line("name")).OfType<string>().Distinct(StringComparer.Ordinal);
}
