using System.Net;
using System.Text.Json;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Reads the JSON-LD of a page: arrays, <c>@graph</c>, references by <c>@id</c> from one block to another. Of several articles the
/// first that bears the page's title is taken, else the first: lists carry other articles.
/// </summary>
internal static class JsonLd
{
    /// <summary>Takes over what the page's structured data say of its article.</summary>
    public static void Read(JsonLdGraph data, PageFacts facts)
    {
        var articles = new List<JsonElement>();
        var others = new List<JsonElement>();
        var ids = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var open = new Stack<JsonElement>(data.Roots.AsEnumerable().Reverse());
        while (open.Count > 0) Visit(open.Pop(), open, ids, articles, others);
        if (articles.Count > 0) ReadArticle(articles.Find(article => IsAbout(article, facts)) is { ValueKind: JsonValueKind.Object } own ? own : articles[0], ids, facts);
        foreach (var other in others)
            if (Text(other, "datePublished") is { } day) facts.Days.Add(new DayWitness(DayPlaces.JsonLdPage, day));
        if (articles.Count == 0 && others.Find(other => other.TryGetProperty("author", out _)) is { ValueKind: JsonValueKind.Object } signed) ReadAuthors(signed, ids, facts);
    }

    private static void Visit(JsonElement element, Stack<JsonElement> open, Dictionary<string, JsonElement> ids, List<JsonElement> articles, List<JsonElement> others)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Reverse()) open.Push(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "@id") is { } id && element.EnumerateObject().Skip(1).Any()) ids.TryAdd(id, element);
            if (IsArticle(element)) articles.Add(element);
            else if (element.TryGetProperty("datePublished", out _)) others.Add(element);
            if (element.TryGetProperty("@graph", out var graph)) open.Push(graph);
            if (element.TryGetProperty("mainEntity", out var main)) open.Push(main);
        }
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return false;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type);
    }

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && type.GetString() is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report" or "Review");

    private static bool IsAbout(JsonElement article, PageFacts facts)
    {
        var headline = Text(article, "headline");
        return headline is { Length: > 0 } && ((facts.OpenGraphTitle?.Contains(headline, StringComparison.OrdinalIgnoreCase) ?? false) || (facts.DocumentTitle?.Contains(headline, StringComparison.OrdinalIgnoreCase) ?? false));
    }

    private static void ReadArticle(JsonElement article, Dictionary<string, JsonElement> ids, PageFacts facts)
    {
        facts.Headline ??= Text(article, "headline") is { Length: <= 500 } headline ? headline : null;
        facts.ArticleBody ??= Text(article, "articleBody");
        if ((Text(article, "datePublished") ?? Text(article, "dateCreated")) is { } day) facts.Days.Add(new DayWitness(DayPlaces.JsonLd, day));
        if (article.TryGetProperty("publisher", out var publisher)) facts.Publisher ??= Text(Resolve(publisher, ids), "name");
        ReadAuthors(article, ids, facts);
    }

    private static void ReadAuthors(JsonElement article, Dictionary<string, JsonElement> ids, PageFacts facts)
    {
        if (!article.TryGetProperty("author", out var author) && !article.TryGetProperty("creator", out author)) return;
        foreach (var one in author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToList() : [author]) ReadAuthor(Resolve(one, ids), facts);
    }

    private static void ReadAuthor(JsonElement author, PageFacts facts)
    {
        var name = author.ValueKind == JsonValueKind.String ? author.GetString() : Text(author, "name");
        if (string.IsNullOrWhiteSpace(name)) return;
        var organisation = author.ValueKind == JsonValueKind.Object && Text(author, "@type")?.EndsWith("Organization", StringComparison.Ordinal) == true;
        (organisation ? facts.Organisations : facts.StructuredAuthors).Add(TextShape.Collapse(WebUtility.HtmlDecode(name)));
    }

    private static JsonElement Resolve(JsonElement element, Dictionary<string, JsonElement> ids) =>
        element.ValueKind == JsonValueKind.Object && !element.TryGetProperty("name", out _) && Text(element, "@id") is { } id && ids.TryGetValue(id, out var found) ? found : element;

    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return value.ValueKind == JsonValueKind.String ? TextShape.Collapse(WebUtility.HtmlDecode(value.GetString()!)) : null;
    }
}
