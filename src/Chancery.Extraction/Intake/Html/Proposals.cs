using Chancery.Extraction.Intake.Html.Blocks;

namespace Chancery.Extraction.Intake.Html;

/// <summary>What one way of reading keeps of a page.</summary>
/// <param name="Verdicts">For each block the kind of its cut; <see langword="null"/> for those that stay.</param>
/// <param name="Container">The article's element.</param>
/// <param name="Scores">The scores that say of what kind a block is.</param>
internal sealed record Proposal(List<string?> Verdicts, PageNode Container, BlockScores Scores)
{
    /// <summary>How many words stay, in blocks of so many words at least.</summary>
    public int Words(Page page, int least = 1) =>
        page.Blocks.Where((block, number) => Verdicts[number] is null && block.Words >= least).Sum(block => block.Words);
}

/// <summary>
/// The cascade: the model reads, and so do the weights set by hand. The model's reading is taken, except where the page holds a few
/// sentences only: there the weights know better, for models see few such pages. What finds no article gives way to the next.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="facts">What it says of itself.</param>
/// <param name="title">Its headline, if one is known.</param>
/// <param name="model">What judges the blocks; <see langword="null"/> to go by the weights alone.</param>
internal sealed class Proposals(Page page, PageFacts facts, string? title, BlockModel? model)
{
    private const int ShortReport = 120;
    private const int VeryShort = 40;
    private const int FarMore = 6;
    private const Marks Others = Marks.Related | Marks.Comments;
    private const int RescueWords = 40;
    private readonly int _headline = HeadlineOf(page, title);

    /// <summary>The reading to take, or <see langword="null"/> if none finds an article.</summary>
    /// <param name="fewest">Words below which there is no article.</param>
    public Proposal? Choose(int fewest)
    {
        var scores = new BlockScores(page, _headline);
        var byHand = ByHand(scores);
        if (byHand is null) return null;
        var words = byHand.Words(page);
        if (ByModel(scores) is { } learnt)
        {
            if (words >= VeryShort && words < ShortReport) WithoutOthers(learnt);
            if (learnt.Words(page) is var found && found >= fewest && (words >= VeryShort || words < fewest || found >= FarMore * words)) return learnt;
        }

        if (words >= fewest) return byHand;
        return ByHand(new BlockScores(page, _headline, believesMarks: false)) is { } bare && bare.Words(page, Page.LongWords) >= Math.Max(fewest, RescueWords) ? bare : null;
    }

    /// <summary>Where a report is short, lists of other articles beside it outweigh it; what is named for them goes, if text is left.</summary>
    private void WithoutOthers(Proposal learnt)
    {
        var named = Enumerable.Range(0, page.Blocks.Count).Where(i => learnt.Verdicts[i] is null && (learnt.Scores.MarksOf(page.Blocks[i]) & Others) != 0).ToList();
        if (learnt.Words(page) - named.Sum(i => page.Blocks[i].Words) < VeryShort) return;
        foreach (var number in named) learnt.Verdicts[number] = Lines.LineKind.Related;
    }

    /// <summary>What the model is asked of a page; <see langword="null"/> if the page has no text.</summary>
    public BlockFeatures? Features() => Features(new BlockScores(page, _headline));

    /// <summary>The number of the heading that is the headline; −1 if none is.</summary>
    public static int HeadlineOf(Page page, string? title) =>
        page.Blocks.FindIndex(block => block.Words <= 40 && TitleRules.Matches(block.Text, title) && page.NodeOf(block).Tag is ['h', >= '1' and <= '6']);

    private BlockFeatures? Features(BlockScores scores)
    {
        var candidates = Candidates.Of(page, scores).ToList();
        return page.Blocks.Count > 0 && Choice.Of(candidates) is { } choice
            ? new BlockFeatures(page, facts, title, _headline, scores, candidates, page.Nodes[choice.Chosen.Node])
            : null;
    }

    private Proposal? ByModel(BlockScores scores)
    {
        if (model is null || Features(scores) is not { } features) return null;
        var chances = BlockChances.Of(model, features, page);
        return new Proposal(new BlockVerdicts(page, scores, chances.Container, title, chances, facts.Description, _headline).All(), chances.Container, scores);
    }

    private Proposal? ByHand(BlockScores scores)
    {
        if (Choice.Of(Candidates.Of(page, scores)) is not { } choice) return null;
        var container = page.Nodes[choice.Chosen.Node];
        return new Proposal(new BlockVerdicts(page, scores, container, title).All(), container, scores);
    }
}
