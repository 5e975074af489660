using AngleSharp.Html.Parser;
using Chancery.Extraction.Intake.Html.Blocks;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Html;

/// <summary>A saved page: one report a page, and one for each entry of a live blog. Parsed by AngleSharp without scripting, behind <see cref="TagGuard"/>.</summary>
/// <param name="model">What judges blocks; <see langword="null"/> for the model of the resources.</param>
internal sealed class HtmlFormat(BlockModel? model = null) : IReportFormat
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
        return Parse(document.Text) is var (page, facts) ? Read(document, page, facts, new HashSet<string>()) : IntakeResult.Refuse(document, RefusalCodes.NoArticle);
    }

    /// <summary>The reports of a page that is parsed.</summary>
    /// <param name="document">The document.</param>
    /// <param name="page">Its blocks.</param>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="furniture">Texts that are known to be the site's.</param>
    public IntakeResult Read(OpenedDocument document, Page page, PageFacts facts, IReadOnlySet<string> furniture)
    {
        var adapter = new HtmlAdapter(page, facts, document.Raw, FewestWords, Model, furniture);
        var draft = adapter.Adapt();
        var reports = adapter.Items.Select(item => item.Draft.ToReport(document, item.Key)).ToList();
        if (draft.Passages.Count > 0) reports.Insert(0, draft.ToReport(document));
        return reports.Count > 0 ? new IntakeResult(reports.ToEquatableArray(), []) : IntakeResult.Refuse(document, RefusalCodes.NoArticle);
    }

    /// <summary>The draft of a page that is one of several of an article; entries stay in it.</summary>
    public Draft ReadDraft(OpenedDocument document, Page page, PageFacts facts, IReadOnlySet<string> furniture) =>
        new HtmlAdapter(page, facts, document.Raw, 1, Model, furniture).Adapt();

    private BlockModel Model => model ?? Resources.Default.BlockModel();

    /// <summary>The draft of a fragment of markup that came in another format; judged by hand-set weights, for the model knows whole pages.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="raw">Where it came from.</param>
    /// <param name="fewestWords">Words below which there is no article in it.</param>
    public static Draft Read(string html, RawDocument raw, int fewestWords = 1) =>
        Parse(html) is var (page, facts) ? new HtmlAdapter(page, facts, raw, fewestWords).Adapt() : new Draft();

    /// <summary>The page as blocks, and what it says of itself; <see langword="null"/> if it has no body.</summary>
    public static (Page Page, PageFacts Facts)? Parse(string html)
    {
        using var page = new HtmlParser(Options).ParseDocument(TagGuard.Clean(html));
        return page.Body is null ? null : (PageReader.Read(page.Body), FactsReader.Read(page));
    }

    private static bool IsNamedSo(OpenedDocument document) => document.IsNamed(".html") || document.IsNamed(".htm") || document.IsNamed(".xhtml");
}
