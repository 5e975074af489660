using System.CommandLine;
using Chancery.App.Desk;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary><c>chancery add</c>: reads and keeps. The same bytes twice are one report.</summary>
internal static class AddCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths(isNeeded: true);
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();
    private static readonly Option<bool> Json = CommonOptions.Json();
    private static readonly Option<bool> Together = CommonOptions.Together();
    private static readonly Option<int?> Workers = CommonOptions.Workers();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "add", "Read reports and keep them on the desk",
            "chancery add samples",
            "chancery add monday/ tuesday.html --desk crisis",
            "chancery add https://news.example/embassy-closes.html")
        { Paths, DeskFolder, Json, Together, Workers };
        command.SetAction((result, cancel) => Task.Run(() => Run(result, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult result, CancellationToken cancel)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        if (CommonOptions.Gather(result, result.GetValue(Paths)!, terminal) is not { } inputs) return Exit.WrongUse;
        var street = Street.Open(result.GetValue(Workers), CommonOptions.FolderOf(result, DeskFolder));
        using var desk = KeptDesk.Open(CommonOptions.FolderOf(result, DeskFolder), SystemClock.Instance);
        var added = Progress.Over(terminal, inputs.Inputs.Length, street.Read(inputs.Inputs, result.GetValue(Together), cancel), outcomes => desk.Add(outcomes, street.Extractor.Fingerprint));
        if (result.GetValue(Json))
            terminal.Out.WriteLine($$"""{"new":{{added.New}},"revised":{{added.Revised}},"known":{{added.Known}},"findings":{{added.Findings}},"refused":{{inputs.Refusals.Length + added.Refusals.Length}}}""");
        else
            terminal.Out.WriteLine($"{Terminal.Count(added.New, "new report")}{(added.Revised == 0 ? "" : $" (of them {Terminal.Count(added.Revised, "new version")} of others)")}, {added.Known.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)} known already, {Terminal.Count(added.Findings, "new finding")}");
        return terminal.Report([.. inputs.Refusals, .. added.Refusals]);
    }
}
