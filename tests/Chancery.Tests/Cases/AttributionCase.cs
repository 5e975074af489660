using System.Globalization;
using Chancery.Record.Findings;
using Chancery.Tests.Extraction;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Tests.Cases;

/// <summary>One case of a file of attributions, <c>tests/cases/attribution/PART/THEME.md</c>: a heading of the second level, the report's day, the text as a quotation, and the rows that a careful reader writes.</summary>
/// <param name="Name">Theme and heading.</param>
/// <param name="Day">The report's day; where it says none, days are not compared.</param>
/// <param name="Text">The text.</param>
/// <param name="Rows">The expected rows.</param>
internal sealed record AttributionCase(string Name, LocalDate? Day, string Text, IReadOnlyList<string> Rows)
{
    /// <summary>The cases of a part, in the order of files and headings.</summary>
    public static IEnumerable<AttributionCase> All(string part) => Directory
        .EnumerateFiles(Path.Combine(Doc.Repository, "tests", "cases", "attribution", part), "*.md").Order(StringComparer.Ordinal)
        .SelectMany(path => File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(block => Parse(Path.GetFileNameWithoutExtension(path), block)));

    /// <summary>What is read from the text, in rows of the same form.</summary>
    public IEnumerable<string> Found() => Read.Reading(Text, Day ?? Read.Day).Findings.OfType<Statement>().Select(Row);

    /// <summary>True if just these rows are found; a case's names count without regard to capitals.</summary>
    public bool Holds() => Rows.Order(StringComparer.Ordinal).SequenceEqual(Found().Order(StringComparer.Ordinal));

    private string Row(Statement statement) => Folded(
    [
        string.Join(" > ", statement.Voice.Select(voice => voice.Name)), statement.Speaker?.Name ?? "", statement.Cue ?? "", statement.Addressee?.Name ?? "",
        statement.Content.ReplaceLineEndings(" "), statement.Directness, statement.Occasion ?? "", Iso(statement.When?.From), Iso(statement.When?.To),
    ]);

    private string Iso(LocalDate? day) => Day is null ? "" : day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Folded(string[] cells) => string.Join(" | ", cells.Select((cell, i) => i is 0 or 1 or 3 ? cell.ToLowerInvariant() : cell));

    private static AttributionCase Parse(string theme, string block)
    {
        var lines = block.Split('\n');
        var day = lines.FirstOrDefault(line => line.StartsWith("day: ", StringComparison.Ordinal)) is { } written ? LocalDatePattern.Iso.Parse(written[5..].Trim()).Value : (LocalDate?)null;
        var text = string.Join('\n', lines.Where(line => line.StartsWith('>')).Select(line => line[1..].Trim()));
        var rows = lines.Where(line => line.StartsWith('|')).Skip(2).Select(line => Folded([.. line.Trim()[1..^1].Split(" | ").Select(cell => cell.Trim(' ', '|'))]));
        return new AttributionCase($"{theme}/{lines[0].Trim()}", day, text, [.. rows]);
    }
}
