using System.CommandLine;
using System.Runtime.InteropServices;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary><c>chancery doctor</c>: whether the program, its resources and the desk are well, and every setting.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();

    public static Command Create()
    {
        var command = new ExampleCommand("doctor", "Check the program, its resources, the desk and the settings", "chancery doctor", "chancery doctor --desk crisis") { DeskFolder };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var folder = CommonOptions.FolderOf(result, DeskFolder);
        (string Name, Func<string> Check)[] checks =
        [
            ("program", () => $"chancery {typeof(DoctorCommand).Assembly.GetName().Version?.ToString(3)} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Terminal.Count(Environment.ProcessorCount, "core")}"),
            ("resources", () => Resources.Default.Folder),
            ("pipeline", () => $"fingerprint {Street.Open().Extractor.Fingerprint}"),
            ("desk", () => DeskState(folder)),
        ];
        var isWell = true;
        foreach (var (name, check) in checks) isWell &= Write(terminal, name, check);
        foreach (var setting in Settings.All)
            terminal.Out.WriteLine($"{setting.Name,-16} {Settings.Current.Value(setting) ?? $"not set (default: {(setting.Default.Length == 0 ? "none" : setting.Default)}{(setting.Unit.Length == 0 || setting.Default.Length == 0 ? "" : $" {setting.Unit}")})"}  {setting.Help}");
        return isWell ? Exit.Done : Exit.Failed;
    }

    private static bool Write(Terminal terminal, string name, Func<string> check)
    {
        try
        {
            terminal.Out.WriteLine($"{name,-16} ok: {check()}");
            return true;
        }
        catch (Exception fault) when (fault is IOException or StoreException or FormatException or UnauthorizedAccessException)
        {
            terminal.Out.WriteLine($"{name,-16} NOT WELL: {fault.Message}");
            return false;
        }
    }

    private static string DeskState(string folder)
    {
        if (!KeptDesk.Exists(folder)) return $"none in {folder} yet; 'chancery add PATH' makes one";
        using var desk = KeptDesk.Open(folder, SystemClock.Instance);
        return $"{Terminal.Count(desk.Store.Cards().Count, "report")} in {KeptDesk.FileIn(folder)}";
    }
}
