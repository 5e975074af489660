namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>Words of a page by kind, summed so that any element or range is one subtraction.</summary>
internal sealed class PageSums
{
    private readonly Page _page;
    private readonly int[] _words;
    private readonly int[] _links;
    private readonly int[] _long;
    private readonly int[] _text;
    private readonly Dictionary<int, (int Blocks, int Words, int Links, int Long)> _signatures = [];

    /// <param name="page">The page.</param>
    /// <param name="scores">What is taken for text: what these scores would keep and is long.</param>
    public PageSums(Page page, BlockScores scores)
    {
        _page = page;
        _words = Sum(i => page.Blocks[i].Words);
        _links = Sum(i => page.Blocks[i].LinkWords);
        _long = Sum(i => page.Blocks[i].Words >= Page.LongWords ? page.Blocks[i].Words : 0);
        _text = Sum(i => scores[i] >= BlockScores.Keep && page.Blocks[i].Words >= 8 ? page.Blocks[i].Words : 0);
        foreach (var block in page.Blocks)
        {
            var key = _page.SignatureOf(block);
            var (blocks, words, links, many) = _signatures.GetValueOrDefault(key);
            _signatures[key] = (blocks + 1, words + block.Words, links + block.LinkWords, many + (block.Words >= Page.LongWords ? block.Words : 0));
        }
    }

    /// <summary>Words in long blocks of the whole page.</summary>
    public int LongWords => _long[^1];

    /// <summary>Words of what looks like text between two blocks; 0 where the range is empty.</summary>
    public int TextWords(int first, int end) => end > first ? _text[end] - _text[first] : 0;

    public void FillElement(ref FeatureRow row, PageNode node)
    {
        var (blocks, words) = (node.End - node.First, _words[node.End] - _words[node.First]);
        row.AddLog(blocks);
        row.AddLog(words);
        row.Add(words == 0 ? 0 : (double)(_links[node.End] - _links[node.First]) / words);
        row.Add((double)(_long[node.End] - _long[node.First]) / Math.Max(1, _long[^1]));
    }

    /// <summary>What the elements made by the same template hold.</summary>
    public void FillSignature(ref FeatureRow row, PageBlock block)
    {
        var (blocks, words, links, many) = _signatures[_page.SignatureOf(block)];
        row.AddLog(blocks);
        row.Add((double)words / blocks);
        row.Add(words == 0 ? 0 : (double)links / words);
        row.Add((double)many / Math.Max(1, _long[^1]));
    }

    private int[] Sum(Func<int, int> of)
    {
        var sums = new int[_page.Blocks.Count + 1];
        for (var i = 0; i < _page.Blocks.Count; i++) sums[i + 1] = sums[i] + of(i);
        return sums;
    }
}
