using System.CommandLine;
using Chancery.Record.Exporting;

namespace Chancery.App.Commands;

/// <summary><c>chancery export</c>: the record in forms that others read.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Form = CommonOptions.Format("jsonl", [.. RecordExporters.All.Select(exporter => exporter.Name)]);
    private static readonly Option<string> OutFile = new("--out") { Description = "Write to this file instead of the standard output", HelpName = "FILE" };
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "export", "Print the desk's record: reports, then lines joined across them",
            "chancery export --format jsonl > record.jsonl",
            "chancery export --desk crisis --out record.jsonl",
            "chancery export --format polecat --out events.tsv    events alone, as POLECAT has them",
            "chancery export --format geojson > map.geojson")
        { Form, OutFile, DeskFolder };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var (exporter, lines) = (RecordExporters.Named(result.GetValue(Form)!), desk.Lines());
        var leftOut = result.GetValue(OutFile) is { } path ? WriteFile(path, exporter, lines) : exporter.Write(terminal.OutBytes, lines);
        if (leftOut > 0) terminal.Say($"{Terminal.Count(leftOut, "event")} left out: '{exporter.Name}' has no place for what is only possible, conditional or denied");
        if (result.GetValue(OutFile) is { } written) terminal.Say($"{Terminal.Count(lines.Count, "line")} of the record written to {written}");
        return Exit.Done;
    }

    private static int WriteFile(string path, IRecordExporter exporter, IReadOnlyList<Record.Line> lines)
    {
        using var file = new BufferedStream(File.Create(path));
        return exporter.Write(file, lines);
    }
}
