using System.Text;
using Chancery.Text;

namespace Chancery.Record.Versions;

/// <summary>What became of a stretch of words: <c>same</c>, <c>gone</c> or <c>new</c>.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Text">The words, with the space after them.</param>
public sealed record WordChange(string Kind, string Text);

/// <summary>What became of a paragraph from one version to the next.</summary>
/// <param name="Kind"><c>same</c>, <c>changed</c>, <c>gone</c> or <c>new</c>.</param>
/// <param name="Older">Its text in the older version; <see langword="null"/> if it is new.</param>
/// <param name="Newer">Its text in the newer version; <see langword="null"/> if it is gone.</param>
/// <param name="Words">Of a changed one the stretches in order, joined by which either text can be had; empty otherwise.</param>
public sealed record ParagraphChange(string Kind, string? Older, string? Newer, EquatableArray<WordChange> Words);

/// <summary>
/// How one version of a report differs from an earlier one: its headline, its paragraphs, and what the earlier one
/// recorded of which no word is left. It compares words only, and judges nothing.
/// </summary>
/// <param name="Older">The earlier version.</param>
/// <param name="Newer">The later version.</param>
/// <param name="Title">What became of the headline; <c>same</c> if both have none.</param>
/// <param name="Paragraphs">All paragraphs in order; those that are gone stand where they stood.</param>
public sealed record ReportDifference(Report Older, Report Newer, ParagraphChange Title, EquatableArray<ParagraphChange> Paragraphs)
{
    private const string Same = "same";
    private const string Gone = "gone";
    private const string New = "new";
    private const string Changed = "changed";

    // A paragraph of which so much is left was changed; of which less is left, it was replaced.
    private const double LeastKept = 0.4;

    // More paragraphs in one place than anybody rewrites; pairing them costs their product.
    private const int MostPaired = 50;

    /// <summary>Compares two versions.</summary>
    public static ReportDifference Between(Report older, Report newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var (before, after) = (Paragraphed(older.Text), Paragraphed(newer.Text));
        var changes = new List<ParagraphChange>();
        List<string> gone = [], fresh = [];
        foreach (var step in Alignment.Of(before, after))
        {
            if (step.Newer < 0) gone.Add(before[step.Older]);
            else if (step.Older < 0) fresh.Add(after[step.Newer]);
            else
            {
                Close(gone, fresh, changes);
                changes.Add(new ParagraphChange(Same, before[step.Older], after[step.Newer], []));
            }
        }

        Close(gone, fresh, changes);
        return new ReportDifference(older, newer, OfTitle(older.Title, newer.Title), changes.ToEquatableArray());
    }

    /// <summary>True if the words are the same.</summary>
    public bool IsEmpty => Title.Kind == Same && Paragraphs.All(paragraph => paragraph.Kind == Same);

    /// <summary>Of the older version's findings those that rest on words of which none stands in the newer version any more.</summary>
    public IEnumerable<Finding> Vanished(IEnumerable<Finding> findings) => findings
        .Where(finding => finding.Report == Older.Id && finding.Evidence.All(piece => !Newer.Text.Contains(piece.Quote, StringComparison.Ordinal)));

    private static string[] Paragraphed(string text) => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    private static ParagraphChange OfTitle(string? older, string? newer)
    {
        if (older == newer) return new ParagraphChange(Same, older, newer, []);
        if (older is null) return new ParagraphChange(New, null, newer, []);
        return newer is null ? new ParagraphChange(Gone, older, null, []) : new ParagraphChange(Changed, older, newer, WordsOf(older, newer));
    }

    /// <summary>Paragraphs that went and came in one place: each that went is paired with the first that kept enough of its words.</summary>
    private static void Close(List<string> gone, List<string> fresh, List<ParagraphChange> changes)
    {
        var next = 0;
        foreach (var older in gone)
        {
            var pair = gone.Count <= MostPaired && fresh.Count <= MostPaired ? fresh.FindIndex(next, newer => Kept(older, newer) >= LeastKept) : -1;
            if (pair < 0)
            {
                changes.Add(new ParagraphChange(Gone, older, null, []));
                continue;
            }

            for (; next < pair; next++) changes.Add(new ParagraphChange(New, null, fresh[next], []));
            changes.Add(new ParagraphChange(Changed, older, fresh[next], WordsOf(older, fresh[next++])));
        }

        for (; next < fresh.Count; next++) changes.Add(new ParagraphChange(New, null, fresh[next], []));
        gone.Clear();
        fresh.Clear();
    }

    // The share of words that stand in both, whatever their order: cheap, and enough to tell a change from a replacement.
    private static double Kept(string older, string newer)
    {
        var counts = Versions.Words.Split(older).GroupBy(word => word, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        var all = counts.Values.Sum();
        var (shared, total) = (0, 0);
        foreach (var word in Versions.Words.Split(newer))
        {
            total++;
            if (counts.TryGetValue(word, out var left) && left > 0) (counts[word], shared) = (left - 1, shared + 1);
        }

        return all + total == 0 ? 0 : 2.0 * shared / (all + total);
    }

    private static EquatableArray<WordChange> WordsOf(string older, string newer)
    {
        var (before, after) = (Versions.Words.Pieces(older), Versions.Words.Pieces(newer));
        var changes = new List<(string Kind, StringBuilder Text)>();
        foreach (var step in Alignment.Of(before, after))
        {
            var kind = step.IsKept ? Same : step.Newer < 0 ? Gone : New;
            if (changes.Count == 0 || changes[^1].Kind != kind) changes.Add((kind, new StringBuilder()));
            changes[^1].Text.Append(step.Older >= 0 ? before[step.Older] : after[step.Newer]);
        }

        return changes.Select(change => new WordChange(change.Kind, change.Text.ToString())).ToEquatableArray();
    }
}
