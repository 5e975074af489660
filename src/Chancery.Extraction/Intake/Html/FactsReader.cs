using AngleSharp.Dom;

namespace Chancery.Extraction.Intake.Html;

/// <summary>Reads head and microdata of a parsed page into <see cref="PageFacts"/>, before anything is pruned.</summary>
internal static class FactsReader
{
    private const int MostOfAKind = 30;
    private const int LongestTitle = 500;
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date",
        "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published", "published-date", "cxenseparse:recs:publishtime",
        "article_date_original", "originalpublicationdate", "published_time", "datecreated", "rnews:datepublished", "ptime", "displaydate", "article:published",
    ];

    private static readonly string[] AuthorNames = ["author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "dcterms.creator", "article.author", "cxenseparse:author"];

    /// <summary>The facts of the page.</summary>
    public static PageFacts Read(IDocument document)
    {
        var facts = new PageFacts { DocumentTitle = Title(document.Title ?? ""), Language = document.DocumentElement?.GetAttribute("lang") };
        foreach (var element in document.All) ReadElement(element, facts);
        return facts;
    }

    private static void ReadElement(IElement element, PageFacts facts)
    {
        switch (element.LocalName)
        {
            case "meta": ReadMeta(element, facts); break;
            case "link" when element.GetAttribute("rel") == "canonical": facts.Address ??= element.GetAttribute("href"); break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true: JsonLd.Read(element.TextContent, facts); break;
            case "h1": AddText(facts.Headings, element, 300); break;
            case "time" when element.GetAttribute("datetime") is { Length: >= 8 } when: facts.Days.Add(new DayWitness("class", when)); break;
            default: break;
        }

        if (element.GetAttribute("rel")?.Contains("author", StringComparison.OrdinalIgnoreCase) == true && element.LocalName == "a") AddText(facts.LinkedAuthors, element, 60);
        if (element.GetAttribute("itemprop") is { } property) ReadMicrodata(element, property.ToLowerInvariant(), facts);
    }

    private static void ReadMeta(IElement element, PageFacts facts)
    {
        var name = (element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? "").ToLowerInvariant();
        var value = TextShape.Collapse(element.GetAttribute("content") ?? "");
        if (name.Length == 0 || value.Length == 0) return;
        if (name == "og:title") facts.OpenGraphTitle ??= Title(value);
        else if (name == "og:site_name") facts.SiteName ??= value;
        else if (name == "og:url") facts.Address ??= value;
        else if (name == "og:locale") facts.Language ??= value;
        else if (PublishedNames.Contains(name)) facts.Days.Add(new DayWitness("meta", value));
        else if (AuthorNames.Contains(name) && !value.StartsWith("http", StringComparison.OrdinalIgnoreCase)) facts.MetaAuthors.Add(value);
    }

    private static void ReadMicrodata(IElement element, string property, PageFacts facts)
    {
        var value = element.GetAttribute("content") ?? element.GetAttribute("datetime");
        if (property == "datepublished" && element.LocalName != "meta") facts.Days.Add(new DayWitness("microdata", TextShape.Collapse(value ?? Short(element))));
        else if (property is "author" or "creator" && !element.HasAttribute("itemscope") && Short(element) is { Length: > 0 } name) facts.MicrodataAuthors.Add(name);
        else if (property == "name" && IsIn(element, "author")) facts.MicrodataAuthors.Add(TextShape.Collapse(value ?? Short(element)));
    }

    private static bool IsIn(IElement element, string property)
    {
        var parent = element.ParentElement;
        for (var level = 0; level < 4 && parent is not null; level++, parent = parent.ParentElement)
            if (parent.GetAttribute("itemprop") is { } found)
                return found.Contains(property, StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private static void AddText(List<string> list, IElement element, int longest)
    {
        if (list.Count < MostOfAKind && TextShape.Collapse(element.TextContent) is { Length: > 0 } text && text.Length <= longest) list.Add(text);
    }

    /// <summary>What is longer than any headline is none.</summary>
    private static string? Title(string text) =>
        TextShape.Collapse(text) is { Length: > 0 and <= LongestTitle } title ? title : null;

    private static string Short(IElement element) =>
        TextShape.Collapse(element.TextContent) is { Length: <= 100 } text ? text : "";
}
