using System.Text.RegularExpressions;
using Chancery.Extraction;

namespace Chancery.Tests.House;

/// <summary>Rule 7: data is sealed, licensed, opened by something and tested. <c>CHANCERY_ACCEPT=1</c> seals it again.</summary>
public class ResourceTests
{
    private static readonly string[] Sources = [.. Rooms.SourceFiles("src").Select(File.ReadAllText)];

    private static readonly string[] Tests = [.. Rooms.SourceFiles("tests").Select(File.ReadAllText)];

    [Fact]
    public void Resources_are_sealed() => Accepting.Matches(Manifest.File, Manifest.ToText(Manifest.Computed));

    [Fact]
    public void Resources_say_their_licence_origin_and_what_they_are() => Offenders.None(
        "A resource does not say what it is; its head has no '# what:', '# source:' or '# licence:' line:",
        Manifest.Computed.Where(line => line.Licence.Length == 0 || line.Origin.Length == 0 || line.What.Length == 0).Select(line => line.Path));

    [Fact]
    public void Lexicons_are_read_and_opened_by_something() => Offenders.None(
        "A lexicon is opened by no source file and no rule:",
        Names("lexicons", "tsv").Where(name => Resources.Default.Lexicon(name).Entries.IsEmpty || !IsOpened(name)));

    [Fact]
    public void Rules_are_opened_and_tested_by_name() => Offenders.None(
        "A rule file is opened by no source file or named by no test:",
        Names("rules", "rules").Where(name => !IsNamed(Sources, name) || !IsNamed(Tests, name)));

    private static IEnumerable<string> Names(string kind, string extension) => Manifest.Computed
        .Select(line => Regex.Match(line.Path, $"^en/{kind}/(.+)\\.{extension}$"))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value);

    private static bool IsOpened(string lexicon) => IsNamed(Sources, lexicon)
        || Directory.EnumerateFiles(Manifest.Folder, "*.rules", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains($"{{{lexicon}}}", StringComparison.Ordinal));

    private static bool IsNamed(string[] files, string name) =>
        files.Any(file => file.Contains($"\"{name}\"", StringComparison.Ordinal));
}
