using System.CommandLine;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Exporting.Briefs;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary><c>chancery brief</c>: cited sentences from reports, or from the desk.</summary>
internal static class BriefCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths(isNeeded: false);
    private static readonly Option<string> Form = CommonOptions.Format("text", [.. BriefWriters.All.Select(writer => writer.Name)]);
    private static readonly Option<bool> Json = new("--json") { Description = "The same as --format json" };
    private static readonly Option<bool> Explain = CommonOptions.Explain();
    private static readonly Option<LocalDate?> Since = CommonOptions.Day("--since", "Leave out what lies before this day");
    private static readonly Option<LocalDate?> AsOf = CommonOptions.Day("--as-of", "Leave out what lies after this day");
    private static readonly Option<LocalDate?> KnownAt = CommonOptions.Day("--known-at", "Leave out reports published after this day, and undated ones");
    private static readonly Option<bool> Together = CommonOptions.Together();
    private static readonly Option<int?> Workers = CommonOptions.Workers();
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "brief", "Print a brief: numbered sentences with citations, of the given reports or of the desk",
            "chancery brief samples",
            "chancery brief monday.html tuesday.html --format html > brief.html",
            "chancery brief --desk crisis --since 2021-08-16")
        { Paths, Form, Json, Explain, Since, AsOf, KnownAt, Together, Workers, DeskFolder };
        command.SetAction((result, cancel) => Task.Run(() => Run(result, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult result, CancellationToken cancel)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        return result.GetValue(Paths) is { Length: > 0 } paths ? OfPaths(result, paths, terminal, cancel) : OfDesk(result, terminal);
    }

    private static int OfPaths(ParseResult result, string[] paths, Terminal terminal, CancellationToken cancel)
    {
        if (CommonOptions.Gather(result, paths, terminal) is not { } inputs) return Exit.WrongUse;
        var street = Street.Open(result.GetValue(Workers));
        var desk = Progress.Over(terminal, inputs.Inputs.Length, street.Read(inputs.Inputs, result.GetValue(Together), cancel), outcomes => ThrowAwayDesk.Of(outcomes, inputs.Refusals));
        Write(result, terminal, [.. desk.Reports], [.. desk.Findings]);
        return terminal.Report(desk.Refusals);
    }

    private static int OfDesk(ParseResult result, Terminal terminal)
    {
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        Write(result, terminal, [.. desk.Store.Reports()], [.. desk.Store.Findings()]);
        return Exit.Done;
    }

    private static void Write(ParseResult result, Terminal terminal, IReadOnlyList<Report> reports, IReadOnlyList<Finding> findings)
    {
        var options = new BriefOptions
        {
            Countries = CountryNames.Of(Resources.Default),
            Since = result.GetValue(Since),
            AsOf = result.GetValue(AsOf),
            KnownAt = result.GetValue(KnownAt),
        };
        var (brief, faults) = CheckedBrief.Compose(reports, findings, options);
        foreach (var fault in faults) terminal.Say($"withheld a line: {fault.Code} {fault.Detail}");
        BriefWriters.Find(result.GetValue(Json) ? "json" : result.GetValue(Form)!)!.Write(brief, terminal.Out);
        if (result.GetValue(Explain)) WriteProvenance(brief, findings, terminal);
    }

    private static void WriteProvenance(Brief brief, IReadOnlyList<Finding> findings, Terminal terminal)
    {
        var by = findings.GroupBy(finding => finding.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().By, StringComparer.Ordinal);
        foreach (var line in brief.Lines)
            terminal.Say($"line {line.Number}: {string.Join(", ", line.Findings.Select(id => $"{id} {by.GetValueOrDefault(id, "joined")}"))}");
    }
}
