using System.CommandLine;
using Chancery.App.Desk;
using Chancery.App.Web;
using Chancery.Extraction;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary><c>chancery serve</c>: the desk in the browser, on this machine only.</summary>
internal static class ServeCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths(isNeeded: false);
    private static readonly Option<int?> Port = new("--port") { Description = "Port on 127.0.0.1, 0 for a free one (default: 8417)", HelpName = "N" };
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();
    private static readonly Option<int?> Workers = CommonOptions.Workers();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "serve", "Show the desk in the browser, or the given reports without keeping them",
            "chancery serve samples                 a first look; nothing is kept",
            "chancery serve --desk crisis",
            "chancery serve --port 0                on a free port, which is printed")
        { Paths, Port, DeskFolder, Workers };
        Port.Validators.Add(option =>
        {
            if (option.Tokens.Count == 1 && int.TryParse(option.Tokens[0].Value, out var port) && port is < 0 or > 65_535) option.AddError("--port is 0 to 65535.");
        });
        command.SetAction((result, cancel) => Task.Run(() => Run(result, cancel), CancellationToken.None));
        return command;
    }

    private static async Task<int> Run(ParseResult result, CancellationToken cancel)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var paths = result.GetValue(Paths)!;
        if (CommonOptions.Gather(result, paths, terminal) is not { } inputs) return Exit.WrongUse;
        var folder = CommonOptions.FolderOf(result, DeskFolder);
        using var desk = paths.Length > 0 ? KeptDesk.InMemory(SystemClock.Instance) : KeptDesk.Open(folder, SystemClock.Instance);
        var exit = paths.Length > 0 ? Read(desk, inputs, result, terminal, cancel) : Exit.Done;
        var shown = new ShownDesk(desk.Store, CountryNames.Of(Resources.Default), paths.Length > 0 ? "chancery serve PATH" : $"chancery add PATH --desk {folder}");
        await using var server = Server.Create(shown, result.GetValue(Port) ?? Settings.Current.PortNumber, terminal.Say);
        await server.StartAsync(cancel);
        terminal.Out.WriteLine(server.Urls.Single());
        terminal.Out.Flush();
        if (terminal.ShowsProgress) terminal.Say("Ctrl-C stops it");
        await server.WaitForShutdownAsync(cancel);
        return exit;
    }

    private static int Read(KeptDesk desk, InputList inputs, ParseResult result, Terminal terminal, CancellationToken cancel)
    {
        var street = Street.Open(result.GetValue(Workers));
        var added = Progress.Over(terminal, inputs.Inputs.Length, street.Read(inputs.Inputs, cancel), outcomes => desk.Add(outcomes, street.Extractor.Fingerprint));
        foreach (var refusal in inputs.Refusals) desk.Store.Append(refusal, "", SystemClock.Instance.GetCurrentInstant());
        return terminal.Report([.. inputs.Refusals, .. added.Refusals]);
    }
}
