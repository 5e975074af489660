namespace Chancery.Extraction.Intake.Lines;

/// <summary>Lines that say who wrote: "By A and B", a name alone beside the headline, a desk ("X Web Team", "X Bureau").</summary>
internal static class Byline
{
    private const int Longest = 120;
    private const int LongestList = 600;
    private static readonly string[] Separators = [", ", " and ", " & ", " | ", ";", "/", " with ", "•", "·"];
    private static readonly string[] Cues = ["written by ", "reported by ", "story by ", "report by ", "words by ", "by: ", "by ", "author: ", "from our "];

    /// <summary>The names of a line that begins with a cue; empty if it does not or holds no name.</summary>
    public static List<string> Cued(string line)
    {
        if (line.Length > Longest || TextShape.Words(line) > 16) return [];
        foreach (var cue in Cues)
            if (line.StartsWith(cue, StringComparison.OrdinalIgnoreCase))
                return Names(line[(cue.EndsWith("our ", StringComparison.Ordinal) ? "from ".Length : cue.Length)..]);
        return [];
    }

    /// <summary>The names of a line that is nothing but names or a desk; only to be asked beside a headline or at the end.</summary>
    public static List<string> Alone(string line)
    {
        if (line.Length > Longest || TextShape.EndsSentence(line) || line.Contains(':', StringComparison.Ordinal)) return [];
        var parts = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length is > 0 and <= 4 && Array.TrueForAll(parts, part => IsName(part) || IsDesk(part)) ? [.. parts] : [];
    }

    /// <summary>The persons and desks in a list; roles, addresses and dates are left out.</summary>
    public static List<string> Names(string list)
    {
        if (list.Length > LongestList) list = list[..LongestList];
        var names = new List<string>();
        var placed = false;
        foreach (var part in list.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var own = WithoutRole(part);
            var alone = placed && !part.Contains(' ', StringComparison.Ordinal);
            placed = own.Length < part.Length || alone;
            if (alone) continue;
            var name = own.Trim(' ', '.', ',', '-', '–', '—', '(', ')', '*', '@', '"');
            if (name.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) name = name[3..].Trim();
            if ((IsName(name) || IsSingleName(name) || IsDesk(name)) && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }

        return names;
    }

    /// <summary>The outlet that a desk is named after: "Kestrel Web Desk" gives Kestrel. A bureau may be named after its place.</summary>
    public static string? OutletOf(string byline)
    {
        foreach (var entry in IntakeTables.Bylines.Entries)
        {
            if (entry.Field(0) != "outlet-desk" || !byline.EndsWith(" " + entry.Form, StringComparison.OrdinalIgnoreCase)) continue;
            var name = byline[..^(entry.Form.Length + 1)];
            return name.Length >= 3 && char.IsUpper(name[0]) && !IntakeTables.Bylines.Has(name, "generic") ? name : null;
        }

        return null;
    }

    /// <summary>True if the name ends as papers and stations are named: "Kestrel Herald".</summary>
    public static bool IsOutlet(string name) =>
        name.Length is >= 4 and <= 50 && char.IsUpper(name[0]) && IntakeTables.Bylines.Has(name.AsSpan(name.LastIndexOf(' ') + 1), "outlet");

    /// <summary>Two to five capitalised words, with particles and initials; no word that titles, places or sections begin with.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is < 4 or > 50) return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5) return false;
        var capitalised = 0;
        foreach (var word in words)
        {
            if (!IsNamePart(word)) return false;
            if (char.IsUpper(word[0])) capitalised++;
            else if (!IntakeTables.Bylines.Has(word, "particle")) return false;
        }

        return capitalised >= 2 && !words.Any(word => IntakeTables.Bylines.Has(word, "never") || IntakeTables.Bylines.Has(word, "place") || IntakeTables.Bylines.Has(word, "generic") || IntakeTables.Bylines.Has(word, "desk"));
    }

    /// <summary>A desk: ends with a word for one and begins with a capital.</summary>
    public static bool IsDesk(string text)
    {
        if (text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        if (text.Length is < 4 or > 60 || !char.IsUpper(text[0])) return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && IntakeTables.Bylines.Has(words[^1], "desk");
    }

    private static bool IsSingleName(string text) =>
        text.Length is >= 3 and <= 20 && char.IsUpper(text[0]) && text.All(char.IsLetter) && Credit.Agency(text) is null
        && IntakeTables.Bylines.Find(text) is null && !IntakeTables.DateWords.Contains(text) && text.Any(char.IsLower);

    private static bool IsNamePart(string word)
    {
        foreach (var letter in word)
            if (!char.IsLetter(letter) && letter is not ('.' or '-' or '\'' or '’'))
                return false;
        return char.IsLetter(word[0]) && word[^1] is not ('-' or '\'');
    }

    private static string WithoutRole(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
            if (words[i].Contains('@', StringComparison.Ordinal) || words[i] is "in" or "for" or "at" or "-" or "–" or "—" or "|" || char.IsAsciiDigit(words[i][0]))
                return string.Join(' ', words[..i]);
        return part;
    }
}
