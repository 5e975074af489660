using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>
/// Says whether an item holds its text or a taste of it. A text in the element for whole texts is believed unless it is
/// very short or breaks off; one in the element for summaries must be long.
/// </summary>
internal static class FeedExtent
{
    private const int FewestOfContent = 40;
    private const int FewestOfSummary = 150;

    public static TextExtent Of(Draft draft, RawFeedItem item, string? address)
    {
        if (draft.Passages.Count == 0) return TextExtent.Missing;
        if (address is null) return TextExtent.Whole;
        var words = draft.Passages.Sum(passage => TextShape.Words(passage.Text));
        var fewest = item.Content is null ? FewestOfSummary : FewestOfContent;
        var breaksOff = LineKind.IsTeaser(draft.Passages[^1].Text.TrimEnd(' ', ']', ')'));
        return words < fewest || breaksOff ? TextExtent.Summary : TextExtent.Whole;
    }
}
