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
internal sealed record TaskInput(
    string Task, string In, string? Reports, bool IsRaw = false, string? Pages = null, bool HasGoldTags = false, string? Treebank = null, double Margin = 0);

/// <summary>The tasks that can be run, by name; the one list for <c>evaluate</c> and <c>gate</c>.</summary>
internal static class TaskRunner
{
    /// <summary>Tasks that run.</summary>
    public static IReadOnlyList<string> Built { get; } = ["attribution", "coref", "eventmarks", "events", "extract", "names", "parse", "record", "timex"];

    /// <summary>Tasks that are designed and whose part is not built yet.</summary>
    public static IReadOnlyList<string> NotBuilt { get; } =
    [
        "plover", "actors", "factuality", "places", "stories", "echoes", "eventcoref", "figures", "timeline",
    ];

    /// <summary>Runs a task.</summary>
    /// <returns>The scores, what was missed, in words, and what was refused.</returns>
    /// <exception cref="FormatException">The file is not of that task.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (EvaluationResult Result, IReadOnlyList<string> Misses, IReadOnlyList<Refusal> Refusals) Run(TaskInput input, Stream? output)
    {
        using var reader = Open(input.In);
        if (input.Task == "record")
            return new RecordTask(Street.Open(workers: 1), CountryNames.Forms(Resources.Default)).Run(reader.ReadToEnd(), input.Reports!, output);
        if (input.Task == "parse")
        {
            var (result, misses) = Parse(input).Run(reader);
            return (result, misses, []);
        }

        if (input.Task == "names")
        {
            var (result, misses) = new NamesTask(Resources.Default.LanguageModel()).Run(reader, input.In.Contains(".conllu", StringComparison.Ordinal));
            return (result, misses, []);
        }

        using var writer = output is null ? null : new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (input.Task == "coref")
        {
            using var treebank = Open(input.Treebank!);
            var resolver = new CoreferenceResolver(Resources.Default.Coreference(), Resources.Default.Model("coref"), input.Margin);
            var (result, misses) = new CorefTask(resolver, input.HasGoldTags ? null : ParseTask.Reading(Resources.Default).Run).Run(reader, treebank, writer);
            return (result, misses, []);
        }

        if (input.Task == "attribution")
            return (new AttributionTask(StandardPipeline.Attributions(Resources.Default, Resources.Default.AttributionModel())).Run(reader, writer), [], []);

        if (input.Task == "events")
        {
            var (result, misses) = new EventsTask(Resources.Default).Run(reader, writer);
            return (result, misses, []);
        }

        if (input.Task == "eventmarks")
        {
            using var reports = Open(input.Reports!);
            return (new EventMarksTask(Street.Open(workers: 1).Extractor).Run(reader, reports, output), [], []);
        }

        if (input.Task == "extract")
        {
            var (result, misses) = new ExtractTask(input.In, input.Pages!).Run(reader, writer);
            return (result, misses, []);
        }

        return (new TimexTask(Resources.Default).Run(reader, writer), [], []);
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
