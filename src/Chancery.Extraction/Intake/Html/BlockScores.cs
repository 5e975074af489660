namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// How likely each block is the article's, by hand-set weights: kind of element, length, end mark, links, and the marks
/// that are believed. A mark on an element that holds much of the page's long text is not believed: no name may remove
/// the article itself.
/// </summary>
internal sealed class BlockScores
{
    /// <summary>A block at or above this stays in the text.</summary>
    public const double Keep = 0.35;

    private const int FewestLong = 60;
    private const int FewestBetween = 25;
    private const double KnownCost = 0.12;
    private const Marks KnownFurniture = Marks.Related | Marks.Comments | Marks.Caption | Marks.Advert | Marks.Newsletter | Marks.Share;
    private const Marks AfterMarks = Marks.Related | Marks.Comments;
    private const double NearShare = 0.4;
    private const double FarShare = 0.15;
    private readonly Page _page;
    private readonly Marks[] _near;
    private readonly Marks[] _far;
    private readonly double[] _scores;
    private readonly double[] _gains;

    /// <param name="page">The page.</param>
    /// <param name="headline">The number of the block that is the headline; −1 if none is known.</param>
    /// <param name="believesMarks">False to judge by shape and links alone, where the marks left no article.</param>
    public BlockScores(Page page, int headline = -1, bool believesMarks = true)
    {
        _page = page;
        _near = new Marks[page.Nodes.Count];
        _far = new Marks[page.Nodes.Count];
        if (believesMarks) BelieveMarks(headline);
        _scores = new double[page.Blocks.Count];
        for (var i = 0; i < _scores.Length; i++) _scores[i] = Score(i);
        _gains = new double[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++) _gains[i + 1] = _gains[i] + GainOf(i);
    }

    /// <summary>0–1 for the block of that number.</summary>
    public double this[int block] => _scores[block];

    /// <summary>What all blocks of an element bring together; furniture costs.</summary>
    public double Gain(PageNode node) => _gains[node.End] - _gains[node.First];

    /// <summary>The marks that count for the block.</summary>
    public Marks MarksOf(PageBlock block)
    {
        var node = block.Node;
        var marks = _far[node];
        for (var level = 0; level < 3 && node >= 0; level++, node = _page.Nodes[node].Parent) marks |= _near[node];
        return marks & ~Marks.Body;
    }

    /// <summary>Furniture that is known as such costs little: it will be cut, and must not drive the article from its own element.</summary>
    private double GainOf(int number)
    {
        var block = _page.Blocks[number];
        var gain = (_scores[number] - Keep) * block.Words;
        return gain < 0 && (MarksOf(block) & KnownFurniture) != 0 ? gain * KnownCost : gain;
    }

    private void BelieveMarks(int headline)
    {
        var words = Sum(block => block.Words >= Page.LongWords);
        if (words[^1] < FewestLong) words = Sum(_ => true);
        var all = Math.Max(1, words[^1]);
        var sentences = Sum(block => block is { EndsSentence: true, Words: >= 8, LinkShare: < 0.3 } && _page.NodeOf(block).Marks == Marks.None);
        for (var i = 0; i < _page.Nodes.Count; i++)
        {
            var node = _page.Nodes[i];
            var share = (double)(words[node.End] - words[node.First]) / all;
            var after = IsAfterArticle(node, headline, sentences) ? node.Marks & AfterMarks : Marks.None;
            _near[i] = share < NearShare ? node.Marks : after;
            _far[i] = (node.Parent >= 0 ? _far[node.Parent] : Marks.None) | (share < FarShare ? node.Marks : after);
        }
    }

    /// <summary>The words of such blocks before each block, so that any range is one subtraction.</summary>
    private int[] Sum(Predicate<PageBlock> counts)
    {
        var words = new int[_page.Blocks.Count + 1];
        for (var i = 0; i < _page.Blocks.Count; i++)
            words[i + 1] = words[i] + (counts(_page.Blocks[i]) ? _page.Blocks[i].Words : 0);
        return words;
    }

    /// <summary>
    /// True if sentences stand between the headline and the element: then a list of other articles may well be longer than
    /// a short report.
    /// </summary>
    private static bool IsAfterArticle(PageNode node, int headline, int[] sentences) =>
        headline >= 0 && node.First > headline && (node.Marks & AfterMarks) != 0 && sentences[node.First] - sentences[headline + 1] >= FewestBetween;

    private double Score(int number)
    {
        var block = _page.Blocks[number];
        var score = ByShape(block);
        if (IsQuotation(block.Node)) score = Math.Max(score, 0.75);
        else if (block.LinkShare > 0.6) score *= block.Words < 12 ? 0.15 : 0.3;
        else if (block.LinkShare > 0.35) score *= 0.7;
        if (block.Words <= 25 && _page.Lines.KindOf(number) is not null) score *= 0.1;
        return score * ByMarks(MarksOf(block));
    }

    private bool IsQuotation(int node)
    {
        for (var level = 0; level < 3 && node >= 0; level++, node = _page.Nodes[node].Parent)
            if (_page.Nodes[node].Tag == "blockquote") return true;
        return false;
    }

    private double ByShape(PageBlock block) => _page.NodeOf(block).Tag switch
    {
        "p" => block.Words >= 10 ? 0.9 : block.EndsSentence ? 0.75 : 0.42,
        "blockquote" or "pre" => 0.75,
        "h1" => 0.2,
        "h2" or "h3" or "h4" or "h5" or "h6" => block.Words <= 16 ? 0.45 : 0.5,
        "li" or "dd" or "dt" => block.Words >= 12 ? 0.6 : block.EndsSentence ? 0.5 : 0.36,
        "td" or "th" => block.Words >= 15 && block.EndsSentence ? 0.6 : 0.37,
        "figcaption" or "caption" or "summary" => 0.03,
        "address" => 0.1,
        _ => block.Words >= 15 && block.EndsSentence ? 0.8 : block.Words >= 25 ? 0.6 : block.EndsSentence && block.Words >= 5 ? 0.5 : 0.2,
    };

    private static double ByMarks(Marks marks)
    {
        var factor = 1.0;
        if ((marks & (Marks.Related | Marks.Comments | Marks.Cookie | Marks.Navigation | Marks.Advert)) != 0) factor *= 0.1;
        if ((marks & (Marks.Caption | Marks.Byline)) != 0) factor *= 0.12;
        if ((marks & (Marks.Share | Marks.Newsletter | Marks.Video | Marks.Summary)) != 0) factor *= 0.25;
        if ((marks & Marks.Hidden) != 0) factor *= 0.3;
        return factor;
    }
}
