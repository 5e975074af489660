using System.Numerics;
using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>
/// What the first trees are asked of a block: its own shape, what names and elements over it say, how its element, its parents
/// and the elements of its signature are filled, where it stands, what its neighbours are, and how far the page's own words
/// (title, description, body in the metadata) hold it. Says nothing of language but by the line tables.
/// </summary>
internal sealed class BlockFeatures
{
    /// <summary>How many numbers a row has.</summary>
    public const int Width = 193;

    /// <summary>Changes whenever a number means something else.</summary>
    public const ulong Templates = 0x424C4F434B000002;

    private const int Near = 3;
    private static readonly string[] Rules = ["body", "article", "main", "subtree"];
    private static readonly string[] Over = ["article", "main", "aside", "header", "footer", "nav", "form", "figure", "table", "ul", "ol", "blockquote", "li", "section", "dl"];
    private static readonly Marks[] AllMarks = [.. Enum.GetValues<Marks>().Where(mark => mark is not (Marks.None or Marks.Post))];
    private readonly Page _page;
    private readonly BlockScores _scores;
    private readonly PageSums _sums;
    private readonly PageWords _words;
    private readonly PageRepeats _repeats;
    private readonly PageNode[] _candidates;
    private readonly PageNode _container;
    private readonly int _headline;
    private readonly int[] _tails;
    private readonly int[] _over;
    private readonly Marks[] _marks;

    /// <param name="page">The page.</param>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="title">Its headline, if one is known.</param>
    /// <param name="headline">The number of the block that is the headline; −1 if none is known.</param>
    /// <param name="scores">The scores by hand.</param>
    /// <param name="candidates">The elements proposed by these scores; not empty.</param>
    /// <param name="container">The one chosen.</param>
    public BlockFeatures(Page page, PageFacts facts, string? title, int headline, BlockScores scores, IEnumerable<Candidate> candidates, PageNode container)
    {
        (_page, _scores, _headline, _container) = (page, scores, headline, container);
        _sums = new PageSums(page, scores);
        _words = new PageWords(page, facts, title);
        _repeats = new PageRepeats(page, title);
        var known = candidates.ToList();
        _candidates = [.. Rules.Select(rule => known.Find(candidate => candidate.Rule == rule) is { Rule: not null } found ? page.Nodes[found.Node] : null!)];
        (_over, _marks) = Inherited(page);
        _tails = TailsBefore();
    }

    /// <summary>Fills the row of a block.</summary>
    /// <returns>How many numbers; always <see cref="Width"/>.</returns>
    public int Fill(int number, Span<float> numbers)
    {
        var row = new FeatureRow(numbers);
        var block = _page.Blocks[number];
        row.Add(_scores[number]);
        BlockShape.Fill(ref row, _page, block, number);
        FillMarks(ref row, block);
        FillElements(ref row, number, block);
        FillPlace(ref row, number);
        for (var offset = -Near; offset <= Near; offset++)
            if (offset != 0) FillNeighbour(ref row, number, number + offset);
        _words.Fill(ref row, number);
        _repeats.Fill(ref row, block);
        return row.Count;
    }

    private void FillMarks(ref FeatureRow row, PageBlock block)
    {
        var (believed, over) = (_scores.MarksOf(block), _marks[block.Node]);
        var node = _page.NodeOf(block);
        var near = node.Marks | (node.Parent >= 0 ? _page.Nodes[node.Parent].Marks : Marks.None);
        row.Add(BitOperations.PopCount((uint)(believed & ~Marks.Post)));
        row.Add(BitOperations.PopCount((uint)(near & ~Marks.Post)));
        foreach (var mark in AllMarks)
        {
            row.Add((believed & mark) != 0);
            row.Add((over & mark) != 0);
            row.Add((near & mark) != 0);
        }
    }

    private void FillElements(ref FeatureRow row, int number, PageBlock block)
    {
        row.Add(_page.Depths[block.Node]);
        for (var i = 0; i < Over.Length; i++) row.Add((_over[block.Node] & (1 << i)) != 0);
        var at = block.Node;
        for (var level = 0; level < 4; level++)
        {
            var node = _page.Nodes[Math.Max(at, 0)];
            _sums.FillElement(ref row, node);
            if (level == 0) row.Add(number - node.First);
            at = at >= 0 ? node.Parent : -1;
        }

        var parent = _page.NodeOf(block).Parent;
        row.Add(BlockShape.TagOf(parent >= 0 ? _page.Nodes[parent].Tag : ""));
        _sums.FillSignature(ref row, block);
    }

    private void FillPlace(ref FeatureRow row, int number)
    {
        row.Add((double)number / _page.Blocks.Count);
        row.AddLog(_page.Blocks.Count);
        row.AddLog(_sums.LongWords);
        row.AddLog(_headline < 0 ? -1000 : number - _headline);
        row.AddLog(_headline < 0 ? -1 : _sums.TextWords(_headline + 1, number));
        row.AddLog(_sums.TextWords(number, _page.Blocks.Count));
        row.AddLog(_sums.TextWords(_container.First, number));
        row.AddLog(_sums.TextWords(number, _container.End));
        FillIn(ref row, _container, number);
        foreach (var candidate in _candidates) row.Add(candidate is null ? -1 : IsIn(candidate, number) ? 1 : 0);
        row.AddLog(_tails[number] < 0 ? 1000 : number - _tails[number]);
    }

    private static void FillIn(ref FeatureRow row, PageNode node, int number)
    {
        row.Add(IsIn(node, number));
        row.Add(number < node.First ? -1 : number >= node.End ? 2 : (number - node.First) / (double)(node.End - node.First));
        row.AddLog(number - node.First);
        row.AddLog(node.End - number);
    }

    private static bool IsIn(PageNode node, int number) => number >= node.First && number < node.End;

    private void FillNeighbour(ref FeatureRow row, int number, int other)
    {
        if (other < 0 || other >= _page.Blocks.Count)
        {
            for (var i = 0; i < 8; i++) row.Add(-1.0);
            return;
        }

        var (block, beside) = (_page.Blocks[number], _page.Blocks[other]);
        row.Add(_scores[other]);
        row.AddLog(beside.Words);
        row.Add(beside.LinkShare);
        row.Add(beside.EndsSentence);
        row.Add(BlockShape.TagOf(_page.NodeOf(beside).Tag));
        row.Add(_page.NodeOf(block).Parent == _page.NodeOf(beside).Parent);
        row.Add(_page.NodeOf(block).Signature == _page.NodeOf(beside).Signature);
        row.Add(beside.Words <= 12 && _page.Lines.KindOf(other) is not null);
    }

    /// <summary>For each element which of the tags lie over it or are it, and all marks that do.</summary>
    private static (int[], Marks[]) Inherited(Page page)
    {
        var (over, marks) = (new int[page.Nodes.Count], new Marks[page.Nodes.Count]);
        for (var i = 0; i < over.Length; i++)
        {
            var node = page.Nodes[i];
            var tag = Array.IndexOf(Over, node.Tag);
            (over[i], marks[i]) = (tag >= 0 ? 1 << tag : 0, node.Marks);
            if (node.Parent >= 0) (over[i], marks[i]) = (over[i] | over[node.Parent], marks[i] | marks[node.Parent]);
        }

        return (over, marks);
    }

    /// <summary>For each block the last heading of other articles before it.</summary>
    private int[] TailsBefore()
    {
        var tails = new int[_page.Blocks.Count];
        var last = -1;
        for (var i = 0; i < tails.Length; i++)
        {
            var block = _page.Blocks[i];
            if (block.Words <= 8 && _page.Lines.KindOf(i) is LineKind.Tail or LineKind.Comments) last = i;
            tails[i] = last;
        }

        return tails;
    }
}
