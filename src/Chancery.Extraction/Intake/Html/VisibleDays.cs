using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// The days that a reader sees beside the article: from just above the headline to the first paragraph, and on the lines under the
/// text that say so. Dates in lists of other articles, in comments and in the text itself are none.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="scores">What names and elements over a block are believed.</param>
/// <param name="headline">The number of the block that is the headline; −1 if none is known.</param>
internal sealed class VisibleDays(Page page, BlockScores scores, int headline)
{
    private const int Above = 12;
    private const int Below = 8;
    private const int LongestLine = 40;
    private const int CueReach = 25;
    private const int LongestLone = 20;
    private const Marks Foreign = Marks.Related | Marks.Comments | Marks.Cookie | Marks.Advert;

    /// <summary>The witnesses, best first.</summary>
    /// <param name="first">The number of the first block of the text.</param>
    /// <param name="last">The number of the last.</param>
    public List<DayWitness> Of(int first, int last)
    {
        var found = new List<DayWitness>();
        var top = headline >= 0 && headline < first ? headline : first;
        for (var i = top; i <= Math.Min(first + 2, last); i++) AddHead(found, page.Blocks[i], i >= first, headline >= 0 && i > headline && i < first);
        for (var i = Math.Max(0, top - Above); i < top; i++) AddHead(found, page.Blocks[i], false, false);
        for (var i = Math.Max(first + 3, last); i <= Math.Min(last + Below, page.Blocks.Count - 1); i++) AddTail(found, page.Blocks[i]);
        AddMarked(found);
        if (found.Count == 0) AddLone(found);
        return found;
    }

    /// <summary>The one day that lines anywhere on the page are for, comments and other articles left out; none if they name several.</summary>
    private void AddLone(List<DayWitness> found)
    {
        var days = page.Blocks.Where((block, i) => block.Words <= LongestLone && IsLone(block, i)).Select(DayOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (days is [var day]) found.Add(new DayWitness(DayPlaces.Marked, day));
    }

    private bool IsLone(PageBlock block, int number) =>
        (page.Lines.IsDayLine(number) || Says(block, "published")) && !IsUpdate(block) && (scores.MarksOf(block) & (block.Time is null ? Foreign | Marks.Navigation : Marks.Comments)) == 0;

    /// <param name="found">What was found so far.</param>
    /// <param name="block">The block.</param>
    /// <param name="isText">True from the first paragraph on.</param>
    /// <param name="isBetween">True between headline and text: there an aside is the article's own.</param>
    private void AddHead(List<DayWitness> found, PageBlock block, bool isText, bool isBetween)
    {
        if (block.Words > LongestLine || (scores.MarksOf(block) & (isBetween ? Marks.Comments : Foreign)) != 0 || (isText && block.EndsSentence)) return;
        if (DayOf(block) is not { } day) return;
        if (IsUpdate(block))
        {
            found.Add(new DayWitness(DayPlaces.Updated, day));
            return;
        }

        var known = found.Exists(witness => witness.Place is DayPlaces.Visible or DayPlaces.Published);
        if (!IsDated(block, isText ? 8 : 14) && known) return;
        var first = Says(block, "published") && !found.Exists(witness => witness.Place == DayPlaces.Published) ? DayPlaces.Published : DayPlaces.Visible;
        found.Add(new DayWitness(known && first == DayPlaces.Visible ? DayPlaces.AlsoVisible : first, day));
    }

    private void AddTail(List<DayWitness> found, PageBlock block)
    {
        if (block.Words > LongestLine || (scores.MarksOf(block) & Foreign) != 0 || DayOf(block) is not { } day || IsUpdate(block)) return;
        if (Says(block, "published") || (scores.MarksOf(block) & Marks.Byline) != 0) found.Add(new DayWitness(DayPlaces.Tail, day));
    }

    /// <summary>The first element after the headline that is marked as holding a date.</summary>
    private void AddMarked(List<DayWitness> found)
    {
        for (var i = Math.Max(0, headline - Above); i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            var marks = scores.MarksOf(block);
            if (block.Words > LongestLine || (marks & Foreign) != 0 || (block.Time is null && (marks & Marks.Byline) == 0) || IsUpdate(block) || DayOf(block) is not { } day) continue;
            found.Add(new DayWitness(DayPlaces.Marked, day));
            return;
        }
    }

    /// <summary>The day that the line shows, what it calls a change left out; else the one that its element holds for machines.</summary>
    private static string? DayOf(PageBlock block)
    {
        var mentions = DayReader.Find(block.Text).FindAll(mention => mention.Year is not null);
        if (mentions.Count == 0) return block.Time;
        if (mentions.Count > 1 && mentions.Find(mention => IsCued(block, mention, "published")) is { Month: > 0 } told) return block.Text[told.Start..told.End];
        if (mentions.Count > 1 && mentions.Find(mention => !IsCued(block, mention, "updated")) is { Month: > 0 } other && IsCued(block, mentions[^1], "updated")) return block.Text[other.Start..other.End];
        if (DayLine.Read(block.Text) is { Mention.Year: not null } line) return line.Text;
        return block.Text[mentions[0].Start..mentions[0].End];
    }

    private static bool IsCued(PageBlock block, DayMention mention, string kind) =>
        Says(block.Text.AsSpan(Math.Max(0, mention.Start - CueReach), Math.Min(CueReach, mention.Start)), kind);

    /// <summary>True if a date is what the line is for.</summary>
    private bool IsDated(PageBlock block, int words) =>
        block.Time is not null || block.Words <= words || DayLine.Read(block.Text) is not null || (scores.MarksOf(block) & Marks.Byline) != 0;

    /// <summary>True if the line speaks of a change alone: no day in it stands before the word for it.</summary>
    private static bool IsUpdate(PageBlock block) =>
        Says(block, "updated") && !Says(block, "published") && (DayReader.Find(block.Text).FindAll(mention => mention.Year is not null) is not { Count: > 1 } mentions || IsCued(block, mentions[0], "updated"));

    private static bool Says(PageBlock block, string kind) => Says(block.Text, kind);

    private static bool Says(ReadOnlySpan<char> text, string kind)
    {
        foreach (var range in text.SplitAny(" :,.()|"))
            if (IntakeTables.DateWords.Has(text[range], kind))
                return true;
        return false;
    }
}
