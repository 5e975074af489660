using System.CommandLine;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Record.Exporting.JsonLines;

namespace Chancery.App.Commands;

/// <summary><c>chancery read</c>: what each report says, for checking; keeps nothing.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths(isNeeded: true);
    private static readonly Option<string> Form = CommonOptions.Format("text", "text", "jsonl");
    private static readonly Option<bool> Json = new("--json") { Description = "The same as --format jsonl" };
    private static readonly Option<bool> Explain = CommonOptions.Explain();
    private static readonly Option<bool> Together = CommonOptions.Together();
    private static readonly Option<int?> Workers = CommonOptions.Workers();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "read", "Print what each report says; keep nothing",
            "chancery read report.html",
            "chancery read samples --explain",
            "chancery read samples --format jsonl > findings.jsonl")
        { Paths, Form, Json, Explain, Together, Workers };
        command.SetAction((result, cancel) => Task.Run(() => Run(result, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult result, CancellationToken cancel)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        if (CommonOptions.Gather(result, result.GetValue(Paths)!, terminal) is not { } inputs) return Exit.WrongUse;
        var street = Street.Open(result.GetValue(Workers));
        var desk = Progress.Over(terminal, inputs.Inputs.Length, street.Read(inputs.Inputs, result.GetValue(Together), cancel), outcomes => ThrowAwayDesk.Of(outcomes, inputs.Refusals));
        if (result.GetValue(Json) || result.GetValue(Form) == "jsonl") JsonLinesExporter.Write(terminal.OutBytes, [.. desk.Reports, .. desk.Findings]);
        else WriteText(desk, terminal, result.GetValue(Explain));
        foreach (var reading in desk.Readings)
            foreach (var problem in reading.Problems)
                terminal.Say($"problem in {reading.Report.Source}: {problem.Code} {problem.Detail}");
        return terminal.Report(desk.Refusals);
    }

    private static void WriteText(ThrowAwayDesk desk, Terminal terminal, bool explains)
    {
        var text = new ReadingText(terminal.Out, CountryNames.Of(Resources.Default), explains);
        foreach (var reading in desk.Readings) text.Write(reading);
        if (desk.Readings.IsEmpty) terminal.Say("no report was read");
    }
}
