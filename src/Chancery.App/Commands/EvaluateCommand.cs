using System.CommandLine;
using System.Globalization;
using Chancery.App.Evaluation;

namespace Chancery.App.Commands;

/// <summary><c>chancery evaluate</c>: runs a task over a file of the bench and prints scores and speed.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Task = new("TASK") { Description = $"One of {string.Join(", ", TaskRunner.Built)}" };
    private static readonly Option<string> In = new("--in") { Description = "The task's file", HelpName = "FILE", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "Write the predictions here", HelpName = "FILE" };
    private static readonly Option<string> Reports = new("--reports") { Description = "For record: the folder of reports; for eventmarks: the file of reports", HelpName = "PATH" };
    private static readonly Option<string> Pages = new("--pages") { Description = "For extract: the folder of unpacked pages", HelpName = "DIR" };
    private static readonly Option<string> Treebank = new("--treebank") { Description = "For coref: the treebank of the same documents", HelpName = "FILE" };
    private static readonly Option<double> Margin = new("--margin") { Description = "For coref: how much likelier a link must be than none, as a natural logarithm of odds", HelpName = "NUMBER" };
    private static readonly Option<bool> Misses = new("--misses") { Description = "For record, parse, names and extract: print what was missed" };
    private static readonly Option<bool> Raw = new("--raw") { Description = "For parse: from raw text, paragraph breaks kept, and not from the treebank's tokens" };
    private static readonly Option<bool> GoldTags = new("--gold-tags") { Description = "For parse: give the treebank's tokens and tags, and score lemmas; for coref: give its tags and trees" };

    public static Command Create()
    {
        var command = new ExampleCommand(
            "evaluate", "Measure a part of Chancery on a file of the bench",
            "chancery evaluate record --in ../shared/bench/record/seeds_dev.json --reports ../shared/seeds --misses",
            "chancery evaluate timex --in ../shared/bench/time/news_dev.jsonl --out timex.jsonl",
            "chancery evaluate extract --in ../shared/bench/extract/aeb181.gold.jsonl --pages pages",
            "chancery evaluate parse --in ../shared/bench/treebanks/en_ewt-ud-dev.conllu.gz",
            "chancery evaluate parse --in ../shared/bench/treebanks/en_gum-ud-dev.conllu.gz --raw",
            "chancery evaluate names --in ../shared/bench/names/worldwide_dev.bio",
            "chancery evaluate parse --in eval/crisis/crisis.conllu --gold-tags",
            "chancery evaluate coref --in ../shared/bench/coref/gum_dev.jsonl --treebank ../shared/bench/treebanks/en_gum-ud-dev.conllu.gz")
        { Task, In, Out, Reports, Pages, Treebank, Margin, Misses, Raw, GoldTags };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var input = new TaskInput(
            result.GetValue(Task)!, result.GetValue(In)!, result.GetValue(Reports), result.GetValue(Raw), result.GetValue(Pages), result.GetValue(GoldTags),
            result.GetValue(Treebank), result.GetValue(Margin));
        if (WrongUse(input) is { } wrong)
        {
            terminal.Say($"chancery: {wrong}");
            return Exit.WrongUse;
        }

        try
        {
            using var output = result.GetValue(Out) is { } path ? File.Create(path) : null;
            var (scores, misses, refusals) = TaskRunner.Run(input, output);
            if (result.GetValue(Misses))
                foreach (var miss in misses) terminal.Out.WriteLine($"missed {miss}");
            foreach (var (name, score) in scores.Scores) terminal.Out.WriteLine($"{name,-24} {score.ToString("0.####", CultureInfo.InvariantCulture),10}");
            terminal.Out.WriteLine(scores.ToJson());
            return terminal.Report([.. refusals]);
        }
        catch (FormatException fault)
        {
            terminal.Say($"chancery: {input.In}: {fault.Message}");
            return Exit.Failed;
        }
    }

    private static string? WrongUse(TaskInput input)
    {
        if (TaskRunner.NotBuilt.Contains(input.Task, StringComparer.Ordinal))
            return $"the part that the task '{input.Task}' measures is not built yet; there are {string.Join(", ", TaskRunner.Built)}";
        if (!TaskRunner.Built.Contains(input.Task, StringComparer.Ordinal))
            return $"there is no task '{input.Task}'; there are {string.Join(", ", TaskRunner.Built)}{(Suggestions.Nearest(input.Task, TaskRunner.Built) is { } nearest ? $". Did you mean '{nearest}'?" : "")}";
        if (input.IsRaw && input.HasGoldTags) return "parse begins with raw text (--raw) or with gold tags (--gold-tags), not with both";
        if (!File.Exists(input.In)) return $"there is no file {input.In}";
        if (input.Task == "extract" && !Directory.Exists(input.Pages)) return "extract needs --pages DIR, the folder of unpacked pages (tar xJf aeb181.pages.tar.xz)";
        if (input.Task == "coref" && !File.Exists(input.Treebank)) return "coref needs --treebank FILE, the treebank of the same documents";
        if (input.Task == "coref" && !(Math.Abs(input.Margin) <= 10)) return "--margin is -10 to 10";
        if (input.Task == "eventmarks" && !File.Exists(input.Reports)) return "eventmarks needs --reports FILE, the file of the reports that were marked";
        if (input.Task != "record") return null;
        if (input.Reports is null) return "record needs --reports DIR, the folder of reports";
        return Directory.Exists(input.Reports) ? null : $"there is no folder {input.Reports}";
    }
}
