namespace Chancery.Extraction.Intake.Lines;

/// <summary>
/// A line whose business is to say when: "15th Aug 2021", "Asia Updated: Jul 28, 2021, 04:31 PM IST". A sentence with a
/// date in it is none.
/// </summary>
/// <param name="Mention">The day: the published one where the line gives several, the first otherwise.</param>
/// <param name="Text">The words of the day as written.</param>
internal readonly record struct DayLine(DayMention Mention, string Text)
{
    private const int Longest = 120;
    private static readonly char[] Bars = ['|', '•', '·'];

    /// <summary>The reading of the line, or <see langword="null"/> if it is no date line.</summary>
    public static DayLine? Read(string line)
    {
        if (line.Length > Longest || line.AsSpan().IndexOfAnyInRange('0', '9') < 0) return null;
        var mentions = DayReader.Find(line);
        if (mentions.Count == 0 || !IsAllDate(line, mentions)) return null;
        var chosen = mentions.Find(mention => HasCueBefore(line, mention, "published"));
        if (chosen.Month == 0) chosen = mentions[0];
        return new DayLine(chosen, line[chosen.Start..chosen.End]);
    }

    /// <summary>What stands beside the date, set off by a bar or a dot: a name, an outlet; <see langword="null"/> if nothing does.</summary>
    public static string? Beside(string line)
    {
        foreach (var part in line.Split(Bars, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line.AsSpan().IndexOfAny(Bars) >= 0 && part.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !IntakeTables.DateWords.Contains(part.AsSpan().Trim(':')))
                return part;
        return null;
    }

    private static bool HasCueBefore(string line, DayMention mention, string kind)
    {
        var end = mention.Start;
        var start = line.LastIndexOf(' ', Math.Max(0, end - 2)) + 1;
        return IntakeTables.DateWords.Has(line.AsSpan(start, Math.Max(0, end - start)).Trim(" :-"), kind);
    }

    /// <summary>What is left beside dates, times, zones and cues must be little: a section or place, not a sentence.</summary>
    private static bool IsAllDate(string line, List<DayMention> mentions)
    {
        var cues = 0;
        var rest = 0;
        foreach (var range in line.AsSpan().Split(' '))
        {
            if (mentions.Exists(mention => mention.Start < range.End.Value && range.Start.Value < mention.End)) continue;
            var word = line.AsSpan(range).Trim("\"'.,;:|()[]-–—/•·");
            if (word.IsEmpty || char.IsAsciiDigit(word[0])) continue;
            if (!IntakeTables.DateWords.Contains(word)) rest++;
            else if (!IntakeTables.DateWords.Has(word, "filler")) cues++;
        }

        return !TextShape.EndsSentence(line) && rest <= (cues > 0 ? 3 : line.AsSpan().IndexOfAny("|•·") >= 0 ? 4 : 1);
    }
}
