namespace Chancery.Extraction.Intake.Lines;

/// <summary>Lines that say who wrote: "By A and B", a name alone beside the headline, a desk ("X Web Team", "X Bureau").</summary>
internal static class Byline
{
    private const int Longest = 120;
    private const int LongestList = 600;
    private const string FromOur = "from our ";
    private const int LongestSigned = 50;
    private const int ShortestGlued = 5;
    private const int LongestBody = 80;
    private static readonly string[] Marks = [", ", " & ", " | ", " — ", " – ", ";", "/", "•", "·", "⋅"];
    private static readonly string[] Separators = [.. Marks, .. IntakeTables.BylineCues.Entries.Where(entry => entry.Field(0) == "joint").SelectMany(entry => new[] { $" {entry.Form} ", $" {char.ToUpperInvariant(entry.Form[0])}{entry.Form[1..]} " })];

    /// <summary>The names of a line that begins with a cue; empty if it does not or holds no name.</summary>
    public static List<string> Cued(string line)
    {
        if (line.Length > Longest || TextShape.Words(line) > 16) return [];
        if (line.StartsWith(FromOur, StringComparison.OrdinalIgnoreCase)) return Names(line["from ".Length..]);
        return CueLength(line) is > 0 and var length ? Names(line[length..].TrimStart(' ', ':')) : [];
    }

    /// <summary>
    /// The names of a value that is said to name who signed, in metadata or in an element of its own: also names of one word, as
    /// they sign on blogs. Addresses, degrees, dates, roles and the words of a byline around the name are left out.
    /// </summary>
    public static List<string> Signed(string value)
    {
        if (value.Length > LongestList || value.EndsWith(':') || IsCompany(value)) return [];
        var own = CueLength(value) is > 0 and var length ? value[length..].TrimStart(' ', ':') : value;
        if (IsBody(own)) return [own];
        var names = new List<string>();
        foreach (var part in own.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = WithoutRole(part).Trim(' ', '.', ',', '-', '–', '—', '(', ')', '*', '"', ':');
            if (CueLength(name) is > 0 and var inner) name = name[inner..].TrimStart(' ', ':');
            if (names.Count > 0 && (name.StartsWith('@') || IsRole(name))) continue;
            if (IsHost(name)) return names;
            if (IsSignature(name) && !(names.Count > 0 && IsDegree(name)) && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }

        return names;
    }

    /// <summary>The names of a short line that begins with a cue and holds nothing else, signed as people do on blogs; for lines beside a headline.</summary>
    public static List<string> CuedShort(string line) =>
        line.Length <= LongestSigned && TextShape.Words(line) <= 4 && !TextShape.EndsSentence(line) && CueLength(line) is > 0 and var length ? Signed(line[length..].TrimStart(' ', ':')) : [];

    /// <summary>True if the line is a cue alone: the name stands on the next.</summary>
    public static bool IsCue(string line) => IntakeTables.BylineCues.Has(line, "cue") || IntakeTables.BylineCues.Has(line.AsSpan().TrimEnd(" :"), "cue");

    /// <summary>How many characters the longest cue at the beginning has, with what must follow it; 0 if there is none.</summary>
    private static int CueLength(string line)
    {
        var length = 0;
        for (var end = 2; end < line.Length && end <= IntakeTables.BylineCues.LongestForm; end++)
            if ((line[end] is ' ' or ':' || line[end - 1] == ':' || IsGlued(line, end)) && IntakeTables.BylineCues.Has(line.AsSpan(0, end), "cue")) length = end;
        return length;
    }

    /// <summary>"ByTam Ferrow": the gap between cue and name is drawn by a style sheet. Names that begin as cues do (DiMarco) are whole.</summary>
    private static bool IsGlued(string line, int end) =>
        char.IsLower(line[end - 1]) && char.IsUpper(line[end]) && line.Length > end + 1 && (char.ToLowerInvariant(line[end - 1]) == 'y' || end >= ShortestGlued);

    /// <summary>Up to five words of letters, no words that titles and sections begin with, nothing of an address.</summary>
    private static bool IsSignature(string name)
    {
        if (name.Length is < 2 or > LongestSigned || name.Contains(": ", StringComparison.Ordinal) || name.Contains("//", StringComparison.Ordinal) || name.Contains("www.", StringComparison.Ordinal) || (name.Contains('@', StringComparison.Ordinal) && name[0] != '@')) return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 5 || !(char.IsLetterOrDigit(name[0]) || name[0] is '@' or '_') || !name.Any(char.IsLetter) || IsCue(name) || (words.Length == 1 && name.Count(letter => letter == '.') > 1) || char.IsAsciiDigit(name[0]) || LineKind.Of(name) is not null || IntakeTables.DateWords.Contains(words[0])) return false;
        return !Array.Exists(words, word => IntakeTables.Bylines.Has(word, "never") || IntakeTables.Bylines.Has(word, "machine"));
    }

    /// <summary>"Kestrel Media GmbH, Port Elm, Sorland": an imprint, whose places are nobody's names either.</summary>
    private static bool IsCompany(string value) =>
        Array.Exists(value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), word => IntakeTables.Bylines.Has(word, "company") || IntakeTables.Bylines.Has(word.TrimEnd('.'), "company"));

    /// <summary>"Institute for River Studies and Fishery": one body, whatever words stand in its name.</summary>
    private static bool IsBody(string value) =>
        value.Length <= LongestBody && value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && !value.Contains(',', StringComparison.Ordinal) && IntakeTables.OrganisationWords.Contains(value.AsSpan(0, end));

    /// <summary>"China Economics Editor" behind a name: what the person is.</summary>
    private static bool IsRole(string part) => IntakeTables.Bylines.Has(part.AsSpan(part.LastIndexOf(' ') + 1), "role");

    /// <summary>"kestrel.example": the site, and what follows it is its address.</summary>
    private static bool IsHost(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && name.LastIndexOf('.') is > 2 and var dot && name.Length - dot is 3 or 4 && name.AsSpan(dot + 1).IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>PhD, M.D., RD: capitals behind a name.</summary>
    private static bool IsDegree(string part) =>
        part.Length <= 8 && !part.Contains(' ', StringComparison.Ordinal) && part.Count(char.IsUpper) * 2 >= part.Count(char.IsLetter);

    /// <summary>The names of a line that is nothing but names or a desk; only to be asked beside a headline or at the end.</summary>
    public static List<string> Alone(string line)
    {
        if (line.Length > Longest || TextShape.EndsSentence(line) || line.Contains(':', StringComparison.Ordinal)) return [];
        var parts = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length is > 0 and <= 4 && Array.TrueForAll(parts, part => IsName(part) || IsDesk(part)) ? [.. parts] : [];
    }

    /// <summary>The name that a part of a line begins with and that ends where a date, a section or the part does; its first word must be a known given name.</summary>
    public static string? Person(string part) =>
        WithoutRole(part).Trim(' ', ',', '.', ':') is { } name && IsName(name) && IntakeTables.GivenNames.Contains(name.AsSpan(0, name.IndexOf(' ', StringComparison.Ordinal))) ? name : null;

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
            if (CueLength(name) is > 0 and var inner) name = name[inner..].TrimStart(' ', ':');
            if (names.Count > 0 && IsRole(name)) continue;
            if ((IsName(name) || (IsSingleName(name) && !(names.Count > 0 && IsDegree(name))) || IsDesk(name)) && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
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

        return capitalised >= 2 && !words.Any(word => IntakeTables.Bylines.Has(word, "never") || IntakeTables.Bylines.Has(word, "place") || IntakeTables.Bylines.Has(word, "generic") || IntakeTables.Bylines.Has(word, "desk") || IntakeTables.Bylines.Has(word, "role"))
            && !IntakeTables.OrganisationWords.Contains(words[^1]);
    }

    /// <summary>A desk, or somebody named by what he is alone ("Staff Reporter"): ends with a word for one and begins with a capital.</summary>
    public static bool IsDesk(string text)
    {
        if (text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        if (text.Length is < 4 or > 60 || !char.IsUpper(text[0])) return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && (IntakeTables.Bylines.Has(words[^1], "desk") || IntakeTables.Bylines.Has(words[^1], "role"));
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

    private static bool IsMonth(string word) => IntakeTables.DateWords.Has(word.AsSpan().Trim(",."), "month");

    /// <summary>The part up to a date, an address, or what the person is or writes for.</summary>
    private static string WithoutRole(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
            if ((i > 1 && IsMonth(words[i])) || char.IsAsciiDigit(words[i][0])) return BeforeDate(words, i);
            else if (words[i].Contains('@', StringComparison.Ordinal) || words[i][0] is '(' or '-' or '–' or '—' or '|' || (i > 1 && words[i] is "in" or "for" or "at")) return string.Join(' ', words[..i]);
        return part;
    }

    /// <summary>The words before a date, without its month, day of the week and the small words before it.</summary>
    private static string BeforeDate(string[] words, int end)
    {
        while (end > 1 && (IsMonth(words[end - 1]) || IntakeTables.DateWords.Contains(words[end - 1].AsSpan().TrimEnd(",.")))) end--;
        return string.Join(' ', words[..end]);
    }
}
