using AngleSharp.Html.Parser;

namespace Chancery.Extraction.Intake.Html;

/// <summary>A saved page: one report a page. Parsed by AngleSharp without scripting, behind <see cref="TagGuard"/>.</summary>
internal sealed class HtmlFormat : IReportFormat
{
    private const int FewestWords = 12;
    private static readonly string[] Openings = ["<!doctype html", "<html", "<head", "<body", "<meta", "<title"];
    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsKeepingSourceReferences = true };

    public string Name => "html";

    public bool Recognises(OpenedDocument document)
    {
        var head = document.Head;
        if (head.StartsWith("<?xml") && !head.Contains("<html", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var opening in Openings)
            if (head.Contains(opening, StringComparison.OrdinalIgnoreCase))
                return head.StartsWith("<") || document.MediaType.Contains("html", StringComparison.Ordinal) || IsNamedSo(document);
        return head.StartsWith("<") && (document.MediaType.Contains("html", StringComparison.Ordinal) || IsNamedSo(document));
    }

    public IntakeResult Read(OpenedDocument document)
    {
        var draft = Read(document.Text, document.Raw, FewestWords);
        return draft.Passages.Count == 0
            ? IntakeResult.Refuse(document, RefusalCodes.NoArticle)
            : new IntakeResult([draft.ToReport(document)], []);
    }

    /// <summary>The draft of a page or a fragment of one, whichever format it came in.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="raw">Where it came from.</param>
    /// <param name="fewestWords">Words below which there is no article in it.</param>
    public static Draft Read(string html, RawDocument raw, int fewestWords = 1)
    {
        using var page = new HtmlParser(Options).ParseDocument(TagGuard.Clean(html));
        if (page.Body is null) return new Draft();
        return new HtmlAdapter(PageReader.Read(page.Body), FactsReader.Read(page), raw, fewestWords).Adapt();
    }

    private static bool IsNamedSo(OpenedDocument document) => document.IsNamed(".html") || document.IsNamed(".htm") || document.IsNamed(".xhtml");
}
