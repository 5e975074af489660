namespace Chancery.Extraction.Intake;

/// <summary>
/// Tells the language of a text by its commonest words, or by its script where one language nearly owns it. What is not clearly one of
/// them is <see langword="null"/>: no guess is made from an outlet or an address.
/// </summary>
internal static class Languages
{
    private const int Sample = 400;
    private const int Fewest = 6;
    private const double Share = 0.2;
    private const double Lead = 1.15;
    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u3040', '\u30FF', "ja"), ('\uAC00', '\uD7AF', "ko"), ('\u4E00', '\u9FFF', "zh"), ('\u0370', '\u03FF', "el"), ('\u0590', '\u05FF', "he"),
        ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0E00', '\u0E7F', "th"),
    ];

    /// <summary>ISO 639-1 code, or <see langword="null"/>.</summary>
    public static string? Of(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = 0;
        foreach (var range in text.AsSpan().SplitAny(" \n"))
        {
            var word = text.AsSpan(range).Trim("\"'“”‘’.,;:!?()[]—–-«»„");
            if (word.IsEmpty) continue;
            words++;
            if (IntakeTables.Profiles.Find(word) is { } entry)
                foreach (var language in entry.Field(0).Split(' ')) counts[language] = counts.GetValueOrDefault(language) + 1;
            if (words == Sample) break;
        }

        return OfScript(text) ?? (words >= Fewest ? Best(counts, words) : null);
    }

    /// <summary>True if the word is among the commonest of the language.</summary>
    public static bool IsCommon(ReadOnlySpan<char> word, string language) =>
        IntakeTables.Profiles.Find(word) is { } entry && entry.Field(0).Split(' ').Contains(language, StringComparer.Ordinal);

    private static string? Best(Dictionary<string, int> counts, int words)
    {
        var ordered = counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToList();
        if (ordered.Count == 0 || ordered[0].Value < words * Share) return null;
        return ordered.Count == 1 || ordered[0].Value >= ordered[1].Value * Lead ? ordered[0].Key : null;
    }

    /// <summary>The language of most letters, if they are of a script that one language nearly owns; kana decide against Chinese.</summary>
    private static string? OfScript(string text)
    {
        var counts = new int[Scripts.Length];
        var letters = 0;
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Sample * 6)))
        {
            if (!char.IsLetter(letter)) continue;
            letters++;
            if (letter < Scripts[3].First) continue;
            var at = Array.FindIndex(Scripts, script => letter >= script.First && letter <= script.Last);
            if (at >= 0) counts[at]++;
        }

        if (letters < Fewest || counts.Sum() * 2 < letters) return null;
        return counts[0] * 10 > letters ? Scripts[0].Language : Scripts[Array.IndexOf(counts, counts.Max())].Language;
    }
}
