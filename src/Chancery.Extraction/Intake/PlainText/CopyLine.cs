using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>
/// Lines that agency copy, press releases and pasted pages have beside their text: slugs, takes, advisories, "(more)",
/// "-30-", contacts, initials, rules. The table says which words; here is only what they look like.
/// </summary>
internal static class CopyLine
{
    /// <summary>The copy ends here; what follows is the sender's card.</summary>
    public const string End = "end";

    /// <summary>How to reach the sender; lines of the same block belong to it.</summary>
    public const string Contact = "contact";

    private const int Longest = 160;
    private const int LongestSlug = 60;
    private const int LongestInitials = 24;
    private static readonly char[] Marks = [' ', '.', '(', ')', '[', ']', '-', '–', '—', '*', '_', '=', '#', '/'];

    /// <summary>What the line is: the end, a contact, furniture; <see langword="null"/> if it looks like none of these.</summary>
    public static string? KindOf(string line)
    {
        if (line.Length > Longest) return null;
        var words = line.AsSpan().Trim(Marks);
        if (words.IsEmpty) return line.Contains('#', StringComparison.Ordinal) ? End : LineKind.Furniture;
        if (!ContainsWord(words)) return LineKind.Furniture;
        if (Listed(line, words) is { } kind) return kind;
        if (IsPageNumber(line) || IsInitials(line) || IsSlug(line) || IsWireNumber(line) || IsAddress(line) || line.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || IsOfFeed(line)) return LineKind.Furniture;
        return line[0] is '(' && IsContactLike(line) ? LineKind.Furniture : null;
    }

    /// <summary>True if the line may belong to a contact above it: an address, a number of a telephone, a place on the web.</summary>
    public static bool IsContactLike(string line)
    {
        if (line.Length > Longest || TextShape.EndsSentence(line)) return false;
        if (line.Contains('@', StringComparison.Ordinal) || IsAddress(line) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        var digits = line.Count(char.IsAsciiDigit);
        return digits >= 6 && digits * 2 >= line.Count(char.IsLetterOrDigit);
    }

    /// <summary>The headline without what agencies put before it: "UPDATE 2-", "CORRECTED-", "URGENT:".</summary>
    public static string WithoutPrefix(string title)
    {
        for (var times = 0; times < 3; times++)
        {
            var end = title.AsSpan(0, Math.Min(title.Length, 24)).IndexOfAny('-', ':', '–');
            if (end <= 0 || end + 1 >= title.Length) return title;
            var prefix = title.AsSpan(0, end).TrimEnd(" 0123456789()");
            if (IntakeTables.Copy.Find(prefix)?.Field(1) != "prefix" || title[(end + 1)..].TrimStart() is not { Length: > 8 } rest) return title;
            title = rest;
        }

        return title;
    }

    /// <summary>Where a mark of the end stands after the last sentence of a paragraph ("… said. Enditem"), or −1.</summary>
    public static int EndMarkAt(string paragraph)
    {
        var at = paragraph.AsSpan().LastIndexOf(' ');
        if (at <= 0 || paragraph.Length - at > 12 || !TextShape.EndsSentence(paragraph.AsSpan(0, at))) return -1;
        var mark = paragraph[(at + 1)..];
        return mark.AsSpan().IndexOfAny(".,!?") < 0 && KindOf(mark) == End ? at : -1;
    }

    /// <summary>A name that was written in capitals as it is written elsewhere: JO QUILL-FERROW is Jo Quill-Ferrow.</summary>
    public static string WithoutCapitals(string name)
    {
        var words = name.Split(' ');
        if (words.Length < 2 || name.Any(char.IsLower)) return name;
        var letters = name.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (i == 0 || letters[i - 1] is ' ' or '-' or '\'' or '’' or '.')
                letters[i] = char.ToUpperInvariant(letters[i]);
        return new string(letters);
    }

    /// <summary>Who says at the head or the foot of a page that it is his: "© 2021 The Kestrel Herald". No agency, and no sentence.</summary>
    public static string? OwnerOf(string line)
    {
        if (line.Length > 80) return null;
        var rest = line.AsSpan().Trim();
        var marked = rest.StartsWith("©") || rest.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase);
        if (!marked) return null;
        rest = rest.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) ? rest["Copyright".Length..] : rest;
        rest = rest.TrimStart(" ©(c)C0123456789,–-");
        var end = rest.IndexOfAny('.', ',', '|');
        var name = (end < 0 ? rest : rest[..end]).Trim().ToString();
        return Byline.IsOutlet(name) && Credit.Agency(name) is null ? name : null;
    }

    private static bool ContainsWord(ReadOnlySpan<char> words)
    {
        foreach (var letter in words)
            if (char.IsLetterOrDigit(letter))
                return true;
        return false;
    }

    private static string? Listed(string line, ReadOnlySpan<char> words)
    {
        // A number alone ends copy only between its dashes: -30-.
        var isMarked = words.Length < line.Length && line[0] is '-' or '–' or '—' or '(' or '*' or '=';
        if (IntakeTables.Copy.Find(words) is { } whole && whole.Field(1) is not ("prefix" or "bracket") && (isMarked || !char.IsAsciiDigit(words[0]) || words.Length > 2)) return whole.Field(0);
        string? kind = null;
        for (var end = 2; end < words.Length && end <= IntakeTables.Copy.LongestForm; end++)
            if (!char.IsLetterOrDigit(words[end]) && IntakeTables.Copy.Find(words[..end]) is { } entry && GoesOn(words[end..], entry.Field(1)))
                kind = entry.Field(0);
        return kind ?? (line[0] == '(' ? Advisory(words) : null);
    }

    /// <summary>"(Adds quotes, background)": what agencies tell the desks of a new version.</summary>
    private static string? Advisory(ReadOnlySpan<char> words)
    {
        var space = words.IndexOf(' ');
        return space > 0 && IntakeTables.Copy.Find(words[..space]) is { } entry && entry.Field(1) == "bracket" ? entry.Field(0) : null;
    }

    private static bool GoesOn(ReadOnlySpan<char> rest, string how) => how == "start" || (how == "label" && rest.TrimStart() is [':', ..]);

    /// <summary>"Page 2 of 5", "2/5".</summary>
    private static bool IsPageNumber(string line)
    {
        if (line.Length > 20) return false;
        var rest = line.StartsWith("page ", StringComparison.OrdinalIgnoreCase) ? line.AsSpan(5) : line;
        var divided = rest.Length < line.Length || line.Contains('/', StringComparison.Ordinal);
        return divided && rest.IndexOfAnyInRange('0', '9') == 0 && rest.TrimStart("0123456789 of/").IsEmpty;
    }

    /// <summary>"jq/tf/el": those who wrote, checked and sent it.</summary>
    private static bool IsInitials(string line) =>
        line.Length is >= 8 and <= LongestInitials && line.Contains('/', StringComparison.Ordinal) && line.Split('/', '-') is { Length: >= 3 } parts
        && Array.TrueForAll(parts, part => part.Length is >= 2 and <= 4 && part.All(char.IsAsciiLetterLower));

    /// <summary>"BC-Harbour-Bridge,2nd Ld", "HARBOUR-BRIDGE/ (UPDATE 2)": joined words behind a code of two letters, or in capitals before a stroke.</summary>
    private static bool IsSlug(string line)
    {
        if (line.Length > LongestSlug || TextShape.EndsSentence(line) || !char.IsUpper(line[0])) return false;
        var first = line.Split(' ', ',')[0];
        var parts = first.Split('-', '/');
        if (parts.Length < 2) return false;
        var capitals = first.EndsWith('/') && first.Where(char.IsLetter).All(char.IsUpper) && parts.Length >= 3;
        var wire = parts[0].Length == 2 && parts[0].All(char.IsUpper) && parts.Length >= 2 && parts.Skip(1).All(part => part.Length > 0 && char.IsUpper(part[0]));
        return (capitals && line.Split(' ').Skip(1).All(IsSlugWord)) || (wire && line[first.Length..] is "" or [',', ..]);
    }

    /// <summary>"a0234 int t r i": the number under which a line was sent, with its codes.</summary>
    private static bool IsWireNumber(string line) =>
        line.Length is >= 5 and <= LongestSlug && char.IsAsciiLetterLower(line[0]) && line.AsSpan(1, 4).IndexOfAnyExceptInRange('0', '9') < 0 && (line.Length == 5 || line[5] == ' ');

    /// <summary>"The post … appeared first on …": what feeds of blogs add to every item.</summary>
    private static bool IsOfFeed(string line) =>
        line.StartsWith("The ", StringComparison.Ordinal) && IntakeTables.Copy.Entries.Any(entry => entry.Field(1) == "inside" && line.Contains(entry.Form, StringComparison.OrdinalIgnoreCase));

    private static bool IsSlugWord(string word) => !word.Any(char.IsLower);

    private static bool IsAddress(string line) =>
        !line.Contains(' ', StringComparison.Ordinal) && (line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
