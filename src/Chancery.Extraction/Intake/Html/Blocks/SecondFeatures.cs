namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>
/// What the second trees are asked: all of the first row, and what the first trees said of this block, of its neighbours, of its
/// elements and of those of its signature; and where it stands to the element in which they see the article.
/// </summary>
internal sealed class SecondFeatures
{
    /// <summary>How many numbers a row has.</summary>
    public const int Width = BlockFeatures.Width + 43;

    /// <summary>Changes whenever a number means something else.</summary>
    public const ulong Templates = BlockFeatures.Templates + 0x0100000000000000;

    private const int Near = 5;
    private static readonly int[] Reaches = [2, 5, 12];
    private const double Sure = 0.5;
    private readonly Page _page;
    private readonly double[] _chances;
    private readonly double[] _weighted;
    private readonly int[] _words;
    private readonly int[] _sure;
    private readonly Dictionary<int, (double Chance, int Words)> _signatures = [];
    private readonly int _first;
    private readonly int _last;

    /// <param name="page">The page.</param>
    /// <param name="chances">What the first trees said of each block, 0–1.</param>
    public SecondFeatures(Page page, double[] chances)
    {
        (_page, _chances) = (page, chances);
        var count = page.Blocks.Count;
        (_weighted, _words, _sure) = (new double[count + 1], new int[count + 1], new int[count + 1]);
        for (var i = 0; i < count; i++)
        {
            var block = page.Blocks[i];
            _weighted[i + 1] = _weighted[i] + chances[i] * block.Words;
            _words[i + 1] = _words[i] + block.Words;
            _sure[i + 1] = _sure[i] + (chances[i] > Sure ? block.Words : 0);
            var (chance, words) = _signatures.GetValueOrDefault(_page.SignatureOf(block));
            _signatures[_page.SignatureOf(block)] = (chance + chances[i] * block.Words, words + block.Words);
        }

        _first = Array.FindIndex(chances, chance => chance > Sure);
        _last = Array.FindLastIndex(chances, chance => chance > Sure);
        Container = BestElement();
    }

    /// <summary>The element whose blocks bring the most together, and the inner one of equals.</summary>
    public PageNode Container { get; }

    /// <summary>Fills the row of a block; its first numbers are the first row.</summary>
    /// <returns>How many numbers; always <see cref="Width"/>.</returns>
    public int Fill(int number, ReadOnlySpan<float> first, Span<float> numbers)
    {
        first.CopyTo(numbers);
        var row = new FeatureRow(numbers[first.Length..]);
        for (var offset = -Near; offset <= Near; offset++) row.Add(ChanceAt(number + offset));
        foreach (var reach in Reaches)
        {
            row.Add(Mean(number - reach, number));
            row.Add(Mean(number + 1, number + 1 + reach));
        }

        FillElements(ref row, number);
        FillPlace(ref row, number);
        return first.Length + row.Count;
    }

    private void FillElements(ref FeatureRow row, int number)
    {
        var block = _page.Blocks[number];
        var at = block.Node;
        for (var level = 0; level < 4; level++)
        {
            var node = at >= 0 ? _page.Nodes[at] : null;
            row.Add(node is null ? -1 : Mean(node.First, node.End));
            row.Add(node is null ? -1 : (double)(_sure[node.End] - _sure[node.First]) / Math.Max(1, _sure[^1]));
            at = node?.Parent ?? -1;
        }

        var (chance, words) = _signatures[_page.SignatureOf(block)];
        row.Add(words == 0 ? 0 : chance / words);
        row.AddLog(words);
    }

    private void FillPlace(ref FeatureRow row, int number)
    {
        row.Add(number >= Container.First && number < Container.End);
        row.Add(number < Container.First ? -1 : number >= Container.End ? 2 : (number - Container.First) / (double)(Container.End - Container.First));
        row.AddLog(number - Container.First);
        row.AddLog(Container.End - number);
        row.AddLog(_sure[number]);
        row.AddLog(_sure[^1] - _sure[number + 1]);
        row.Add((double)_sure[number] / Math.Max(1, _sure[^1]));
        row.AddLog(_sure[^1]);
        row.AddLog(number - _first);
        row.AddLog(_last - number);
        row.Add((double)(_sure[Container.End] - _sure[Container.First]) / Math.Max(1, _sure[^1]));
        row.AddLog(LastSure(number));
        row.AddLog(NextSure(number));
        row.Add(_weighted[^1] / Math.Max(1, _words[^1]));
        row.Add(_page.Depths[_page.Blocks[number].Node] - (_first < 0 ? 0 : _page.Depths[_page.Blocks[_first].Node]));
        row.Add(_first >= 0 && _page.SignatureOf(_page.Blocks[number]) == _page.SignatureOf(_page.Blocks[_first]));
    }

    /// <summary>Blocks since the last sure one.</summary>
    private int LastSure(int number)
    {
        var at = number - 1;
        while (at >= 0 && number - at < 50 && _chances[at] <= Sure) at--;
        return number - at;
    }

    private int NextSure(int number)
    {
        var at = number + 1;
        while (at < _chances.Length && at - number < 50 && _chances[at] <= Sure) at++;
        return at - number;
    }

    private double ChanceAt(int number) => number < 0 || number >= _chances.Length ? -1 : _chances[number];

    private double Mean(int first, int end)
    {
        (first, end) = (Math.Max(0, first), Math.Min(end, _chances.Length));
        return end <= first || _words[end] == _words[first] ? -1 : (_weighted[end] - _weighted[first]) / (_words[end] - _words[first]);
    }

    private PageNode BestElement()
    {
        var (best, most) = (_page.Nodes[0], double.MinValue);
        foreach (var node in _page.Nodes)
        {
            var gain = _weighted[node.End] - _weighted[node.First] - BlockScores.Keep * (_words[node.End] - _words[node.First]);
            if (gain >= most) (best, most) = (node, gain);
        }

        return best;
    }
}
