namespace Chancery.Tests.Cases;

/// <summary>
/// A golden case, <c>tests/cases/KIND/NAME.md</c>: a heading, lines of settings (<c>day: 2021-08-18</c>), a text as a
/// quotation (lines that begin with <c>&gt;</c>; an empty one parts paragraphs) and the expected table. What else stands
/// there is for the reader. With <c>CHANCERY_ACCEPT=1</c> the table is written anew.
/// </summary>
internal sealed class GoldenCase
{
    private readonly string _path;
    private readonly string[] _lines;

    private GoldenCase(string path)
    {
        _path = path;
        _lines = File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    /// <summary>The text: a blank line between paragraphs, a line break where the quotation has one.</summary>
    public string Text => string.Join('\n', _lines.Where(line => line.StartsWith('>')).Select(line => line[1..].Trim()));

    /// <summary>The names of all cases of a kind, for a theory: each file is one row.</summary>
    public static TheoryData<string> All(string kind) =>
        [.. Directory.EnumerateFiles(FolderOf(kind), "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static GoldenCase Open(string kind, string name) => new(Path.Combine(FolderOf(kind), $"{name}.md"));

    /// <summary>The value of a line <c>key: value</c>, or <see langword="null"/>.</summary>
    public string? Setting(string key) => _lines
        .FirstOrDefault(line => line.StartsWith($"{key}: ", StringComparison.Ordinal))?[(key.Length + 2)..].Trim();

    /// <summary>Compares the table with what was found, or rewrites it.</summary>
    public void Matches(string[] columns, IEnumerable<string[]> rows)
    {
        var table = rows.Select(Row).Prepend(Row([.. columns.Select(_ => "---")])).Prepend(Row(columns));
        var before = string.Join('\n', _lines.Where(line => !line.StartsWith('|'))).TrimEnd('\n');
        Accepting.Matches(_path, $"{before}\n\n{string.Join('\n', table)}\n");
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static string FolderOf(string kind) => Path.Combine(Doc.Repository, "tests", "cases", kind);
}
