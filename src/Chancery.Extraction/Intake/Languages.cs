namespace Chancery.Extraction.Intake;

/// <summary>
/// Says that a text is English, or nothing: the share of words that are among the commonest of the language. Not a
/// language identifier; what is not clearly one of the profiles is <see langword="null"/>.
/// </summary>
internal static class Languages
{
    private const int Sample = 400;
    private const int Fewest = 6;
    private const double Share = 0.2;

    public static string? Of(string text)
    {
        int words = 0, known = 0;
        foreach (var range in text.AsSpan().SplitAny(" \n"))
        {
            var word = text.AsSpan(range).Trim("\"'“”‘’.,;:!?()[]—–-");
            if (word.IsEmpty) continue;
            words++;
            if (IntakeTables.Profiles.Has(word, "en")) known++;
            if (words == Sample) break;
        }

        return words >= Fewest && known >= words * Share ? "en" : null;
    }
}
