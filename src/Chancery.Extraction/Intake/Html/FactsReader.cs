using AngleSharp.Dom;

namespace Chancery.Extraction.Intake.Html;

/// <summary>Reads head and microdata of a parsed page into <see cref="PageFacts"/>, before anything is pruned.</summary>
internal static class FactsReader
{
    private const int MostOfAKind = 40;
    private const int LongestTitle = 500;
    private const int LongestName = 90;
    private const Marks Foreign = Marks.Related | Marks.Comments | Marks.Navigation;
    private static readonly int LongestAuthorPath = IntakeTables.Meta.Entries.Where(entry => entry.Field(0) == "author-path").Max(entry => entry.Form.Length);

    /// <summary>The facts of the page.</summary>
    public static PageFacts Read(IDocument document)
    {
        var facts = new PageFacts { DocumentTitle = Title(document.Title ?? ""), Language = document.DocumentElement?.GetAttribute("lang") };
        var data = new JsonLdGraph();
        var saysAuthor = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var element in Elements(document)) ReadElement(element, facts, data, saysAuthor);
        JsonLd.Read(data, facts);
        return facts;
    }

    /// <summary>All elements in the document's order, each touched once: the parser's own walk goes down from the top for every step.</summary>
    private static IEnumerable<IElement> Elements(IDocument document)
    {
        var open = new Stack<INode>([document]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node is IElement element) yield return element;
            for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
                if (node.ChildNodes[i] is IElement) open.Push(node.ChildNodes[i]);
        }
    }

    private static void ReadElement(IElement element, PageFacts facts, JsonLdGraph data, Dictionary<string, bool> saysAuthor)
    {
        switch (element.LocalName)
        {
            case "meta": ReadMeta(element, facts); break;
            case "link" when element.GetAttribute("rel") == "canonical": facts.Address ??= element.GetAttribute("href"); break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true: data.Add(element.TextContent); break;
            case "h1" or "h2" or "h3": ReadHeading(element, facts); break;
            case "a" when IsAuthorLink(element): AddText(facts.LinkedAuthors, element, LongestName); break;
            case "body" or "html" or "main" or "article": break;
            default: ReadMarked(element, facts, saysAuthor); break;
        }

        if (element.GetAttribute("itemprop") is { } property) ReadMicrodata(element, property.ToLowerInvariant(), facts);
        else if (element.LocalName != "meta" && element.GetAttribute("property") is { } name && element.GetAttribute("content") is { Length: > 0 } value && IntakeTables.Meta.Has(name, "published")) facts.Days.Add(new DayWitness(DayPlaces.Microdata, value));
    }

    private static void ReadMeta(IElement element, PageFacts facts)
    {
        var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? "";
        var value = TextShape.Collapse(element.GetAttribute("content") ?? "");
        if (name.Length == 0 || value.Length == 0) return;
        switch (IntakeTables.Meta.Find(name)?.Field(0))
        {
            case "title": facts.OpenGraphTitle ??= Title(value); break;
            case "headline": facts.MetaTitle ??= Title(value); break;
            case "site": facts.SiteName ??= value; break;
            case "description": facts.Description ??= value; break;
            case "published": facts.Days.Add(new DayWitness(DayPlaces.Meta, value)); break;
            case "author" when !value.StartsWith("http", StringComparison.OrdinalIgnoreCase): facts.MetaAuthors.Add(value); break;
            default: ReadAddress(name, value, facts); break;
        }
    }

    private static void ReadAddress(string name, string value, PageFacts facts)
    {
        if (name.Equals("og:url", StringComparison.OrdinalIgnoreCase)) facts.Address ??= value;
        else if (name.Equals("og:locale", StringComparison.OrdinalIgnoreCase)) facts.Language ??= value;
    }

    private static void ReadHeading(IElement element, PageFacts facts)
    {
        var level = element.LocalName[1] - '0';
        if (facts.Headings.Count(heading => heading.Level == level) >= MostOfAKind || TextShape.Collapse(element.TextContent) is not { Length: > 0 and <= 300 } text) return;
        var core = element.ChildElementCount == 0 ? text : TextShape.Collapse(string.Concat(element.ChildNodes.Where(child => !IsKicker(child)).Select(child => child.TextContent))).TrimStart(' ', ':', '|', '-', '–', '—');
        facts.Headings.Add(new PageHeading(level, text, core.Length >= 8 ? core : text, IsHomeLink(element, text)));
    }

    private static bool IsKicker(INode node) =>
        node is IElement element && ((MarkupMarks.Of(element) & (Marks.Summary | Marks.Navigation)) != 0 || MarkupMarks.SaysKicker(element.ClassName ?? ""));

    private static bool IsHomeLink(IElement heading, string text) =>
        heading.QuerySelector("a[href]") is { } link && TextShape.Collapse(link.TextContent) == text && IsFrontPage(link.GetAttribute("href")!);

    /// <summary>True for an address without a path.</summary>
    private static bool IsFrontPage(string address)
    {
        var path = address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var host ? address.AsSpan(host + 2) : address;
        var slash = path.IndexOf('/');
        return slash == path.Length - 1 && (slash > 0 || address == "/");
    }

    private static bool IsAuthorLink(IElement link) =>
        link.GetAttribute("rel")?.Contains("author", StringComparison.OrdinalIgnoreCase) == true || IsAuthorAddress(link.GetAttribute("href"));

    private static bool IsAuthorAddress(string? address)
    {
        if (address is null || address.Length > 300) return false;
        if (address.Contains("?author=", StringComparison.Ordinal)) return true;
        var end = address.IndexOfAny(['?', '#']);
        var parts = (end < 0 ? address : address[..end]).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && parts.Take(parts.Length - 1).Any(part => part.Length + 2 <= LongestAuthorPath && IntakeTables.Meta.Has($"/{part}/", "author-path"));
    }

    /// <summary>A short text in an element whose names say that they hold an author; the innermost such element speaks.</summary>
    private static void ReadMarked(IElement element, PageFacts facts, Dictionary<string, bool> saysAuthor)
    {
        if (facts.MarkedAuthors.Count >= MostOfAKind || element.ClassName is not { Length: > 0 } names) return;
        if (!saysAuthor.TryGetValue(names, out var says)) saysAuthor[names] = says = MarkupMarks.SaysAuthor(names);
        if (!says) return;
        if (element.TextContent.Length > LongestName * 3 || TextShape.Collapse(element.TextContent).Length is < 2 or > LongestName) return;
        var over = element.ParentElement;
        for (var level = 0; level < 6 && over is not null; level++, over = over.ParentElement)
            if ((MarkupMarks.Of(over) & Foreign) != 0) return;
        facts.MarkedAuthors.AddRange(element.GetDescendants().OfType<IText>().Select(text => TextShape.Collapse(text.Data)).Where(text => text.Length > 1));
    }

    private static void ReadMicrodata(IElement element, string property, PageFacts facts)
    {
        var value = element.GetAttribute("content") ?? element.GetAttribute("datetime");
        if (property == "datepublished") facts.Days.Add(new DayWitness(DayPlaces.Microdata, TextShape.Collapse(value ?? Short(element))));
        else if (property is "author" or "creator" && !element.HasAttribute("itemscope") && (value ?? Short(element)) is { Length: > 0 } name) facts.MicrodataAuthors.Add(TextShape.Collapse(name));
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
