using System.Net;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>Cuts a text into lines that are paragraphs, joining what was hard-wrapped.</summary>
internal static class LineCutter
{
    private const int Narrowest = 45;
    private const int Widest = 100;
    private const int ShortestBroken = 40;
    private const int ShortestRest = 15;
    private const int LongestBracket = 60;

    /// <summary>The lines with something in them, in order.</summary>
    public static List<TextLine> Cut(string text)
    {
        var rows = Rows(text);
        var width = WrapWidth(text, rows);
        var lines = new List<TextLine>();
        for (var i = 0; i < rows.Count;)
        {
            var last = i;
            while (last + 1 < rows.Count && Continues(text, rows, last, width)) last++;
            Add(lines, text, rows[i].Start, rows[last].End, i == 0 || !rows[i - 1].HasNext);
            i = last + 1;
        }

        return lines;
    }

    /// <summary>One physical line, and whether the next one follows without a blank line.</summary>
    private readonly record struct Row(int Start, int End, bool HasNext)
    {
        public int Length => End - Start;
    }

    private static List<Row> Rows(string text)
    {
        var rows = new List<Row>();
        var blank = true;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : at + length;
            var trimmed = at + text.AsSpan(at, end - at).TrimEnd().Length;
            if (trimmed > at)
            {
                if (!blank) rows[^1] = rows[^1] with { HasNext = true };
                rows.Add(new Row(at, trimmed, false));
            }

            blank = trimmed == at;
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return rows;
    }

    /// <summary>The column at which the text was wrapped, or 0 if it was not.</summary>
    private static int WrapWidth(string text, List<Row> rows)
    {
        var followed = rows.FindAll(row => row.HasNext);
        if (followed.Count < 3) return 0;
        var full = followed.FindAll(row => row.Length is >= Narrowest and <= Widest);
        if (full.Count * 10 < followed.Count * 7 || rows.Exists(row => row.Length > Widest * 2)) return 0;
        return full.Max(row => row.Length);
    }

    /// <summary>A row goes on in the next one if the next one's first word would not have fitted.</summary>
    private static bool Continues(string text, List<Row> rows, int at, int width)
    {
        if (!rows[at].HasNext || IsCopyLine(text, rows[at]) || IsCopyLine(text, rows[at + 1])) return false;
        var next = text.AsSpan(rows[at + 1].Start, rows[at + 1].Length).TrimStart();
        if (IsBroken(text.AsSpan(rows[at].Start, rows[at].Length), next)) return true;
        var space = next.IndexOf(' ');
        var word = space < 0 ? next.Length : space;
        return width > 0 && rows[at].Length + 1 + word > width - 4 && next[0] is not ('-' or '*' or '•');
    }

    /// <summary>A short row that is something of its own: a contact, a credit, an advisory.</summary>
    private static bool IsCopyLine(string text, Row row) => row.Length <= ShortestBroken && CopyLine.KindOf(text.AsSpan(row.Start, row.Length).Trim().ToString()) is not null;

    /// <summary>A long row that stops in the middle of a sentence: after a comma or a small word, or before a small letter.</summary>
    private static bool IsBroken(ReadOnlySpan<char> row, ReadOnlySpan<char> next)
    {
        row = row.TrimEnd();
        if (row.Length >= ShortestBroken && ClosesBracket(row, next)) return true;
        if (row.Length < ShortestBroken || TextShape.EndsSentence(row) || (next.Length < ShortestRest && !TextShape.EndsSentence(next))) return false;
        return row[^1] == ',' || row.LastIndexOf('(') > row.LastIndexOf(')') || char.IsLower(next[0]) || (next[0] == '(' && char.IsLower(row[^1]) && next.IndexOf(')') is > 0 and < 30)
            || Languages.IsCommon(row[(row.LastIndexOf(' ') + 1)..], "en");
    }

    /// <summary>A bracket that one row opens and the next closes soon holds them together, whatever stands at the end of the row: an initial, say.</summary>
    private static bool ClosesBracket(ReadOnlySpan<char> row, ReadOnlySpan<char> next) =>
        row.LastIndexOf('(') > row.LastIndexOf(')') && next.IndexOf(')') is >= 0 and < LongestBracket and var close && !next[..close].Contains('(');

    private static void Add(List<TextLine> lines, string text, int start, int end, bool startsBlock)
    {
        var words = TextShape.Collapse(Mojibake.Repair(WebUtility.HtmlDecode(Joined(text[start..end]))));
        var source = start + (end - start - text.AsSpan(start, end - start).TrimStart().Length);
        if (words.Length > 0) lines.Add(new TextLine(words, source, startsBlock: startsBlock));
    }

    /// <summary>A word that was broken at its hyphen is put together again; whether the hyphen was its own nobody can tell, so it stays.</summary>
    private static string Joined(string rows)
    {
        if (!rows.Contains('\n', StringComparison.Ordinal)) return rows;
        var lines = rows.ReplaceLineEndings("\n").Split('\n');
        var joined = new System.Text.StringBuilder(rows.Length);
        foreach (var line in lines)
        {
            if (joined.Length > 0 && !IsHyphenated(joined, line)) joined.Append('\n');
            joined.Append(joined.Length > 0 && joined[^1] == '-' ? line.TrimStart() : line);
        }

        return joined.ToString();
    }

    private static bool IsHyphenated(System.Text.StringBuilder before, string next)
    {
        var row = next.AsSpan().TrimStart();
        return before.Length > 2 && before[^1] == '-' && char.IsLetter(before[^2]) && row.Length > 0 && char.IsLower(row[0]);
    }
}
