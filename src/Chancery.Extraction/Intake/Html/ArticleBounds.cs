using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// What lies outside the article's own element although it reads like text: tickers above the headline, and other posts beside it. The
/// article's own element is the smallest around the headline in which text follows it. Nothing is cut where that text is little.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="verdicts">What stays of it: <see langword="null"/> for blocks that do; changed in place.</param>
/// <param name="headline">The number of the block that is the headline; −1 if none is known.</param>
internal sealed class ArticleBounds(Page page, List<string?> verdicts, int headline)
{
    private const int FewestWords = 40;
    private const double LeastShare = 0.2;

    /// <summary>Cuts what lies outside.</summary>
    public void Cut()
    {
        if (headline < 0) return;
        var all = Words(0, page.Blocks.Count);
        var home = page.Up(page.Blocks[headline].Node).FirstOrDefault(node => Words(headline, node.End) >= FewestWords);
        if (home is null || Words(headline, home.End) < LeastShare * all) return;
        for (var i = 0; i < headline; i++)
            if (verdicts[i] is null && !IsIn(home, i)) verdicts[i] = LineKind.Related;
        for (var i = home.End; i < page.Blocks.Count; i++)
            if (verdicts[i] is null && IsOfAnother(page.Blocks[i], home)) verdicts[i] = LineKind.Related;
    }

    /// <summary>True if the block stands in an element beside the article's own that is an article too, or has a headline of the same kind.</summary>
    private bool IsOfAnother(PageBlock block, PageNode home)
    {
        var inArticle = page.Up(page.Blocks[headline].Node).Any(node => node.Tag == "article");
        foreach (var node in page.Up(block.Node).TakeWhile(node => !IsIn(node, headline)))
            if ((inArticle && node.Tag == "article") || (node.Parent == home.Parent && node.Tag == home.Tag && HasHeadline(node)))
                return true;
        return false;
    }

    private bool HasHeadline(PageNode node)
    {
        var tag = page.NodeOf(page.Blocks[headline]).Tag;
        return page.Blocks.Skip(node.First).Take(node.End - node.First).Any(block => page.NodeOf(block).Tag == tag);
    }

    private int Words(int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
            if (verdicts[i] is null && page.Blocks[i].Words >= 8) words += page.Blocks[i].Words;
        return words;
    }

    private static bool IsIn(PageNode node, int number) => number >= node.First && number < node.End;
}
