using System.Text.RegularExpressions;
using Chancery.Tests.House;

namespace Chancery.Tests.Docs;

/// <summary>What the program has, its documentation names.</summary>
public class DocumentationTests
{
    private static readonly string Commands = Read("docs", "cli.md");

    [Fact]
    public void Every_command_is_documented() => Offenders.None(
        "docs/cli.md does not name a command:",
        from type in Rooms.WrittenTypes(Rooms.App)
        where type.Namespace == "Chancery.App.Commands" && type.Name.EndsWith("Command", StringComparison.Ordinal)
        let name = type.Name[..^"Command".Length].ToLowerInvariant()
        where name is not "example" && !Commands.Contains($"chancery {name}", StringComparison.Ordinal)
        select name);

    [Fact]
    public void Every_setting_is_documented() => Offenders.None(
        "docs/cli.md does not name a setting:",
        from file in Rooms.SourceFiles(Path.Combine("src", "Chancery.App"))
        from Match setting in Regex.Matches(File.ReadAllText(file), "\"(CHANCERY_[A-Z_]+)\"")
        where !Commands.Contains($"`{setting.Groups[1].Value}`", StringComparison.Ordinal)
        select setting.Groups[1].Value);

    [Fact]
    public void Every_format_is_documented() => Offenders.None(
        "docs/formats.md does not name a format:",
        Chancery.Extraction.Intake.Formats.All.Select(format => format.Name).Concat(Chancery.Extraction.Intake.Formats.Archives.Select(format => format.Name))
            .Where(name => !Read("docs", "formats.md").Contains($"`{name}`", StringComparison.Ordinal)));

    [Fact]
    public void Every_code_is_documented() => Offenders.None(
        "docs/cli.md does not name a code of a refusal, problem or fault:",
        from file in Rooms.SourceFiles("src")
        from Match code in Regex.Matches(File.ReadAllText(file), "\"([A-Z]{2}[0-9]{2})\"")
        where !Commands.Contains($"`{code.Groups[1].Value}`", StringComparison.Ordinal)
        select code.Groups[1].Value);

    [Fact]
    public void Every_resource_is_documented() => Accepting.Matches(Doc.PathOf("docs", "resources.md"), string.Join('\n',
        Manifest.Computed.Select(line => $"| `{line.Path}` | {line.What} | {line.Origin} | {line.Licence} |").Prepend(ResourcesHead)) + "\n");

    [Fact]
    public void Every_sample_is_documented() => Offenders.None(
        "samples/README.md does not name a sample:",
        Directory.EnumerateFiles(Doc.PathOf("samples")).Select(file => Path.GetFileName(file)!)
            .Where(name => name != "README.md" && !Read("samples", "README.md").Contains($"`{name}`", StringComparison.Ordinal)));

    [Fact]
    public void Every_class_of_tokens_is_documented() => Offenders.None(
        "docs/rules.md does not name a class that every rule file may use:",
        Chancery.Text.Rules.RuleMatcher.CommonClasses.Keys.Where(name => !Read("docs", "rules.md").Contains($"`<{name}>`", StringComparison.Ordinal)));

    [Fact]
    public void Tests_named_in_the_contributing_guide_are_there() => Offenders.None(
        "CONTRIBUTING.md names a test that is not there:",
        from tests in new[] { string.Concat(Rooms.SourceFiles("tests").Select(File.ReadAllText)) }
        from Match name in Regex.Matches(Read("CONTRIBUTING.md"), "`([A-Z][a-z]+(_[a-z]+)+)`")
        where !tests.Contains($"void {name.Groups[1].Value}(", StringComparison.Ordinal)
        select name.Groups[1].Value);

    [Fact]
    public void Links_between_documents_lead_somewhere() => Offenders.None(
        "A link of a document leads nowhere:",
        from file in Directory.EnumerateFiles(Doc.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Doc.Repository, "*.md"))
            .Append(Doc.PathOf("samples", "README.md"))
        from Match link in Regex.Matches(File.ReadAllText(file), @"\]\((?!https?:|#)([^)#\s]+)")
        let target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value)
        where !File.Exists(target) && !Directory.Exists(target)
        select $"{Path.GetRelativePath(Doc.Repository, file)}: {link.Groups[1].Value}");

    private const string ResourcesHead = """
        # Resources

        Every word list, rule file, table and model that Chancery opens. Written by a test from `resources/MANIFEST.tsv`, which
        also holds the hashes; `CHANCERY_ACCEPT=1 dotnet test` writes both anew. How the files are written: [rules.md](rules.md).

        | file | what | origin | licence |
        |---|---|---|---|
        """;

    private static string Read(params string[] parts) => Doc.PathOf(parts) is var path && File.Exists(path) ? File.ReadAllText(path) : "";
}
