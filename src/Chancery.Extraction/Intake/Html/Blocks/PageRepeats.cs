namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>
/// Elements of one template beside each other: the posts of a blog's front, the teasers of a list. What tells the article's own is that
/// it bears the page's title while the others bear theirs.
/// </summary>
internal sealed class PageRepeats
{
    private const int Highest = 8;
    private readonly Page _page;
    private readonly Dictionary<(int Parent, string Signature), (int Count, int Words, int Bearing)> _groups = [];
    private readonly int[] _words;
    private readonly int[] _titles;

    /// <param name="page">The page.</param>
    /// <param name="title">Its headline, if one is known.</param>
    public PageRepeats(Page page, string? title)
    {
        _page = page;
        (_words, _titles) = (new int[page.Blocks.Count + 1], new int[page.Blocks.Count + 1]);
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            _words[i + 1] = _words[i] + block.Words;
            _titles[i + 1] = _titles[i] + (block.Words is >= 2 and <= 40 && TitleRules.Matches(block.Text, title) ? 1 : 0);
        }

        foreach (var node in page.Nodes.Where(node => node.End > node.First))
        {
            var (count, words, bearing) = _groups.GetValueOrDefault((node.Parent, node.Signature));
            _groups[(node.Parent, node.Signature)] = (count + 1, words + WordsOf(node), bearing + (Bears(node) ? 1 : 0));
        }
    }

    /// <summary>Tells of the largest group over the block, and whether the title is in another member of a group.</summary>
    public void Fill(ref FeatureRow row, PageBlock block)
    {
        var (most, share, level, owner) = (1, 1.0, 0, 0);
        var next = block.Node;
        for (var at = 1; at <= Highest && next >= 0; at++)
        {
            var node = _page.Nodes[next];
            next = node.Parent;
            var (count, words, bearing) = _groups[(node.Parent, node.Signature)];
            if (count > 1 && bearing > 0 && bearing < count && owner == 0) owner = Bears(node) ? 1 : -1;
            if (node.Tag is "p" or "li" || count <= most) continue;
            (most, share, level) = (count, words == 0 ? 1 : (double)WordsOf(node) / words, at);
        }

        row.AddLog(most);
        row.Add(share);
        row.Add(level);
        row.Add((double)owner);
    }

    private bool Bears(PageNode node) => _titles[node.End] > _titles[node.First];

    private int WordsOf(PageNode node) => _words[node.End] - _words[node.First];
}
