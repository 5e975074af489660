namespace Chancery.Record.Versions;

/// <summary>
/// How much of two texts is the same: runs of four words that both have, as a share of those that either has (Jaccard's
/// measure over word shingles, Broder 1997). 1 for the same words, near 0 for texts on the same matter written apart. It
/// says nothing of what they mean. Case, marks and line breaks do not count.
/// </summary>
public static class Likeness
{
    private const int Run = 4;

    /// <summary>A number from 0 to 1; texts of fewer than four words are alike only if they are the same.</summary>
    public static double Of(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (ours, theirs) = (Runs(left), Runs(right));
        if (ours.Count == 0 || theirs.Count == 0) return Words.Split(left).SequenceEqual(Words.Split(right), StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        var shared = ours.Count(theirs.Contains);
        return (double)shared / (ours.Count + theirs.Count - shared);
    }

    private static HashSet<(string, string, string, string)> Runs(string text)
    {
        var words = Words.Split(text).Select(word => word.ToLowerInvariant()).ToList();
        var runs = new HashSet<(string, string, string, string)>();
        for (var i = 0; i + Run <= words.Count; i++) runs.Add((words[i], words[i + 1], words[i + 2], words[i + 3]));
        return runs;
    }
}

/// <summary>Words for comparing texts: runs of letters and digits. Not the tokens of the language, which are finer.</summary>
internal static class Words
{
    /// <summary>The words in order, without the marks between them.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
            if (inside && start < 0) start = i;
            else if (!inside && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    /// <summary>The text cut after each run of white space, so that the pieces joined are the text.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !(char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]))) continue;
            pieces.Add(text[start..i]);
            start = i;
        }

        return pieces;
    }
}
