using System.CommandLine;
using Chancery.Record.Exporting.JsonLines;

namespace Chancery.App.Commands;

/// <summary><c>chancery export</c>: the record in forms that others read.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Form = CommonOptions.Format("jsonl", "jsonl");
    private static readonly Option<string> OutFile = new("--out") { Description = "Write to this file instead of the standard output", HelpName = "FILE" };
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "export", "Print the desk's record: reports, then lines joined across them",
            "chancery export --format jsonl > record.jsonl",
            "chancery export --desk crisis --out record.jsonl")
        { Form, OutFile, DeskFolder };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var lines = desk.Lines();
        if (result.GetValue(OutFile) is not { } path)
        {
            JsonLinesExporter.Write(terminal.OutBytes, lines);
            return Exit.Done;
        }

        using (var file = new BufferedStream(File.Create(path))) JsonLinesExporter.Write(file, lines);
        terminal.Say($"{Terminal.Count(lines.Count, "line")} written to {path}");
        return Exit.Done;
    }
}
