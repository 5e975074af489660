using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.App.Evaluation;

/// <summary>
/// Words of a text as multisets, the currency of extraction benchmarks. Words are runs of letters, numbers and low lines, as a
/// regular expression's <c>\w+</c> finds them in Python.
/// </summary>
internal static class WordBag
{
    /// <summary>The words in order, in the text's own case.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_') word.Append(rune.ToString());
            else Close(words, word);
        }

        Close(words, word);
        return words;
    }

    /// <summary>Runs of <paramref name="length"/> words with their number; a text shorter than that is one run.</summary>
    public static Dictionary<string, int> Of(List<string> words, int length)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(Math.Min(1, words.Count), words.Count - length + 1); i++)
            CollectionsMarshal.GetValueRefOrAddDefault(bag, string.Join(' ', words.Skip(i).Take(length)), out _)++;
        return bag;
    }

    /// <summary>How much both hold, how much only the answer does, and how much only the gold does.</summary>
    public static (int Shared, int Extra, int Missed) Compare(Dictionary<string, int> gold, Dictionary<string, int> answer)
    {
        var shared = gold.Sum(pair => Math.Min(pair.Value, answer.GetValueOrDefault(pair.Key)));
        return (shared, answer.Values.Sum() - shared, gold.Values.Sum() - shared);
    }

    /// <summary>The harmonic mean of precision and recall, 0–1; 1 if there was nothing to find and nothing was found.</summary>
    public static double F1((int Shared, int Extra, int Missed) counts) =>
        counts is (0, 0, 0) ? 1 : 2.0 * counts.Shared / (2.0 * counts.Shared + counts.Extra + counts.Missed);

    /// <summary>Words alone, in lower case: for titles and names that are to be the same but for punctuation.</summary>
    public static string Fold(string? text) => string.Join(' ', Words((text ?? "").ToLower(CultureInfo.InvariantCulture)));

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }
}
