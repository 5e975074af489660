namespace Chancery.Text.Tokens;

/// <summary>Where a sign ends that is no letter and no digit: most are one character, some run on, some make a face.</summary>
internal static class Signs
{
    /// <summary>The end of the sign that begins at <paramref name="start"/>.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        var first = text[start];
        if (char.IsHighSurrogate(first) && end < text.Length && char.IsLowSurrogate(text[end])) return end + 1;
        if (FaceEnd(text, start) is var face and > 0) return face;
        while (end < text.Length && RunsOn(first, text[end])) end++;
        return end;
    }

    private static bool RunsOn(char first, char next) => first switch
    {
        '\u2018' => next == '\u2019',
        '!' or '?' => next is '!' or '?',
        '.' or '-' or '*' or '=' or '_' or '`' or '\'' or '<' or '>' or '\u2019' => next == first,
        _ => false,
    };

    /// <summary>A face made of eyes, perhaps a nose, and a mouth, standing alone: ":)", ";-)", ":D"; 0 if there is none.</summary>
    private static int FaceEnd(ReadOnlySpan<char> text, int start)
    {
        if (text[start] is not (':' or ';' or '=') || (start > 0 && !TokenScanner.IsSpace(text[start - 1]))) return 0;
        var mouth = start + 1;
        if (mouth < text.Length && text[mouth] is '-' or '\'') mouth++;
        if (mouth >= text.Length || text[mouth] is not (')' or '(' or 'D' or 'P' or 'p')) return 0;
        return mouth + 1 == text.Length || !char.IsLetterOrDigit(text[mouth + 1]) ? mouth + 1 : 0;
    }
}
