namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>What is known of a page for training: its article's text, or phrases that must and must not be in it.</summary>
/// <param name="Text">The whole text of the article, a paragraph a line; <see langword="null"/> if only phrases are known.</param>
/// <param name="With">Phrases of the article.</param>
/// <param name="Without">Phrases of the page that are not the article's.</param>
public sealed record BlockGold(string? Text, IReadOnlyList<string> With, IReadOnlyList<string> Without);

/// <summary>
/// Lays the known text over a page's blocks: a block belongs to the article if most of its words lie in a longest common
/// subsequence of both, so that a teaser that repeats a paragraph is not taken for it.
/// </summary>
internal static class BlockLabels
{
    private const int Run = 4;
    private const double Most = 0.6;

    /// <summary>For each block yes, no, or unknown.</summary>
    public static bool?[] Of(Page page, BlockGold gold) => gold.Text is { } text ? FromText(page, text) : FromPhrases(page, gold);

    /// <summary>Words as compared: letters and digits in lower case.</summary>
    internal static string[] Words(string text)
    {
        var letters = text.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (!char.IsLetterOrDigit(letters[i])) letters[i] = ' ';
        return new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool?[] FromText(Page page, string text)
    {
        var gold = Words(text);
        var lines = text.Split('\n').Select(line => string.Join(' ', Words(line))).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
        var runs = Runs(gold).ToHashSet(StringComparer.Ordinal);
        var blocks = page.Blocks.Select(block => Words(block.Text)).ToList();
        var possible = blocks.ConvertAll(words => words.Length >= Run ? Runs(words).Average(run => runs.Contains(run) ? 1.0 : 0.0) >= 0.5 : words.Length > 0 && lines.Contains(string.Join(' ', words)));
        var taken = Common([.. blocks.Where((_, i) => possible[i]).SelectMany(words => words)], gold);
        var labels = new bool?[blocks.Count];
        for (var (i, at) = (0, 0); i < labels.Length; i++)
        {
            labels[i] = false;
            if (!possible[i]) continue;
            labels[i] = taken.Skip(at).Take(blocks[i].Length).Count(word => word) >= Most * blocks[i].Length;
            at += blocks[i].Length;
        }

        return labels;
    }

    private static bool?[] FromPhrases(Page page, BlockGold gold)
    {
        var labels = new bool?[page.Blocks.Count];
        foreach (var phrase in gold.Without) Mark(page, labels, phrase, false);
        foreach (var phrase in gold.With) Mark(page, labels, phrase, true);
        return labels;
    }

    /// <summary>A phrase of the article may stand in teasers too: of its blocks only the longest is sure. What must not be there is nowhere.</summary>
    private static void Mark(Page page, bool?[] labels, string phrase, bool label)
    {
        var sought = TextShape.Collapse(phrase);
        var found = Enumerable.Range(0, labels.Length).Where(i => sought.Length > 0 && page.Blocks[i].Text.Contains(sought, StringComparison.Ordinal)).ToList();
        if (label && found.Count > 0) labels[found.MaxBy(i => page.Blocks[i].Words)] = true;
        else if (!label) found.ForEach(i => labels[i] = false);
    }

    private static IEnumerable<string> Runs(string[] words)
    {
        for (var i = 0; i + Run <= words.Length; i++) yield return string.Join(' ', words, i, Run);
    }

    /// <summary>Which words of the first lie in a longest common subsequence with the second.</summary>
    private static bool[] Common(string[] one, string[] other)
    {
        var lengths = new ushort[one.Length + 1][];
        for (var i = 0; i < lengths.Length; i++) lengths[i] = new ushort[other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
            for (var j = other.Length - 1; j >= 0; j--)
                lengths[i][j] = one[i] == other[j] ? (ushort)(lengths[i + 1][j + 1] + 1) : Math.Max(lengths[i + 1][j], lengths[i][j + 1]);
        var common = new bool[one.Length];
        for (var (i, j) = (0, 0); i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j]) (common[i++], _) = (true, j++);
            else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
            else j++;
        }

        return common;
    }
}
