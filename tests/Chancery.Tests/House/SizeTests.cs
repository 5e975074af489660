using System.Reflection;

namespace Chancery.Tests.House;

/// <summary>Rule 8: nothing grows a head.</summary>
public class SizeTests
{
    private const int FileLines = 600;
    private const int MethodLines = 80;
    private const int Parameters = 7;
    private const int NinthDecile = 30;

    private static readonly SourceMember[] Members = [.. Rooms.SourceFiles("src").SelectMany(SourceMembers.In)];

    [Fact]
    public void No_source_file_is_too_long() => Offenders.None(
        $"A source file has over {FileLines} lines:",
        from file in Rooms.SourceFiles("src", "tests", "bench")
        let lines = File.ReadLines(file).Count()
        where lines > FileLines
        select $"{Path.GetRelativePath(Doc.Repository, file)}: {lines}");

    [Fact]
    public void No_method_is_too_long() => Offenders.None(
        $"A method has over {MethodLines} lines:",
        Members.Where(member => member.Lines > MethodLines).Select(member => $"{member.File}:{member.Line}: {member.Lines} lines: {member.Header}"));

    [Fact]
    public void Nine_methods_of_ten_are_short()
    {
        var lines = Members.Select(member => member.Lines).Order().ToArray();
        Assert.True(lines.Length > 100, "The methods were not found.");
        Assert.True(lines[lines.Length * 9 / 10] <= NinthDecile, $"One method of ten has more than {lines[lines.Length * 9 / 10] - 1} lines.");
    }

    // The positional parameters of a record are its properties, named where it is made; they are not counted.
    [Fact]
    public void No_constructor_takes_too_much() => Offenders.None(
        $"A constructor has over {Parameters} parameters:",
        from type in Rooms.WrittenTypes(Rooms.All)
        where !IsRecord(type)
        from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where constructor.GetParameters().Length > Parameters
        select $"{type.FullName}: {constructor.GetParameters().Length}");

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;
}
