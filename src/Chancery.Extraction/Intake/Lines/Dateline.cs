namespace Chancery.Extraction.Intake.Lines;

/// <summary>
/// The place, day and agency that a wire report opens with: "PORT ELM, Aug 16 (Kestrel) - ". It is cut from the first
/// sentence. Place alone counts only in capitals, otherwise an agency or a day must stand with it.
/// </summary>
/// <param name="Length">How many characters of the paragraph it covers, with the dash and the space after it.</param>
/// <param name="Mention">The day, often without a year.</param>
/// <param name="Agencies">The agencies in brackets.</param>
internal sealed record Dateline(int Length, DayMention? Mention, List<string> Agencies)
{
    private const int Longest = 100;

    /// <summary>The dateline of a paragraph, or <see langword="null"/>.</summary>
    public static Dateline? Read(string paragraph)
    {
        var (end, after) = DashAt(paragraph);
        if (end <= 0) return null;
        var head = paragraph[..end].TrimEnd();
        var (open, close) = (head.IndexOf('(', StringComparison.Ordinal), head.LastIndexOf(')'));
        var agencies = open >= 0 && close > open ? Credit.AgenciesByPlace(head[(open + 1)..close]) : [];
        if (open >= 0 && agencies.Count == 0) return null;
        if (open == 0) return new Dateline(after, null, agencies);
        var place = open > 0 ? head[..open] : head;
        var mentions = DayReader.Find(place);
        if (mentions.Count > 0) place = place[..mentions[0].Start];
        place = place.Trim(' ', ',', '.');
        if (paragraph[end] == ':' && (place.Length < head.Length || place.Contains(',', StringComparison.Ordinal))) return null;
        return IsPlace(place, agencies.Count > 0 || mentions.Count > 0)
            ? new Dateline(after, mentions.Count > 0 ? mentions[0] : null, agencies)
            : null;
    }

    /// <summary>A dateline on a line of its own, with its dash and with an agency or a day.</summary>
    public static Dateline? Alone(string line)
    {
        line = line.TrimEnd();
        if (line.Length is < 6 or > Longest || line[^1] is not ('-' or '–' or '—' or ':' or '_')) return null;
        return Read($"{line} X") is { } dateline && dateline.Length > line.Length && (dateline.Agencies.Count > 0 || dateline.Mention is not null) ? dateline with { Length = line.Length } : null;
    }

    private static (int End, int After) DashAt(string paragraph)
    {
        var limit = Math.Min(paragraph.Length - 1, Longest);
        for (var i = 2; i < limit; i++)
        {
            var letter = paragraph[i];
            var dash = letter is '–' or '—' || (letter == '-' && (paragraph[i - 1] is ' ' or ')' || paragraph[i + 1] == '-')) || (letter == '_' && paragraph[i - 1] == ' ' && paragraph[i + 1] == ' ');
            if (!dash && !(letter == ':' && paragraph[i + 1] == ' ')) continue;
            var after = i;
            while (after < paragraph.Length && paragraph[after] is '-' or '–' or '—' or ':' or '_' or ' ') after++;
            return after < paragraph.Length ? (i, after) : (-1, 0);
        }

        return (-1, 0);
    }

    private static bool IsPlace(string place, bool hasMore)
    {
        if (place.Length is < 3 or > 50) return false;
        var words = place.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 6) return false;
        foreach (var word in words)
            if (!char.IsUpper(word[0]) && !IntakeTables.Bylines.Has(word, "particle"))
                return false;
        return hasMore || words[0].Length >= 3 && words.All(IsCapitals) && !IntakeTables.Lines.Contains(place) && !IntakeTables.Bylines.Has(words[0], "never");
    }

    private static bool IsCapitals(string word) => word.All(letter => char.IsUpper(letter) || letter is '.' or '-' or '\'');
}
