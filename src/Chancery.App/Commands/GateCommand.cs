using System.CommandLine;
using System.Security.Cryptography;
using Chancery.App.Evaluation;

namespace Chancery.App.Commands;

/// <summary><c>chancery gate</c>: every floor at once; fails on one that is not held.</summary>
internal static class GateCommand
{
    private static readonly Option<string> Floors = new("--floors") { Description = "The list of floors", HelpName = "FILE", DefaultValueFactory = _ => "eval/floors.json" };

    public static Command Create()
    {
        var command = new ExampleCommand("gate", "Measure all that has a floor; fail on one that is not held", "chancery gate", "chancery gate --floors eval/floors.json") { Floors };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var path = result.GetValue(Floors)!;
        if (!File.Exists(path))
        {
            terminal.Say($"chancery: there is no list of floors at {path}; give --floors FILE");
            return Exit.WrongUse;
        }

        try
        {
            // Paths in the list are meant from the repository's root, which holds the folder of the list.
            var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path)))!;
            var held = true;
            foreach (var floor in Floor.ReadAll(File.ReadAllText(path))) held &= Check(floor, root, terminal);
            return held ? Exit.Done : Exit.Failed;
        }
        catch (FormatException fault)
        {
            terminal.Say($"chancery: {path}: {fault.Message}");
            return Exit.Failed;
        }
    }

    private static string? In(string root, string? path) => path is null ? null : Path.GetFullPath(path, root);

    private static bool Check(Floor floor, string root, Terminal terminal)
    {
        var input = new TaskInput(
            floor.Task, Path.GetFullPath(floor.In, root), In(root, floor.Reports), floor.IsRaw, In(root, floor.Pages), floor.HasGoldTags, In(root, floor.Treebank), HasGoldSpans: floor.HasGoldSpans);
        if (input.Pages is not null && !Directory.Exists(input.Pages)) return Row(terminal, "skipped", floor, $"the pages are not unpacked in {floor.Pages}");
        if (!File.Exists(input.In) || input.Reports is not null && !Path.Exists(input.Reports) || input.Treebank is not null && !File.Exists(input.Treebank)) return Row(terminal, "skipped", floor, "the corpus is not there");
        if (Sha256(input.In) is var hash && hash != floor.Sha256) return !Row(terminal, "FAILED", floor, $"the corpus has changed: {hash}");
        if (!TaskRunner.Built.Contains(floor.Task, StringComparer.Ordinal)) return !Row(terminal, "FAILED", floor, "there is no such task");
        var (result, _, _) = TaskRunner.Run(input, null);
        var broken = floor.Broken(result).ToList();
        var scores = floor.Floors.Keys.Concat(floor.Ceilings.Keys).Select(name => $"{name} {Floor.ScoreOf(result, name):0.##}");
        Row(terminal, broken.Count == 0 ? "held" : "FAILED", floor, string.Join(", ", scores));
        foreach (var sentence in broken) terminal.Out.WriteLine($"{"",-10}{sentence}");
        return broken.Count == 0;
    }

    private static bool Row(Terminal terminal, string state, Floor floor, string text)
    {
        terminal.Out.WriteLine($"{state,-10}{floor.Task,-10}{Path.GetFileName(floor.In),-28}{text}");
        return true;
    }

    private static string Sha256(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
