using System.Buffers;
using System.Globalization;
using Chancery.Text.Lexicons;

namespace Chancery.Text.Tokens;

/// <summary>Finds where the token that begins at a place ends, and what it is made of.</summary>
internal static class TokenEnd
{
    private static readonly ulong[] NumberSuffixes =
        [.. new[] { "st", "nd", "rd", "th", "s", "'s" }.Select(suffix => TokenKey.Of(suffix))];

    private static readonly string[] TopDomains =
        ["com", "org", "net", "gov", "edu", "int", "info", "io", "tv", "co", "uk", "ru", "in", "af", "de", "fr", "eu", "me", "news"];

    private static readonly SearchValues<char> NotInDomain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ:#&=?%+~");

    public static int Find(ReadOnlySpan<char> text, int start, Lexicon abbreviations, out TokenKind kind)
    {
        var first = text[start];
        if (AddressEnd(text, start) is var address and > 0)
        {
            kind = TokenKind.Address;
            return address;
        }

        if (IsWordStart(text, start))
        {
            kind = TokenKind.Word;
            return WordEnd(text, start, abbreviations);
        }

        if (char.IsDigit(first))
        {
            kind = TokenKind.Number;
            return NumberEnd(text, start);
        }

        kind = IsQuote(first) ? TokenKind.Quote : TokenKind.Punctuation;
        return SignEnd(text, start);
    }

    internal static bool IsQuote(char character) => character is '"' or '\'' or '`'
        or (>= '\u2018' and <= '\u201F') or '\u00AB' or '\u00BB' or '\u2039' or '\u203A' or '\u300C' or '\u300D';

    private static bool IsWordStart(ReadOnlySpan<char> text, int at) =>
        char.IsLetter(text[at]) || IsLetterPair(text, at) ||
        (text[at] is '\'' or '\u2019' && ClipEnd(text, at) > 0);

    private static bool IsLetterPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) &&
        CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1])) <= UnicodeCategory.OtherLetter;

    /// <summary>A clitic standing alone ("the Taliban 's") or left over after a quotation mark; 0 if there is none.</summary>
    private static int ClipEnd(ReadOnlySpan<char> text, int at)
    {
        var clitic = at + 1 < text.Length && text[at + 1] is 's' or 'S' ? at + 2 : 0;
        var closes = clitic == text.Length || (clitic > 0 && !char.IsLetterOrDigit(text[clitic]));
        var attached = at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '"' or '\u201D' or ')');
        return clitic > 0 && closes && attached ? clitic : 0;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start, Lexicon abbreviations)
    {
        var end = start + (text[start] is '\'' or '\u2019' ? 1 : 0);
        while (end < text.Length && (IsInWord(text, end) || JoinsLetters(text, end))) end++;
        return end < text.Length && text[end] == '.' && TakesStop(text, start, end, abbreviations) ? end + 1 : end;
    }

    private static bool IsInWord(ReadOnlySpan<char> text, int at)
    {
        var character = text[at];
        if (character < '\u0080') return char.IsAsciiLetterOrDigit(character) || character == '_';
        if (char.IsSurrogate(character))
            return IsLetterPair(text, at) || (at > 0 && IsLetterPair(text, at - 1));
        return char.IsLetterOrDigit(character) || character == '\u00AD' ||
            CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>An apostrophe, ampersand or full stop that stands inside one word: "o'clock", "AT&amp;T", "U.S".</summary>
    private static bool JoinsLetters(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || at + 1 >= text.Length || !char.IsLetter(text[at - 1]) || !char.IsLetter(text[at + 1])) return false;
        return text[at] switch
        {
            '\'' or '\u2019' => true,
            '&' => char.IsUpper(text[at - 1]) && char.IsUpper(text[at + 1]),
            '.' => IsSingleLetter(text, at - 1) || IsSingleLetter(text, at + 1),
            _ => false,
        };
    }

    /// <summary>True if the letter stands alone between full stops and edges, as in "U.S." or "a.m.".</summary>
    private static bool IsSingleLetter(ReadOnlySpan<char> text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>True if the full stop at <paramref name="end"/> belongs to the word: "Dr.", "U.S.", "J.".</summary>
    private static bool TakesStop(ReadOnlySpan<char> text, int start, int end, Lexicon abbreviations)
    {
        var form = text[start..end];
        if (end + 1 < text.Length && text[end + 1] == '.') return false;
        if (form.Contains('.')) return true;
        if (form.Length == 1) return char.IsUpper(form[0]) && form[0] != 'I';
        return abbreviations.Contains(text[start..(end + 1)]);
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsDigit(text[end]) || JoinsDigits(text, start, end))) end++;
        var letters = end;
        while (letters < text.Length && (char.IsLetter(text[letters]) || text[letters] is '\'' or '\u2019')) letters++;
        if (letters == end) return end;
        if (Array.IndexOf(NumberSuffixes, TokenKey.Of(text[end..letters])) >= 0) return letters;
        return letters < text.Length && char.IsDigit(text[letters]) ? WholeEnd(text, letters) : end;
    }

    private static int WholeEnd(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return end;
    }

    private static bool JoinsDigits(ReadOnlySpan<char> text, int start, int at)
    {
        if (at == start || at + 1 >= text.Length || !char.IsDigit(text[at - 1]) || !char.IsDigit(text[at + 1])) return false;
        return text[at] switch
        {
            ',' or '.' or ':' or '/' => true,
            '-' => IsIsoDate(text, start, at),
            _ => false,
        };
    }

    /// <summary>True if the hyphen belongs to year-month-day in figures, which is one token; other ranges are three.</summary>
    private static bool IsIsoDate(ReadOnlySpan<char> text, int start, int at)
    {
        var year = text[start..at].IndexOf('-') is var hyphen and >= 0 ? hyphen : at - start;
        if (year != 4 || start + 10 > text.Length || text[start + 4] != '-' || text[start + 7] != '-') return false;
        return start + 10 == text.Length || !char.IsDigit(text[start + 10]);
    }

    private static int SignEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        var first = text[start];
        if (char.IsHighSurrogate(first) && end < text.Length && char.IsLowSurrogate(text[end])) return end + 1;
        var runs = first is '.' or '-' or '*' or '=' or '_' or '`' or '!' or '?' || (first == '\'' && end < text.Length && text[end] == first);
        while (runs && end < text.Length && text[end] == first) end++;
        return end;
    }

    /// <summary>The end of an address, e-mail, handle or tag that begins here; 0 if none does.</summary>
    private static int AddressEnd(ReadOnlySpan<char> text, int start)
    {
        var first = text[start];
        if (first is not ('@' or '#') && !char.IsAsciiLetterOrDigit(first)) return 0;
        // An address begins where no address could be running already; so each run of characters is looked at once.
        if (start > 0 && IsInAddress(text[start - 1])) return 0;
        var end = start + 1;
        while (end < text.Length && end - start < 2048 && IsInAddress(text[end])) end++;
        while (end > start && text[end - 1] is '.' or ',' or ':' or '-' or '/' or '?' or '&' or '=') end--;
        return IsAddress(text[start..end]) ? end : 0;
    }

    private static bool IsInAddress(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '/' or ':' or '@' or '#' or '_' or '-' or '%' or '?' or '=' or '&' or '+' or '~';

    private static bool IsAddress(ReadOnlySpan<char> form)
    {
        if (form.Length < 2) return false;
        if (form[0] is '@' or '#') return char.IsAsciiLetter(form[1]) && form[1..].IndexOfAny("./:") < 0;
        if (form.IndexOf('.') < 0 && form.IndexOf(':') < 0) return false;
        if (form.Contains("://", StringComparison.Ordinal)) return true;
        if (form.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        var at = form.IndexOf('@');
        if (at > 0) return form[at..].Contains('.');
        var slash = form.IndexOf('/');
        return IsDomain(slash < 0 ? form : form[..slash]);
    }

    private static bool IsDomain(ReadOnlySpan<char> form)
    {
        var dot = form.LastIndexOf('.');
        if (dot < 2 || form.ContainsAny(NotInDomain)) return false;
        foreach (var domain in TopDomains)
            if (form[(dot + 1)..].SequenceEqual(domain))
                return true;
        return false;
    }
}
