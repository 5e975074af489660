using AngleSharp.Dom;

namespace Chancery.Extraction.Intake.Html;

/// <summary>Reads the marks of an element from its name, role, classes and id by the table of markup words.</summary>
internal static class MarkupMarks
{
    private const int LongestNames = 600;

    /// <param name="element">The element.</param>
    /// <param name="known">What names were read as before on the page: templates repeat them without end.</param>
    public static Marks Of(IElement element, Dictionary<string, Marks>? known = null)
    {
        var marks = OfTag(element.LocalName) | OfRole(element.GetAttribute("role"));
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)) marks |= Marks.Body;
        if (IsPost(element)) marks |= Marks.Post;
        if (element.HasAttribute("hidden") || IsHidden(element.GetAttribute("style"))) marks |= Marks.Hidden;
        return marks | OfNames(element.ClassName, known) | OfNames(element.Id, known);
    }

    /// <summary>True if a class name says that the element holds who wrote.</summary>
    public static bool SaysAuthor(string names) => Says(names, word => IntakeTables.Markup.Find(word) is { Fields.Count: > 1 } entry && entry.Field(1) == "author");

    /// <summary>True if a class name says that the element holds the line over a headline.</summary>
    public static bool SaysKicker(string names) => Says(names, word => IntakeTables.Markup.Has(word, "kicker"));

    private static bool Says(string names, Predicate<string> tells)
    {
        if (names.Length > LongestNames) return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var previous = "";
            foreach (var word in WordsOf(name))
            {
                if (tells(word) || tells(previous + word)) return true;
                previous = word;
            }
        }

        return false;
    }

    /// <summary>True for a piece of a line that only screen readers are to see ("opens in a new window").</summary>
    public static bool IsUnseen(IElement element) =>
        element.LocalName is "span" or "small" or "i" && IsNamed(element.ClassName, "unseen");

    /// <summary>True for a post of another service that is shown in the text: a quotation, not furniture.</summary>
    public static bool IsPost(IElement element) => element.LocalName == "blockquote" && IsNamed(element.ClassName, "post");

    /// <summary>True if one of the names, its words put together, is of the kind.</summary>
    private static bool IsNamed(string? names, string kind)
    {
        if (names is not { Length: > 0 and <= LongestNames }) return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (IntakeTables.Markup.Find(string.Concat(WordsOf(name))) is { } entry && (entry.Field(0) == kind || entry.Field(1) == kind))
                return true;
        return false;
    }

    private static Marks OfTag(string tag) => tag switch
    {
        "nav" or "footer" => Marks.Navigation,
        "aside" => Marks.Related,
        "figure" or "figcaption" => Marks.Caption,
        _ => Marks.None,
    };

    private static Marks OfRole(string? role) => role switch
    {
        "navigation" or "banner" or "contentinfo" or "search" or "menu" => Marks.Navigation,
        "complementary" => Marks.Related,
        "dialog" or "alertdialog" => Marks.Cookie,
        _ => Marks.None,
    };

    private static bool IsHidden(string? style) =>
        style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static Marks OfNames(string? names, Dictionary<string, Marks>? known)
    {
        if (string.IsNullOrEmpty(names) || names.Length > LongestNames) return Marks.None;
        if (known is null) return OfNames(names);
        if (!known.TryGetValue(names, out var marks)) known[names] = marks = OfNames(names);
        return marks;
    }

    /// <summary>Each word of the names, and each two neighbours together: <c>most-read</c> is <c>mostread</c>.</summary>
    private static Marks OfNames(string names)
    {
        var marks = Marks.None;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var previous = "";
            foreach (var word in WordsOf(name))
            {
                if (!IntakeTables.Markup.Has(previous, "switch")) marks |= OfWord(word) | (previous.Length > 0 ? OfWord(previous + word) : Marks.None);
                previous = word;
            }
        }

        return marks;
    }

    private static Marks OfWord(string word) => IntakeTables.Markup.Find(word)?.Field(0) switch
    {
        "related" => Marks.Related,
        "share" => Marks.Share,
        "newsletter" => Marks.Newsletter,
        "comments" => Marks.Comments,
        "advert" => Marks.Advert,
        "navigation" => Marks.Navigation,
        "caption" => Marks.Caption,
        "byline" => Marks.Byline,
        "cookie" => Marks.Cookie,
        "hidden" => Marks.Hidden,
        "video" => Marks.Video,
        "summary" => Marks.Summary,
        "body" => Marks.Body,
        _ => Marks.None,
    };

    private static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!ends) continue;
            if (i > start && char.IsLetter(name[start])) yield return name[start..i].ToLowerInvariant();
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
    }
}
