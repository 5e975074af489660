using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Finds the entries of a live blog or a round-up: elements of one template beside each other, each with its own time and its own
/// text, that together hold most of what the page says. A post with comments, a list of teasers and a chronicle inside an
/// article are none of that: comments and teasers do not stay, and an article's own headline stands above its text.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="verdicts">What stays of it: <see langword="null"/> for blocks that do.</param>
/// <param name="title">The page's headline.</param>
internal sealed class DatedEntries(Page page, List<string?> verdicts, string? title)
{
    private const int Fewest = 3;
    private const int FewestWords = 8;
    private const int HeadBlocks = 5;
    private const int LongestHead = 14;
    private const double Most = 0.6;
    private readonly int[] _kept = Sum(page, verdicts);

    /// <summary>The entries in the page's order; empty if it has none.</summary>
    public List<PageNode> Find()
    {
        var groups = page.Nodes.Where(IsEntry).GroupBy(node => (node.Parent, node.Tag, FirstName(node.Signature)));
        var best = groups.Where(group => group.Count() >= Fewest).MaxBy(group => group.Sum(Words));
        if (best is null || best.Sum(Words) < Most * _kept[^1]) return [];
        var entries = best.ToList();
        return entries.Select(TimeOf).Distinct(StringComparer.Ordinal).Count() * 2 > entries.Count && !entries.Exists(BearsTitle) ? entries : [];
    }

    /// <summary>The time of an entry, as written for machines or for readers; <see langword="null"/> if it has none.</summary>
    public string? TimeOf(PageNode node)
    {
        for (var i = node.First; i < Math.Min(node.End, node.First + HeadBlocks); i++)
        {
            var block = page.Blocks[i];
            if (block.Time is not null) return block.Time;
            if (block.Words <= LongestHead && (DayReader.Find(block.Text).Count > 0 || IsClock(block.Text))) return block.Text;
        }

        return null;
    }

    /// <summary>True for a line that is nothing but a time.</summary>
    public static bool IsTimeLine(PageBlock block) => block.Words <= 6 && (block.Time is not null || IsClock(block.Text));

    /// <summary>The heading of an entry, if it has one.</summary>
    public string? HeadingOf(PageNode node) =>
        page.Blocks.Skip(node.First).Take(node.End - node.First).FirstOrDefault(block => Blocks.BlockShape.IsSubhead(page.NodeOf(block).Tag) && block.Words >= 2)?.Text;

    private bool IsEntry(PageNode node) => node.End > node.First && Words(node) >= FewestWords && TimeOf(node) is not null;

    private int Words(PageNode node) => _kept[node.End] - _kept[node.First];

    private bool BearsTitle(PageNode node) =>
        page.Blocks.Skip(node.First).Take(node.End - node.First).Any(block => page.NodeOf(block).Tag == "h1" && TitleRules.Matches(block.Text, title));

    /// <summary>14:05, 2.30 pm: a line that begins with a time of day.</summary>
    private static bool IsClock(string line)
    {
        var end = 0;
        while (end < line.Length && (char.IsAsciiDigit(line[end]) || line[end] is ':' or '.')) end++;
        return end is 4 or 5 && line.AsSpan(0, end).IndexOfAny(":.") is 1 or 2 && char.IsAsciiDigit(line[end - 1]) && char.IsAsciiDigit(line[end - 2]);
    }

    private static string FirstName(string signature) => signature.Split(' ')[0];

    private static int[] Sum(Page page, List<string?> verdicts)
    {
        var sums = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++) sums[i + 1] = sums[i] + (verdicts[i] is null ? page.Blocks[i].Words : 0);
        return sums;
    }
}
