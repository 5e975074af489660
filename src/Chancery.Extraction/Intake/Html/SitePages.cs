using Chancery.Extraction.Intake.Html.Blocks;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Reads documents together, so that pages of one site tell what is the site's: a block that stands on half of them or more, and on three
/// at least, is furniture; and pages of one article become one report. A function of the documents as a set: their order changes
/// nothing. What is no page is read alone.
/// </summary>
public static class SitePages
{
    private const int FewestPages = 3;
    private const int FewestWords = 3;

    /// <summary>What was made of each document, in their order. A further page of an article is refused with a code that says so: its text is in the report of the first.</summary>
    public static IReadOnlyList<IntakeResult> Read(IReadOnlyList<RawDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var pages = documents.Select(SitePage.Open).ToList();
        var furniture = pages.OfType<SitePage>().GroupBy(page => page.Site, StringComparer.OrdinalIgnoreCase).ToDictionary(site => site.Key, Furniture, StringComparer.OrdinalIgnoreCase);
        var articles = pages.OfType<SitePage>().Where(page => page.Article is not null).GroupBy(page => page.Article!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(article => article.Key, article => article.OrderBy(page => page.Number).ThenBy(page => page.Document.Sha256, StringComparer.Ordinal).ToList(), StringComparer.OrdinalIgnoreCase);
        return [.. pages.Select((page, i) => page is null ? Formats.Read(documents[i]) : ReadPage(page, furniture[page.Site], page.Article is null ? [page] : articles[page.Article]))];
    }

    /// <summary>The texts that stand on so many pages of a site that they are the site's.</summary>
    private static HashSet<string> Furniture(IEnumerable<SitePage> site)
    {
        var pages = site.DistinctBy(page => page.Document.Sha256).ToList();
        if (pages.Count < FewestPages) return [];
        return [.. pages.SelectMany(page => page.Page.Blocks.Where(block => block.Words >= FewestWords).Select(block => block.Text).Distinct(StringComparer.Ordinal))
            .GroupBy(text => text, StringComparer.Ordinal)
            .Where(text => text.Count() is var count && count >= FewestPages && count * 2 >= pages.Count)
            .Select(text => text.Key)];
    }

    private static IntakeResult ReadPage(SitePage page, HashSet<string> furniture, List<SitePage> article)
    {
        var first = article[0];
        if (article.DistinctBy(one => one.Number).Count() != article.Count) return page.Format.Read(page.Document, page.Page, page.Facts, furniture);
        if (page != first) return IntakeResult.Refuse(page.Document, RefusalCodes.FurtherPage);
        if (article.Count == 1) return page.Format.Read(page.Document, page.Page, page.Facts, furniture);
        var draft = page.Format.ReadDraft(page.Document, page.Page, page.Facts, furniture);
        foreach (var next in article.Skip(1)) draft.Continue(next.Format.ReadDraft(next.Document, next.Page, next.Facts, furniture));
        return new IntakeResult(new[] { draft.ToReport(page.Document, string.Join(' ', article.Skip(1).Select(next => next.Document.Sha256))) }.ToEquatableArray(), []);
    }

    /// <summary>A page of a site, and of which article it is a part.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Page">Its blocks.</param>
    /// <param name="Facts">What it says of itself.</param>
    /// <param name="Site">The host it stands on; its own hash if it does not say.</param>
    /// <param name="Article">The address without the number of the page; <see langword="null"/> if it has none.</param>
    /// <param name="Number">Which page of it, from 1.</param>
    private sealed record SitePage(OpenedDocument Document, Page Page, PageFacts Facts, string Site, string? Article, int Number)
    {
        public HtmlFormat Format { get; } = new();

        public static SitePage? Open(RawDocument raw)
        {
            if (Opening.Open(raw).Document is not { } document || Formats.All.FirstOrDefault(format => format.Recognises(document)) is not HtmlFormat) return null;
            if (HtmlFormat.Parse(document.Text) is not var (page, facts)) return null;
            var address = raw.Address ?? facts.Address;
            var (article, number) = PageNumber.Of(address);
            return new SitePage(document, page, facts, Hosts.Of(address) ?? document.Sha256, article, number);
        }
    }
}
