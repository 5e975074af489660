using System.CommandLine;
using Chancery.App.Desk;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary><c>chancery watch</c>: fetches the desk's feeds as they come due, until Ctrl-C.</summary>
internal static class WatchCommand
{
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();
    private static readonly Option<bool> Json = CommonOptions.Json();
    private static readonly Option<int?> Workers = CommonOptions.Workers();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "watch", "Fetch the desk's feeds as they come due, until Ctrl-C; stopped or killed, it goes on where it was",
            "chancery watch",
            "chancery watch --desk crisis --json >> visits.jsonl")
        { DeskFolder, Json, Workers };
        command.SetAction((result, cancel) => Task.Run(() => Run(result, cancel), CancellationToken.None));
        return command;
    }

    private static async Task<int> Run(ParseResult result, CancellationToken cancel)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        if (desk.Store.Feeds().Count == 0) terminal.Say("no feeds on this desk yet; 'chancery feed add ADDRESS' adds one, also while this runs");
        var asJson = result.GetValue(Json);
        try
        {
            await Feeding.Open(desk, result.GetValue(Workers)).RunAsync(visit => Tell(visit, asJson, terminal), (pause, stop) => Task.Delay(pause.ToTimeSpan(), stop), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Say("stopped; what was kept before stays kept");
        }

        return Exit.Done;
    }

    private static void Tell(Feeds.Visit visit, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Out.WriteLine(FeedJson.Of(visit));
            terminal.Out.Flush();
        }
        else
        {
            Feeding.Say(visit, terminal);
        }

        terminal.Report(visit.Refusals);
    }
}
