namespace Chancery.Extraction.Intake.Lines;

/// <summary>
/// Who signed a line that gives the day too, and stands beside a headline: "12 May 2021 · 3 min read · By Tam Ferrow", "Posted in
/// Harbour by tamf on 12 May 2021", "Ida Lund | 12 May 2021". Not for running text.
/// </summary>
internal static class DatedByline
{
    private const int Longest = 160;
    private const int MostWords = 20;
    private static readonly char[] Bars = ['|', '•', '·', '⋅', '—'];

    /// <summary>The names; empty if the line gives no day or none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isMarked">True if its element says that a byline stands in it: then names of one word are believed.</param>
    public static List<string> Read(string line, bool isMarked)
    {
        if (line.Length > Longest || TextShape.Words(line) > MostWords || DayReader.Find(line).Count == 0) return [];
        if (AfterCue(line) is { } signed) return Byline.Names(signed) is { Count: > 0 } names ? names : isMarked ? Byline.Signed(signed) : [];
        foreach (var part in line.Split(Bars, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Byline.Person(part) is { } person) return [person];
        return [];
    }

    /// <summary>What follows the first cue that stands as a word inside the line; <see langword="null"/> if there is none.</summary>
    private static string? AfterCue(string line)
    {
        for (var at = line.IndexOf(' ', StringComparison.Ordinal); at >= 0 && at + 1 < line.Length; at = line.IndexOf(' ', at + 1))
        {
            var end = line.IndexOf(' ', at + 1);
            if (end < 0 || !IntakeTables.BylineCues.Has(line.AsSpan(at + 1, end - at - 1), "cue") || IntakeTables.BylineCues.Has(line.AsSpan(StartOfWord(line, at), end - StartOfWord(line, at)), "other")) continue;
            var rest = line[(end + 1)..].TrimStart(' ', ':');
            var bar = rest.IndexOfAny(Bars);
            return bar > 0 ? rest[..bar].Trim() : rest;
        }

        return null;
    }

    /// <summary>Where the word before a space begins.</summary>
    private static int StartOfWord(string line, int space) => line.AsSpan(0, space).LastIndexOf(' ') + 1;
}
