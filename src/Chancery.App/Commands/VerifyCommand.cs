using System.CommandLine;

namespace Chancery.App.Commands;

/// <summary><c>chancery verify</c>: checks every stored hash, id and quote.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "verify", "Check every hash, id and quote that the desk keeps",
            "chancery verify",
            "chancery verify --desk crisis --json")
        { DeskFolder, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        var found = desk.Store.Verify();
        foreach (var fault in found.Faults) terminal.Say($"fault {fault.Code} {fault.Id}: {fault.Sentence}");
        terminal.Out.WriteLine(result.GetValue(Json)
            ? $$"""{"originals":{{found.Originals}},"reports":{{found.Reports}},"findings":{{found.Findings}},"evidence":{{found.Evidence}},"derived":{{found.Derived}},"faults":{{found.Faults.Count}}}"""
            : $"checked {Terminal.Count(found.Originals, "original")}, {Terminal.Count(found.Reports, "report")}, {Terminal.Count(found.Findings, "finding")}, {Terminal.Count(found.Evidence, "quote")}, {Terminal.Count(found.Derived, "derived line")}: {Terminal.Count(found.Faults.Count, "fault")}");
        return found.IsClean ? Exit.Done : Exit.Failed;
    }
}
