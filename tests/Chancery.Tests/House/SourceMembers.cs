using System.Text;

namespace Chancery.Tests.House;

/// <summary>A method, accessor block or constructor in a source file.</summary>
/// <param name="File">Path from the repository's root.</param>
/// <param name="Line">First line, counted from 1.</param>
/// <param name="Lines">How many lines it has, its header included.</param>
/// <param name="Header">Its header on one line.</param>
internal sealed record SourceMember(string File, int Line, int Lines, string Header);

/// <summary>
/// Finds the members with a body in C# source by matching braces: good enough to count lines, no parser. Comments,
/// strings and character literals are blanked first, so that their braces do not count.
/// </summary>
internal static class SourceMembers
{
    private static readonly string[] TypeWords = ["class", "struct", "record", "interface", "enum", "namespace", "extension"];

    public static IEnumerable<SourceMember> In(string path)
    {
        var code = Blank(System.IO.File.ReadAllText(path));
        var file = Path.GetRelativePath(Doc.Repository, path);
        var open = new Stack<(bool IsType, int Start, string Header)>();
        var header = 0;
        for (var at = 0; at < code.Length; at++)
        {
            var inType = open.Count == 0 || open.Peek().IsType;
            if (code[at] == '{')
            {
                var words = code[header..at].Trim();
                open.Push((inType && IsType(words), inType ? header : -1, words));
                header = at + 1;
            }
            else if (code[at] == '}' && open.Count > 0)
            {
                var (isType, start, words) = open.Pop();
                if (!isType && start >= 0 && words.Contains('(')) yield return Member(file, code, start, at, words);
                if (open.Count == 0 || open.Peek().IsType) header = at + 1;
            }
            else if (code[at] == ';' && inType)
            {
                var words = code[header..at].Trim();
                if (words.Contains("=>", StringComparison.Ordinal) && words.Contains('(')) yield return Member(file, code, header, at, words);
                header = at + 1;
            }
        }
    }

    private static bool IsType(string header) =>
        header.Split([' ', '\n', '\r', '\t', '('], StringSplitOptions.RemoveEmptyEntries).Intersect(TypeWords, StringComparer.Ordinal).Any()
        && !header.Contains("=>", StringComparison.Ordinal);

    private static SourceMember Member(string file, string code, int start, int end, string words)
    {
        while (char.IsWhiteSpace(code[start])) start++;
        var lines = code.AsSpan(start, end - start).Count('\n') + 1;
        return new SourceMember(file, code.AsSpan(0, start).Count('\n') + 1, lines, words.ReplaceLineEndings(" "));
    }

    private static string Blank(string code)
    {
        var blank = new StringBuilder(code);
        for (var at = 0; at < code.Length;)
        {
            var end = SkippedEnd(code, at);
            for (var i = at; i < end && i < code.Length; i++)
                if (code[i] != '\n') blank[i] = ' ';
            at = Math.Max(end, at + 1);
        }

        return blank.ToString();
    }

    /// <summary>Where the comment or literal that begins here ends; <paramref name="at"/> itself if none begins.</summary>
    private static int SkippedEnd(string code, int at) => code[at] switch
    {
        '/' when Begins(code, at, "//") => EndOf(code, "\n", at),
        '#' when at == 0 || code[at - 1] == '\n' => EndOf(code, "\n", at),
        '/' when Begins(code, at, "/*") => EndOf(code, "*/", at + 2),
        '"' => StringEnd(code, at),
        '\'' => QuotedEnd(code, at + 1, '\'', verbatim: false),
        _ => at,
    };

    private static int StringEnd(string code, int at)
    {
        var quotes = 0;
        while (at + quotes < code.Length && code[at + quotes] == '"') quotes++;
        if (quotes >= 3) return EndOf(code, new string('"', quotes), at + quotes);
        if (quotes == 2) return at + 2;
        var verbatim = at > 0 && (code[at - 1] == '@' || (at > 1 && code[at - 1] == '$' && code[at - 2] == '@'));
        return QuotedEnd(code, at + 1, '"', verbatim);
    }

    private static int QuotedEnd(string code, int at, char quote, bool verbatim)
    {
        for (; at < code.Length; at++)
        {
            if (code[at] == '\\' && !verbatim) at++;
            else if (code[at] == quote && verbatim && at + 1 < code.Length && code[at + 1] == quote) at++;
            else if (code[at] == quote) return at + 1;
        }

        return at;
    }

    private static bool Begins(string code, int at, string mark) => string.CompareOrdinal(code, at, mark, 0, mark.Length) == 0;

    private static int EndOf(string code, string mark, int at) =>
        code.IndexOf(mark, at, StringComparison.Ordinal) is var end and >= 0 ? end + (mark == "\n" ? 0 : mark.Length) : code.Length;
}
