namespace Chancery.Extraction.Intake.Lines;

/// <summary>What a line that is not the article's is, judged by its own words alone. The tables say which words.</summary>
internal static class LineKind
{
    public const string Furniture = "furniture";
    public const string Navigation = "navigation";
    public const string Related = "related";
    public const string Caption = "caption";
    public const string Summary = "summary";
    public const string Credit = "credit";
    public const string Byline = "byline";
    public const string Date = "date";
    public const string Dateline = "dateline";
    public const string Title = "title";
    public const string Repeat = "repeat";
    public const string Share = "share";
    public const string Newsletter = "newsletter";
    public const string Comments = "comments";

    /// <summary>An entry of a live blog, which is a report of its own.</summary>
    public const string Entry = "entry";

    /// <summary>The heading of a list of other articles; what follows is theirs.</summary>
    public const string Tail = "tail";

    private const int Longest = 200;

    /// <summary>The kind, or <see langword="null"/> if the words alone do not tell.</summary>
    public static string? Of(string line)
    {
        if (IsPicture(line) || IsShortcode(line) || line[0] == '©' || IsBoilerplate(line)) return Furniture;
        if (line.Length > Longest) return Labelled(line);
        if (IsRelativeTime(line)) return Date;
        return IntakeTables.Lines.Find(line.AsSpan().Trim(" :.!…»›>|-–—•*")) is { } whole ? whole.Field(0) : Labelled(line);
    }

    /// <summary>"1 day ago", "3 hrs ago", "an hour ago".</summary>
    public static bool IsRelativeTime(string line)
    {
        if (line.Length is < 6 or > 40 || !line.EndsWith(" ago", StringComparison.OrdinalIgnoreCase)) return false;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 5 && words.Any(word => IntakeTables.DateWords.Has(word, "unit"));
    }

    /// <summary>"About Kestrel Relief: founded in …": what the issuer of a release says of himself.</summary>
    public static bool IsBoilerplate(string line)
    {
        if (!line.StartsWith("About ", StringComparison.Ordinal) || line.Length < 8 || !char.IsUpper(line[6])) return false;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? colon < 60 && TextShape.Words(line.AsSpan(0, colon)) <= 7 : TextShape.Words(line) <= 6 && !TextShape.EndsSentence(line);
    }

    /// <summary>True if the line breaks off in the middle, as the snippets of other articles do.</summary>
    public static bool IsTeaser(string line) => line.EndsWith('…') || line.EndsWith("...", StringComparison.Ordinal);

    /// <summary>A picture's file or identifier: one word with an underscore or a picture's extension.</summary>
    private static bool IsPicture(string line) =>
        line.Length < 80 && !line.Contains(' ', StringComparison.Ordinal) && char.IsLetter(line[0]) && !line.Contains('@', StringComparison.Ordinal)
        && (line.Contains('_', StringComparison.Ordinal) || line.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || line.EndsWith(".png", StringComparison.OrdinalIgnoreCase));

    /// <summary>[button link="…"]: a command to the program that was to make the page.</summary>
    private static bool IsShortcode(string line) =>
        line[0] == '[' && line.Length > 4 && char.IsLetter(line[1]) && line.IndexOf(']', StringComparison.Ordinal) is > 0 and var end && line.AsSpan(0, end).Contains('=');

    /// <summary>The longest entry that the line begins with, if the line goes on as the entry asks.</summary>
    private static string? Labelled(string line)
    {
        string? kind = null;
        var limit = Math.Min(line.Length - 1, IntakeTables.Lines.LongestForm);
        for (var end = 2; end <= limit; end++)
        {
            if (char.IsLetterOrDigit(line[end]) || !char.IsLetterOrDigit(line[end - 1])) continue;
            if (IntakeTables.Lines.Find(line.AsSpan(0, end)) is { } entry && GoesOn(line, end, entry.Field(1))) kind = entry.Field(0);
        }

        return kind;
    }

    private static bool GoesOn(string line, int end, string how)
    {
        if (how == "start") return true;
        var rest = line.AsSpan(end).TrimStart();
        if (how != "label" || rest.IsEmpty) return false;
        return rest[0] is ':' or '(' or '|' or '/' or '©' || (rest[0] is '-' or '–' && !TextShape.EndsSentence(line));
    }
}
