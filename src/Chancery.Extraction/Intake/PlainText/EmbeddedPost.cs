using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>
/// A post that a page both quotes and embeds: the embedded one ends with a handle and its own date. Where the text beside
/// it has most of its words, it is a repeat; its date is never the report's.
/// </summary>
internal static class EmbeddedPost
{
    private const double Shared = 0.6;
    private const int Near = 2;

    /// <summary>True if the line is an embedded post whose words stand in a line near it.</summary>
    public static bool Repeats(List<TextLine> lines, int at)
    {
        if (!IsPost(lines[at].Text)) return false;
        for (var i = Math.Max(0, at - Near); i < Math.Min(lines.Count, at + Near + 1); i++)
            if (i != at && Overlap(lines[at].Text, lines[i].Text) >= Shared)
                return true;
        return false;
    }

    private static bool IsPost(string line) =>
        HasHandle(line) && DayReader.Find(line) is [.., var last] && line.Length - last.End <= 3
        || line.Contains("pic.twitter.com/", StringComparison.OrdinalIgnoreCase);

    private static bool HasHandle(string line)
    {
        var at = line.IndexOf("(@", StringComparison.Ordinal);
        return at >= 0 && line.IndexOf(')', at) is > 0 and var end && end - at <= 32;
    }

    /// <summary>The share of the post's words, without links and signature, that the other line has too.</summary>
    private static double Overlap(string post, string other)
    {
        var words = WordsOf(other).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var body = WordsOf(post.Split(["pic.twitter.com", "https://", "(@", "— "], 2, StringSplitOptions.None)[0]).ToList();
        return body.Count < 6 ? 0 : (double)body.Count(words.Contains) / body.Count;
    }

    private static IEnumerable<string> WordsOf(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', '"', '“', '”', '@', '#', ':', ';')).Where(word => word.Length > 0);
}
