using System.Text;

namespace Chancery.Extraction.Intake;

/// <summary>White space, words and ends of lines: what every format must see alike.</summary>
internal static class TextShape
{
    /// <summary>One line: runs of white space become one space; control, zero-width and soft-hyphen characters go.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        AppendCollapsed(line, text);
        return line.ToString().TrimEnd();
    }

    /// <summary>Appends so that no two spaces meet and none stands first.</summary>
    public static void AppendCollapsed(StringBuilder line, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (IsSpace(letter))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (!IsInvisible(letter))
            {
                line.Append(letter);
            }
        }
    }

    /// <summary>How many runs of visible characters hold a letter or a digit.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inside = false;
        foreach (var letter in text)
        {
            if (IsSpace(letter)) inside = false;
            else if (!inside && char.IsLetterOrDigit(letter)) (inside, count) = (true, count + 1);
        }

        return count;
    }

    /// <summary>True if the line ends as a sentence does, closing marks set aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("\"'”’»)] ");
        return line.Length > 0 && line[^1] is '.' or '!' or '?' or '…' or '。' or '।' or '؟' || line.EndsWith("...");
    }

    /// <summary>True if another sentence begins inside the line.</summary>
    public static bool HasInnerSentenceEnd(ReadOnlySpan<char> line)
    {
        for (var i = 1; i + 2 < line.Length; i++)
            if (line[i] is '.' or '!' or '?' && char.IsLower(line[i - 1]) && line[i + 1] == ' ' && !char.IsLower(line[i + 2]))
                return true;
        return false;
    }

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter);

    private static bool IsInvisible(char letter) =>
        letter is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060' || char.IsControl(letter);
}
