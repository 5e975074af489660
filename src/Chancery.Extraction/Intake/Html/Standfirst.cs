using Chancery.Extraction.Intake.Html.Blocks;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Tells the standfirst from the first paragraph: it stands before the text, is made by another template than the text, and is what
/// the page gives as its description, or is named for it. A report keeps it beside its text, or its facts would count twice.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="scores">What names over a block are believed.</param>
/// <param name="description">The page's description, if it has one.</param>
internal sealed class Standfirst(Page page, BlockScores scores, string? description)
{
    private const int Blocks = 4;
    private const int Longest = 90;
    private const double Same = 0.8;
    private readonly HashSet<string>? _description = description is null ? null : [.. BlockLabels.Words(description)];

    /// <summary>The numbers of the blocks that are it.</summary>
    /// <param name="kept">The numbers of the blocks that stay, in order.</param>
    public IEnumerable<int> Find(List<int> kept)
    {
        if (kept.Count < 3) yield break;
        var main = kept.GroupBy(number => page.SignatureOf(page.Blocks[number])).MaxBy(group => group.Sum(number => page.Blocks[number].Words))!;
        var body = page.Blocks[main.First()].Node;
        foreach (var number in kept.Take(Blocks))
        {
            var block = page.Blocks[number];
            if (page.SignatureOf(block) == main.Key) yield break;
            if (IsFirstParagraph(block, body)) yield break;
            if (block.Words <= Longest && ((scores.MarksOf(block) & Marks.Summary) != 0 || IsDescription(block))) yield return number;
        }
    }

    /// <summary>A paragraph in the element of the text that no name sets apart: descriptions repeat the first one often.</summary>
    private bool IsFirstParagraph(PageBlock block, int body)
    {
        if (!block.EndsSentence || (scores.MarksOf(block) & Marks.Summary) != 0 || page.NodeOf(block).Tag is not ("p" or "div")) return false;
        var (parent, home) = (page.NodeOf(block).Parent, page.Nodes[body].Parent);
        return block.Node == home || parent == home || parent == body;
    }

    /// <summary>True if the block says what the page gives as its description, or the better half of it.</summary>
    public bool IsDescription(PageBlock block)
    {
        if (_description is null || block.Words < 4) return false;
        var words = BlockLabels.Words(block.Text);
        return words.Count(_description.Contains) >= Same * words.Length && words.Length * 2 >= _description.Count;
    }
}
