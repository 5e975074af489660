using System.CommandLine;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Record.Exporting;

namespace Chancery.App.Commands;

/// <summary><c>chancery import</c>: what a desk knows beside the program's own tables.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> ActorFile = new("FILE") { Description = "An actor dictionary of PETRARCH or Phoenix, or a table from Wikidata" };
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create() => new ExampleCommand(
        "import", "Bring actors of your own into the desk",
        "chancery import actors Phoenix.Countries.actors.txt",
        "chancery import actors officials.tsv --desk crisis")
    {
        Actors(),
    };

    private static ExampleCommand Actors()
    {
        var command = new ExampleCommand(
            "actors", "Names with country, office and days; used by all that is read into the desk from then on",
            "chancery import actors Phoenix.Countries.actors.txt",
            "chancery import actors officials.tsv --desk crisis")
        { ActorFile, DeskFolder, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var path = result.GetValue(ActorFile)!;
        if (!File.Exists(path))
        {
            terminal.Say($"chancery: there is no file {PlainText.OneLine(path)}");
            return Exit.WrongUse;
        }

        var folder = CommonOptions.FolderOf(result, DeskFolder);
        var import = DeskActors.Open(folder);
        var before = import.Count;
        import.AddFile(File.ReadAllText(path), Resources.Default);
        DeskActors.Write(folder, import);
        foreach (var fault in import.Faults) terminal.Say($"{PlainText.OneLine(path)}:{fault.Line}: {fault.Code} {PlainText.OneLine(fault.Reason)}");
        terminal.Out.WriteLine(result.GetValue(Json)
            ? $$"""{"new":{{import.Count - before}},"actors":{{import.Count}},"faults":{{import.Faults.Count}}}"""
            : $"{Terminal.Count(import.Count - before, "new actor")}, {import.Count} in all; {Terminal.Count(import.Faults.Count, "line")} not used");
        return import.Faults.Count == 0 ? Exit.Done : Exit.Refused;
    }
}
