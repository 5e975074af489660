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

    private static readonly string[] FileEndings =
        ["doc", "docx", "xls", "xlsx", "ppt", "pdf", "txt", "rtf", "csv", "htm", "html", "jpg", "jpeg", "png", "gif", "zip", "mp3", "mp4", "exe"];

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
        return Signs.End(text, start);
    }

    private static readonly SearchValues<char> NotInSite = SearchValues.Create(":#&=?%+~");

    private const string BeforeNumber = "number";
    private const int LongestPrefix = 8;
    private const int LongestGroups = 40;

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
        var clitic = at + 1 < text.Length && text[at + 1] is 's' or 'S' or 'm' or 'M' ? at + 2 : 0;
        var closes = clitic == text.Length || (clitic > 0 && !char.IsLetterOrDigit(text[clitic]));
        var attached = at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '"' or '\u201D' or ')' || (text[at - 1] == ' ' && at > 1 && char.IsLetterOrDigit(text[at - 2])));
        return clitic > 0 && closes && attached ? clitic : 0;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start, Lexicon abbreviations)
    {
        var end = start + (text[start] is '\'' or '\u2019' ? 1 : 0);
        while (end < text.Length && (IsInWord(text, end) || JoinsLetters(text, end) || IsPrefixHyphen(text, start, end, abbreviations))) end++;
        if (end == text.Length) return end;
        if (text[end] == '-' && IsBrokenOff(text, start, end)) return end + 1;
        return text[end] == '.' && TakesStop(text, start, end, abbreviations) ? end + 1 : end;
    }

    /// <summary>The hyphen after a prefix that is no word of its own: "anti-war", "co-founder".</summary>
    private static bool IsPrefixHyphen(ReadOnlySpan<char> text, int start, int at, Lexicon abbreviations) =>
        text[at] is '-' or '\u2010' or '\u2011' && at - start <= LongestPrefix && at + 1 < text.Length && char.IsLetter(text[at + 1]) &&
        (start == 0 || text[start - 1] != '-') && abbreviations.Contains(text[start..(at + 1)]);

    /// <summary>A word that a speaker broke off after a sound or two: "th- they left".</summary>
    private static bool IsBrokenOff(ReadOnlySpan<char> text, int start, int end) =>
        end - start <= 2 && (start == 0 || TokenScanner.IsSpace(text[start - 1])) && char.IsLetter(text[end - 1]) && char.IsLetter(text[start]) &&
        (end + 1 == text.Length || text[end + 1] == ',' || TokenScanner.IsSpace(text[end + 1]));

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
        if (form.Length == 1 && char.IsUpper(form[0])) return form[0] != 'I';
        return abbreviations.Find(text[start..(end + 1)]) is { } entry && (entry.Field(0) != BeforeNumber || IsBeforeDigit(text, end + 1));
    }

    private static bool IsBeforeDigit(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && char.IsDigit(text[at]);
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int start)
    {
        if (PhoneEnd(text, start) is var phone and > 0) return phone;
        if (DateEnd(text, start) is var date and > 0) return date;
        var end = start;
        while (end < text.Length && (char.IsDigit(text[end]) || JoinsDigits(text, start, end))) end++;
        var letters = end;
        while (letters < text.Length && (char.IsLetter(text[letters]) || text[letters] is '\'' or '\u2019')) letters++;
        if (letters == end) return end;
        if (Array.IndexOf(NumberSuffixes, TokenKey.Of(text[end..letters])) >= 0) return letters;
        return letters < text.Length && char.IsDigit(text[letters]) ? WholeEnd(text, letters) : end;
    }

    /// <summary>
    /// The end of a telephone number in groups: three digits, then three or four, last four; before them perhaps one digit.
    /// Two groups alone could be a range, which is seldom to such a number as 4571. 0 if there is none.
    /// </summary>
    private static int PhoneEnd(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && text[start - 1] is '-' or '.' or ',') return 0;
        var (end, groups, last) = (start, 0, 0);
        while (groups < 4)
        {
            var group = end;
            while (group < text.Length && group - end < 5 && char.IsAsciiDigit(text[group])) group++;
            last = group - end;
            if (last != 3 && last != 4 && (last != 1 || groups > 0)) return 0;
            groups++;
            end = group;
            if (last == 4 || end + 1 >= text.Length || text[end] != '-' || !char.IsAsciiDigit(text[end + 1])) break;
            end++;
        }

        var closes = end == text.Length || (!char.IsLetterOrDigit(text[end]) && text[end] != '-');
        return last == 4 && closes && (groups > 2 || (groups == 2 && text[end - 1] != '0')) ? end : 0;
    }

    /// <summary>The end of a date in figures with hyphens, "11-20-2000" or "3-4-07"; 0 if there is none.</summary>
    private static int DateEnd(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && text[start - 1] == '-') return 0;
        var first = DigitsEnd(text, start, 2);
        if (first >= text.Length || text[first] != '-') return 0;
        var second = DigitsEnd(text, first + 1, 2);
        if (second == first + 1 || second >= text.Length || text[second] != '-') return 0;
        var year = DigitsEnd(text, second + 1, 4);
        var closes = year == text.Length || (!char.IsLetterOrDigit(text[year]) && text[year] != '-');
        return closes && year - second is 3 or 5 ? year : 0;
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int start, int most)
    {
        var end = start;
        while (end < text.Length && end - start < most && char.IsAsciiDigit(text[end])) end++;
        return end;
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
            ',' => IsGrouped(text, at) || IsDecimal(text, start, at),
            '.' or ':' or '/' => true,
            '-' => IsIsoDate(text, start, at),
            _ => false,
        };
    }

    /// <summary>
    /// True if the comma parts thousands, also those of lakhs and crores ("12,34,567"): groups of two or three digits follow, the
    /// last of three. A list of numbers without spaces ("[13,14]") is none.
    /// </summary>
    private static bool IsGrouped(ReadOnlySpan<char> text, int comma)
    {
        var (last, end) = (0, comma);
        while (end < text.Length && text[end] == ',' && end - comma < LongestGroups)
        {
            var group = DigitsEnd(text, end + 1, 4);
            if (group == end + 1) break;
            last = group - end - 1;
            if (last is not (2 or 3)) return false;
            end = group;
        }

        return last == 3;
    }

    /// <summary>True if the comma stands before decimals ("7,5 euros"): the only one of the number, and not in a list in brackets.</summary>
    private static bool IsDecimal(ReadOnlySpan<char> text, int start, int comma)
    {
        var end = DigitsEnd(text, comma + 1, 3);
        if (end - comma > 3 || (end < text.Length && text[end] is ',')) return false;
        return (start == 0 || text[start - 1] is not ('[' or ',')) && text[start..comma].IndexOf(',') < 0;
    }

    /// <summary>True if the hyphen belongs to year-month-day in figures, which is one token; other ranges are three.</summary>
    private static bool IsIsoDate(ReadOnlySpan<char> text, int start, int at)
    {
        var year = text[start..at].IndexOf('-') is var hyphen and >= 0 ? hyphen : at - start;
        if (year != 4 || start + 10 > text.Length || text[start + 4] != '-' || text[start + 7] != '-') return false;
        return start + 10 == text.Length || !char.IsDigit(text[start + 10]);
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
        while (end > start && text[end - 1] is '.' or ',' or ':' or '-' or '?' or '&' or '=') end--;
        if (text[end - 1] == '/' && !text[start..end].Contains("://", StringComparison.Ordinal) && text[start..(end - 1)].IndexOf('/') < 0) end--;
        return IsAddress(text[start..end]) ? end : 0;
    }

    private static bool IsInAddress(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '/' or ':' or '@' or '#' or '_' or '-' or '%' or '?' or '=' or '&' or '+' or '~';

    private static bool IsAddress(ReadOnlySpan<char> form)
    {
        if (form.Length < 2) return false;
        if (form[0] is '@' or '#') return char.IsAsciiLetter(form[1]) && form[1..].IndexOfAny("./:") < 0;
        if (form.IndexOfAny(".:@") < 0) return false;
        if (form.Contains("://", StringComparison.Ordinal)) return true;
        if (form.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        var at = form.IndexOf('@');
        if (at > 0) return form[at..].Contains('.') || (at + 1 < form.Length && char.IsAsciiLetter(form[0]) && char.IsAsciiLetter(form[at + 1]));
        var slash = form.IndexOf('/');
        return IsDomain(slash < 0 ? form : form[..slash]) || IsFileName(form);
    }

    private static bool IsFileName(ReadOnlySpan<char> form)
    {
        var dot = form.LastIndexOf('.');
        if (dot < 1 || form.ContainsAny('/', '?', '=')) return false;
        foreach (var ending in FileEndings)
            if (form[(dot + 1)..].Equals(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool IsDomain(ReadOnlySpan<char> form)
    {
        var dot = form.LastIndexOf('.');
        if (dot < 2 || form.ContainsAny(form.EndsWith(".com", StringComparison.Ordinal) || form.EndsWith(".org", StringComparison.Ordinal) ? NotInSite : NotInDomain)) return false;
        foreach (var domain in TopDomains)
            if (form[(dot + 1)..].SequenceEqual(domain))
                return true;
        return false;
    }
}
