using System.Reflection;

namespace Chancery.Tests.House;

/// <summary>Rules 1 to 3 of the house: who knows whom, what stays pure, and which door each danger has.</summary>
public class RoomTests
{
    /// <summary>What each room may see, as in <c>docs/architecture.md</c>.</summary>
    private static readonly Dictionary<Assembly, string[]> Sees = new()
    {
        [Rooms.Text] = ["System.Numerics.Tensors"],
        [Rooms.Record] = ["Chancery.Text", "NodaTime"],
        [Rooms.Extraction] = ["Chancery.Text", "Chancery.Record", "AngleSharp", "NodaTime"],
        [Rooms.Store] = ["Chancery.Text", "Chancery.Record", "NodaTime", "Dapper", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "Npgsql"],
        [Rooms.App] =
        [
            "Chancery.Text", "Chancery.Record", "Chancery.Extraction", "Chancery.Store", "NodaTime", "System.CommandLine",
            "Spectre.Console", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http.Headers", "ModelContextProtocol",
        ],
    };

    private static readonly string[] Impure =
        ["System.IO.File", "System.IO.Directory", "System.IO.Path", "System.Net.", "System.Console", "System.Data."];

    [Fact]
    public void Rooms_look_one_way() => Offenders.None(
        "A room refers to an assembly outside its row of the table:",
        from room in Rooms.All
        from seen in room.GetReferencedAssemblies()
        where !IsFramework(seen.Name!) && !Sees[room].Any(allowed => Begins(seen.Name!, allowed))
        select $"{room.GetName().Name} sees {seen.Name}");

    [Fact]
    public void Pure_rooms_are_pure() => Offenders.None(
        "A pure room touches files, the network, the console or a database:",
        from room in new[] { Rooms.Text, Rooms.Record }
        from used in Uses.Of(room)
        where Impure.Any(danger => Touches(used, danger))
        select $"{room.GetName().Name} uses {used}");

    [Fact]
    public void Network_has_one_door()
    {
        foreach (var danger in new[] { "System.Net.Http.", "System.Net.Sockets.", "System.Net.Dns" }) OneDoor(danger, "Chancery.App.Fetching");
    }

    [Fact]
    public void Markup_has_one_door() => OneDoor("AngleSharp.", "Chancery.Extraction.Intake");

    // The store opens, copies and makes the folder of its own database file, and no other.
    [Fact]
    public void Files_have_one_door()
    {
        foreach (var danger in new[] { "System.IO.File", "System.IO.Directory" })
            OneDoor(danger, "Chancery.Extraction.Resources", "Chancery.Store.RecordStore", "Chancery.App", "Program");
    }

    [Fact]
    public void Databases_have_one_door()
    {
        foreach (var danger in new[] { "Dapper.", "Microsoft.Data.Sqlite.", "Npgsql.", "SQLitePCL.", "System.Data." })
            OneDoor(danger, "Chancery.Store");
    }

    // The standard input is an input like a file, and is opened where files are.
    [Fact]
    public void Console_has_one_door() => OneDoor("System.Console", "Chancery.App.Commands", "Chancery.App.Desk.InputReader", "Program");

    [Fact]
    public void Uses_are_seen() =>
        Assert.Contains(("Chancery.Extraction.Resources", "System.IO.File"), Uses.ByType(Rooms.Extraction));

    private static void OneDoor(string danger, params string[] doors) => Offenders.None(
        $"{danger} is used outside {string.Join(" and ", doors)}:",
        from room in Rooms.All
        from use in Uses.ByType(room)
        where Touches(use.Used, danger)
        where !doors.Any(door => Begins(use.User.TrimStart('.'), door))
        select $"{use.User} uses {use.Used}");

    // To name the fault of a file that is not there is not to open it.
    private static bool Touches(string used, string danger) =>
        used.StartsWith(danger, StringComparison.Ordinal) && !used.EndsWith("Exception", StringComparison.Ordinal);

    private static bool Begins(string name, string prefix) =>
        name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal);

    private static bool IsFramework(string name) =>
        name is "System.Private.CoreLib" or "netstandard" or "mscorlib"
        || (name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.CommandLine", StringComparison.Ordinal))
        || name.StartsWith("Microsoft.Win32", StringComparison.Ordinal);
}
