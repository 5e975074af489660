using Chancery.Extraction.Intake.Html.Blocks;
using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>Decides for every block of a page whether it stays; what goes gets the kind under which it is cut.</summary>
/// <param name="page">The page.</param>
/// <param name="scores">The scores by hand; beside the model they only say of what kind a cut is.</param>
/// <param name="container">The article's element.</param>
/// <param name="title">The headline, if one is known.</param>
/// <param name="chances">What the model says; <see langword="null"/> to go by the scores.</param>
/// <param name="description">What the page says of itself in a sentence; often the standfirst.</param>
/// <param name="headline">The number of the block that is the headline; −1 if none is known.</param>
internal sealed class BlockVerdicts(Page page, BlockScores scores, PageNode container, string? title, BlockChances? chances = null, string? description = null, int headline = -1)
{
    private const double MostCaptions = 0.4;
    private const int FewestRefrains = 4;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _tail = container.End;

    /// <summary>The kind of the cut for each block; <see langword="null"/> for those that stay.</summary>
    public List<string?> All()
    {
        var verdicts = new List<string?>(page.Blocks.Count);
        if (chances is not null)
        {
            for (var i = 0; i < page.Blocks.Count; i++) verdicts.Add(ByModel(i, chances[i]));
            CutCaptions(verdicts);
            new ArticleBounds(page, verdicts, headline).Cut();
            var kept = Enumerable.Range(0, verdicts.Count).Where(i => verdicts[i] is null).ToList();
            var standfirst = new Standfirst(page, scores, description);
            foreach (var number in standfirst.Find(kept)) verdicts[number] = LineKind.Summary;
            for (var i = headline + 1; headline >= 0 && kept.Count > 0 && i < kept[0]; i++)
                if (verdicts[i] is LineKind.Furniture or LineKind.Navigation or LineKind.Byline or LineKind.Related && standfirst.IsDescription(page.Blocks[i])) verdicts[i] = LineKind.Summary;
            DropForeignSummaries(verdicts, kept);
            return verdicts;
        }

        _tail = TailAt();
        for (var i = 0; i < page.Blocks.Count; i++) verdicts.Add(Of(i));
        DropEdges(verdicts);
        return verdicts;
    }

    private string? ByModel(int number, double chance)
    {
        var block = page.Blocks[number];
        if (block.Words <= 40 && TitleRules.Matches(block.Text, title)) return LineKind.Title;
        if (chance < BlockChances.Keep && !IsPostInText(number)) return KindOf(number) ?? (number < container.First || number >= container.End ? LineKind.Navigation : LineKind.Furniture);
        if (IsShout(block)) return LineKind.Related;
        return ByWords(number) ?? (block.Words >= 8 && !_seen.Add(block.Text) && !IsRefrain(number) ? LineKind.Repeat : null);
    }

    /// <summary>A question that returns between other paragraphs again and again is the text's own; teasers repeat once.</summary>
    private bool IsRefrain(int number) => page.Repeats(number) >= FewestRefrains;

    /// <summary>A summary under the text, or over the headline, is that of another article: it must not pass for this one's standfirst.</summary>
    private void DropForeignSummaries(List<string?> verdicts, List<int> kept)
    {
        if (kept.Count == 0) return;
        for (var i = 0; i < verdicts.Count; i++)
            if (verdicts[i] == LineKind.Summary && (i > kept[^1] || i < headline)) verdicts[i] = LineKind.Related;
    }

    /// <summary>What an element calls a caption is one, unless much of the text stands in such elements.</summary>
    private void CutCaptions(List<string?> verdicts)
    {
        var kept = Enumerable.Range(0, verdicts.Count).Where(i => verdicts[i] is null).ToLookup(i => page.NodeOf(page.Blocks[i]).Tag == "figcaption");
        if (kept[true].Sum(i => page.Blocks[i].Words) >= MostCaptions * kept[false].Sum(i => page.Blocks[i].Words)) return;
        foreach (var number in kept[true]) verdicts[number] = LineKind.Caption;
    }

    /// <summary>A post of another service inside the article's element is quoted in it; in a sidebar it is not.</summary>
    private bool IsPostInText(int number) =>
        number >= container.First && number < container.End && (scores.MarksOf(page.Blocks[number]) & ~(Marks.Share | Marks.Video)) == Marks.Post && page.Up(page.Blocks[number].Node).Any(node => node.Tag == "blockquote");

    /// <summary>A line of capitals that is one link: a headline of another article between two paragraphs.</summary>
    private static bool IsShout(PageBlock block) =>
        block is { Words: >= 4, LinkShare: > 0.9, EndsSentence: false } && block.Text.Count(char.IsLower) * 10 <= block.Text.Count(char.IsLetter);

    private string? Of(int number)
    {
        var block = page.Blocks[number];
        if (block.Words <= 40 && TitleRules.Matches(block.Text, title)) return LineKind.Title;
        if (number < container.First || number >= container.End) return KindOf(number) ?? LineKind.Navigation;
        if (number >= _tail) return KindOf(number) ?? LineKind.Related;
        if (ByWords(number) is { } kind) return kind;
        if (scores[number] < BlockScores.Keep) return KindOf(number) ?? LineKind.Furniture;
        return block.Words >= 8 && !_seen.Add(block.Text) ? LineKind.Repeat : null;
    }

    private string? ByWords(int number)
    {
        var block = page.Blocks[number];
        if (page.Lines.CreditOf(number) is not null) return LineKind.Credit;
        if (!block.EndsSentence && page.Lines.IsDayLine(number)) return LineKind.Date;
        return !block.EndsSentence && block.Words <= 12 && (page.Lines.IsByline(number) || IsNameAfterCue(number)) ? LineKind.Byline : null;
    }

    /// <summary>True for a name on a line of its own under "Written by".</summary>
    private bool IsNameAfterCue(int number) =>
        number > 0 && page.Blocks[number].Words <= 5 && Byline.IsCue(page.Blocks[number - 1].Text) && Byline.Names(page.Blocks[number].Text).Count > 0;

    /// <summary>What the marks or the words make of a block that does not stay.</summary>
    private string? KindOf(int number)
    {
        if (ByWords(number) is { } known) return known;
        var block = page.Blocks[number];
        if (block.Words <= 25 && page.Lines.KindOf(number) is { } kind) return kind == LineKind.Tail ? LineKind.Related : kind;
        var marks = scores.MarksOf(block);
        if ((marks & Marks.Comments) != 0) return LineKind.Comments;
        if ((marks & Marks.Caption) != 0) return LineKind.Caption;
        if ((marks & Marks.Newsletter) != 0) return LineKind.Newsletter;
        if ((marks & (Marks.Summary | Marks.Related)) == Marks.Summary) return LineKind.Summary;
        if ((marks & Marks.Byline) != 0) return LineKind.Byline;
        if ((marks & Marks.Share) != 0) return LineKind.Share;
        if ((marks & Marks.Related) != 0) return LineKind.Related;
        if ((marks & (Marks.Advert | Marks.Cookie | Marks.Video | Marks.Hidden)) != 0) return LineKind.Furniture;
        return (marks & Marks.Navigation) != 0 ? LineKind.Navigation : null;
    }

    /// <summary>Where lists of other articles begin inside the container: a heading for them with less text behind than before it.</summary>
    private int TailAt()
    {
        var after = 0;
        for (var i = container.First; i < container.End; i++) after += TextWords(i);
        var before = 0;
        for (var i = container.First; i < container.End; i++)
        {
            var block = page.Blocks[i];
            (before, after) = (before + TextWords(i), after - TextWords(i));
            if (block.Words <= 8 && before > (scores.MarksOf(block) == Marks.None ? after * 2 : after * 1000) && page.Lines.KindOf(i) is LineKind.Tail or LineKind.Comments) return i;
        }

        return container.End;
    }

    private int TextWords(int number) =>
        scores[number] >= BlockScores.Keep && page.Blocks[number].Words >= Page.LongWords ? page.Blocks[number].Words : 0;

    /// <summary>Headings and short lines before the first or after the last paragraph head nothing of the article.</summary>
    private void DropEdges(List<string?> verdicts)
    {
        for (var i = container.End - 1; i >= container.First && !IsText(verdicts, i); i--)
            if (verdicts[i] is null && !IsFlowing(page.Blocks[i])) verdicts[i] = LineKind.Related;
        for (var i = container.First; i < container.End && !IsText(verdicts, i); i++)
            if (verdicts[i] is null && !page.Blocks[i].EndsSentence) verdicts[i] = LineKind.Navigation;
    }

    /// <summary>Part of a paragraph or list rather than a heading.</summary>
    private bool IsFlowing(PageBlock block) => block.EndsSentence || page.NodeOf(block).Tag is "p" or "td" or "blockquote";

    private bool IsText(List<string?> verdicts, int number) =>
        verdicts[number] is null && (page.Blocks[number].EndsSentence || page.Blocks[number].Words >= Page.LongWords);
}
