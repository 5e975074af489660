using System.Globalization;
using System.Text;

namespace Chancery.Record.Exporting;

/// <summary>
/// Makes text from outside fit for a terminal: control characters, marks that turn the writing direction and lone
/// surrogates are shown as <c>&lt;U+202E&gt;</c>, so that nothing can move the cursor or lie about the order of words.
/// </summary>
public static class PlainText
{
    /// <summary>The text on one line: line breaks and tabs become single spaces.</summary>
    public static string OneLine(string? text) => Clean(text, keepLines: false);

    /// <summary>The text with its line feeds kept.</summary>
    public static string Lines(string? text) => Clean(text, keepLines: true);

    /// <summary>
    /// Breaks text at spaces into lines of at most <paramref name="width"/> characters; a longer word stands alone. Lines
    /// after the first begin with <paramref name="indent"/>; spaces at the beginning of the text stay.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, int width, string indent = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.Length - text.TrimStart(' ').Length;
        var line = new StringBuilder(text, 0, start, 256);
        var isFirst = true;
        foreach (var word in text[start..].Split(' '))
        {
            if (!isFirst && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear().Append(indent).Append(word);
            }
            else
            {
                if (!isFirst) line.Append(' ');
                line.Append(word);
                isFirst = false;
            }
        }

        if (line.Length > 0) yield return line.ToString().TrimEnd();
    }

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        var index = 0;
        while (index < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
            {
                clean.Append($"<U+{(int)text[index++]:X4}>");
                continue;
            }

            index += rune.Utf16SequenceLength;
            if (rune.Value == '\n' && keepLines) clean.Append('\n');
            else if (rune.Value is '\n' or '\r' or '\t' or '\u2028' or '\u2029') AppendSpace(clean);
            else if (IsDangerous(rune)) clean.Append($"<U+{rune.Value:X4}>");
            else clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
    }

    // Joiners shape letters in several scripts and soft hyphens are harmless; every other format character hides or turns.
    private static bool IsDangerous(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D or 0x00AD),
        _ => false,
    };
}
