using System.Buffers;
using Chancery.Text;

namespace Chancery.Record.Briefs;

/// <summary>
/// The sentence around some words, for showing them in their context. Nothing is decided by it: a cut at a wrong full stop
/// shows less, never something else.
/// </summary>
internal static class SentenceAround
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    /// <summary>The sentence that holds the place, inside its paragraph.</summary>
    public static Span Of(string text, int start, int end)
    {
        var from = start;
        while (from > 0 && !IsEdge(text, from)) from--;
        var to = end;
        while (to < text.Length && !IsEdge(text, to)) to++;
        while (from < start && char.IsWhiteSpace(text[from])) from++;
        while (to > end && char.IsWhiteSpace(text[to - 1])) to--;
        return new Span(from, to);
    }

    private static bool IsEdge(string text, int at)
    {
        if (text[at - 1] == '\n' || at < text.Length && text[at] == '\n') return true;
        if (at >= text.Length || !char.IsWhiteSpace(text[at])) return false;
        var stop = at - 1;
        while (stop > 0 && text[stop] is '"' or '”' or '’' or '\'' or ')') stop--;
        if (text[stop] is '!' or '?') return true;
        return text[stop] == '.' && !IsAbbreviation(text, stop);
    }

    // Initials ("U.S.") and words without a vowel ("Mr.", "Sgt.") end in a full stop and end no sentence.
    private static bool IsAbbreviation(string text, int stop)
    {
        var word = stop;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        return word < stop && char.IsUpper(text[word]) && (stop - word == 1 || text.AsSpan(word, stop - word).IndexOfAny(Vowels) < 0);
    }
}
