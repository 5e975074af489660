using System.CommandLine;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Exporting;
using Chancery.Record.Exporting.JsonLines;
using Chancery.Record.Findings;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary><c>chancery show</c>: the desk's statements, events, figures, entities, missions or control, joined across reports; or the versions of its reports.</summary>
internal static class ShowCommand
{
    private static readonly Dictionary<string, string> Boards = new(StringComparer.Ordinal)
    {
        ["statements"] = "statement",
        ["figures"] = "figure",
        ["events"] = "event",
        ["entities"] = "entity",
        ["missions"] = "mission",
        ["control"] = "control",
        [VersionsBoard.Name] = "report",
    };

    private static readonly string[] NotYet = ["positions", "pledges", "conflicts", "timeline", "stories", "origins"];

    private static readonly Argument<string> Board = new("BOARD") { Description = $"One of {string.Join(", ", Boards.Keys)}" };
    private static readonly Option<string> About = new("--about") { Description = "Only lines in which this name or word occurs", HelpName = "NAME" };
    private static readonly Option<LocalDate?> AsOf = CommonOptions.Day("--as-of", "Leave out what lies after this day");
    private static readonly Option<LocalDate?> KnownAt = CommonOptions.Day("--known-at", "Leave out reports published after this day, and undated ones");
    private static readonly Option<bool> Json = new("--json") { Description = "JSON lines, as the record has them" };
    private static readonly Option<bool> Explain = CommonOptions.Explain();
    private static readonly Option<string> DeskFolder = CommonOptions.DeskFolder();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "show", "Print what the desk's reports say, joined across reports",
            "chancery show statements --about Kabulov",
            "chancery show figures --as-of 2021-08-16 --json",
            "chancery show entities --desk crisis",
            "chancery show versions --about embassy    what changed in a report since it was first read")
        { Board, About, AsOf, KnownAt, Json, Explain, DeskFolder };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var board = result.GetValue(Board)!;
        if (!Boards.TryGetValue(board, out var kind)) return Complain(board, terminal);
        using var desk = CommonOptions.OpenDesk(result, DeskFolder, terminal);
        if (desk is null) return Exit.Failed;
        if (board == VersionsBoard.Name) return VersionsBoard.Show(desk.Store, result.GetValue(About), result.GetValue(Json), terminal);
        var selection = new Selection(result.GetValue(About), result.GetValue(AsOf), result.GetValue(KnownAt));
        var reports = desk.Store.Reports().ToDictionary(report => report.Id, StringComparer.Ordinal);
        var lines = selection.Of(reports, desk.Store.Findings()).Where(line => LineKinds.Of(line) == kind).ToList();
        if (result.GetValue(Json)) JsonLinesExporter.Write(terminal.OutBytes, lines);
        else Write(lines, reports, result, terminal);
        if (lines.Count == 0) terminal.Say($"no {board} on this desk that match");
        return Exit.Done;
    }

    private static int Complain(string board, Terminal terminal)
    {
        terminal.Say(NotYet.Contains(board, StringComparer.Ordinal)
            ? $"chancery: '{board}' is not built yet; there are {string.Join(", ", Boards.Keys)}"
            : $"chancery: there is no board '{board}'; there are {string.Join(", ", Boards.Keys)}");
        if (Suggestions.Nearest(board, Boards.Keys) is { } nearest) terminal.Say($"Did you mean '{nearest}'?");
        return Exit.WrongUse;
    }

    private static void Write(List<Finding> lines, Dictionary<string, Report> reports, ParseResult result, Terminal terminal)
    {
        var options = new BriefOptions { Countries = CountryNames.Of(Resources.Default) };
        var explains = result.GetValue(Explain);
        if (result.GetValue(CommandLine.Plain))
        {
            foreach (var line in lines)
                terminal.Out.WriteLine(string.Join('\t', ((string[])[line.Id, LineText.Of(line, reports[line.Evidence[0].Report], options), .. explains ? [line.By] : Array.Empty<string>()]).Select(PlainText.OneLine)));
            return;
        }

        var text = new ReadingText(terminal.Out, options.Countries, explains);
        foreach (var line in lines)
        {
            text.Write(line, reports[line.Evidence[0].Report]);
            var sources = line.Evidence.Select(piece => reports[piece.Report].Source).Distinct(StringComparer.Ordinal);
            terminal.Out.WriteLine($"      in {PlainText.OneLine(string.Join(", ", sources))}");
        }
    }
}
