using System.IO.Compression;
using System.Text;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Text.Coreference;
using Chancery.Text.Nets;

namespace Chancery.App.Evaluation;

/// <summary>What a task needs: its files.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="In">The file it reads.</param>
/// <param name="Reports">For <c>record</c>: the folder of reports; for <c>eventmarks</c>: their file.</param>
/// <param name="IsRaw">For <c>parse</c>: from raw text, not from the treebank's tokens.</param>
/// <param name="Pages">For <c>extract</c>: the folder of unpacked pages.</param>
/// <param name="HasGoldTags">For <c>parse</c>: from the treebank's tokens and tags; for <c>coref</c> from its trees too.</param>
/// <param name="Treebank">For <c>coref</c>: the treebank of the same documents.</param>
/// <param name="Margin">For <c>coref</c>: the resolver's margin.</param>
/// <param name="HasGoldSpans">For <c>places</c>: which places the gold's own names mean.</param>
internal sealed record TaskInput(
    string Task, string In, string? Reports, bool IsRaw = false, string? Pages = null, bool HasGoldTags = false, string? Treebank = null, double Margin = 0,
    bool HasGoldSpans = false);

/// <summary>What a task gave: the scores, what was missed, in words, and what was refused.</summary>
internal sealed record TaskOutcome(EvaluationResult Result, IReadOnlyList<string> Misses, IReadOnlyList<Refusal> Refusals)
{
    public static TaskOutcome Of(EvaluationResult result) => new(result, [], []);

    public static TaskOutcome Of((EvaluationResult Result, IReadOnlyList<string> Misses) scored) => new(scored.Result, scored.Misses, []);
}

/// <summary>The tasks that can be run, by name; the one list for <c>evaluate</c> and <c>gate</c>.</summary>
internal static class TaskRunner
{
    private static readonly SortedDictionary<string, Func<TaskInput, StreamReader, Stream?, TaskOutcome>> Tasks = new(StringComparer.Ordinal)
    {
        ["actors"] = (_, reader, output) => Written(output, writer => TaskOutcome.Of(new ActorTask(Resources.Default).Run(reader, writer))),
        ["attribution"] = (_, reader, output) => Written(output, writer => TaskOutcome.Of(
            new AttributionTask(StandardPipeline.Attributions(Resources.Default, Resources.Default.AttributionModel())).Run(reader, writer))),
        ["coref"] = (input, reader, output) => Written(output, writer => Coref(input, reader, writer)),
        ["eventmarks"] = EventMarks,
        ["events"] = (_, reader, output) => Written(output, writer => TaskOutcome.Of(new EventsTask(Resources.Default).Run(reader, writer))),
        ["extract"] = (input, reader, output) => Written(output, writer => TaskOutcome.Of(new ExtractTask(input.In, input.Pages!).Run(reader, writer))),
        ["factuality"] = (_, reader, output) => Written(output, writer => TaskOutcome.Of(FactualityTask.Over(Resources.Default, Resources.Default.FactualityModel()).Run(reader, writer))),
        ["names"] = (input, reader, _) => TaskOutcome.Of(new NamesTask(Resources.Default.LanguageModel()).Run(reader, input.In.Contains(".conllu", StringComparison.Ordinal))),
        ["parse"] = (input, reader, _) => TaskOutcome.Of(Parse(input).Run(reader)),
        ["places"] = (input, reader, output) => Written(output, writer => TaskOutcome.Of(new PlacesTask(Resources.Default, input.HasGoldSpans).Run(reader, writer))),
        ["plover"] = (input, reader, output) => Written(output, writer => TaskOutcome.Of(
            new PloverTask(input.In, Path.Combine("training", "recipes", "events.jsonc")).Run(reader, writer))),
        ["record"] = Record,
        ["timex"] = (_, reader, output) => Written(output, writer => TaskOutcome.Of(new TimexTask(Resources.Default).Run(reader, writer))),
    };

    /// <summary>Tasks that run.</summary>
    public static IReadOnlyList<string> Built { get; } = [.. Tasks.Keys];

    /// <summary>Tasks that are designed and whose part is not built yet.</summary>
    public static IReadOnlyList<string> NotBuilt { get; } = ["stories", "echoes", "eventcoref", "figures", "timeline"];

    /// <summary>Runs a task that is built.</summary>
    /// <exception cref="FormatException">The file is not of that task.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TaskOutcome Run(TaskInput input, Stream? output)
    {
        using var reader = Open(input.In);
        return Tasks[input.Task](input, reader, output);
    }

    private static TaskOutcome Written(Stream? output, Func<StreamWriter?, TaskOutcome> run)
    {
        using var writer = output is null ? null : new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        return run(writer);
    }

    private static TaskOutcome Record(TaskInput input, StreamReader reader, Stream? output)
    {
        var (result, misses, refusals) = new RecordTask(Street.Open(workers: 1), CountryNames.Forms(Resources.Default)).Run(reader.ReadToEnd(), input.Reports!, output);
        return new TaskOutcome(result, misses, refusals);
    }

    private static TaskOutcome Coref(TaskInput input, StreamReader reader, StreamWriter? writer)
    {
        using var treebank = Open(input.Treebank!);
        var resolver = new CoreferenceResolver(Resources.Default.Coreference(), Resources.Default.Model("coref"), input.Margin);
        return TaskOutcome.Of(new CorefTask(resolver, input.HasGoldTags ? null : ParseTask.Reading(Resources.Default).Run).Run(reader, treebank, writer));
    }

    private static TaskOutcome EventMarks(TaskInput input, StreamReader reader, Stream? output)
    {
        using var reports = Open(input.Reports!);
        return TaskOutcome.Of(new EventMarksTask(Street.Open(workers: 1).Extractor).Run(reader, reports, output));
    }

    private static ParseTask Parse(TaskInput input) =>
        input.HasGoldTags ? ParseTask.FromTags(Resources.Default, Resources.Default.LemmaModel())
        : input.IsRaw ? ParseTask.FromRawText(Resources.Default)
        : ParseTask.FromTokens(Resources.Default, new LanguageAnalyzer(Resources.Default.LanguageModel()), Resources.Default.LemmaModel());

    /// <summary>A file as text, unpacked if it ends in <c>.gz</c>.</summary>
    public static StreamReader Open(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
    }
}
