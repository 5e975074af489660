using System.CommandLine;
using System.Diagnostics;
using Chancery.App.Desk;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.App.Commands;

/// <summary><c>chancery bench</c>: speed and memory of the whole street, from bytes to findings.</summary>
internal static class BenchCommand
{
    private static readonly Argument<string[]> Paths = CommonOptions.Paths(isNeeded: true);
    private static readonly Option<int?> Workers = CommonOptions.Workers();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new ExampleCommand(
            "bench", "Measure reports and sentences a second, and memory, of the whole street",
            "chancery bench ../shared/bench/reports/reuters_5000.jsonl.gz --workers 1",
            "chancery bench samples")
        { Paths, Workers, Json };
        command.SetAction((result, cancel) => Task.Run(() => Run(result, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult result, CancellationToken cancel)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        if (CommonOptions.Gather(result, result.GetValue(Paths)!, terminal) is not { } inputs) return Exit.WrongUse;
        var workers = result.GetValue(Workers) ?? Settings.Current.WorkerCount;
        var street = Street.Open(workers);
        var counter = new SentenceCounter();
        var (reports, sentences, findings) = (0, 0L, 0L);
        var refusals = inputs.Refusals.ToList();
        var watch = new Stopwatch();
        foreach (var outcome in Timed(street.Read(inputs.Inputs, cancel), watch))
        {
            reports += outcome.Readings.Length;
            findings += outcome.Readings.Sum(reading => (long)reading.Findings.Count);
            sentences += outcome.Readings.Sum(reading => counter.Count(reading.Report.Text));
            refusals.AddRange(outcome.Refusals);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var (perReport, perSentence) = (reports / seconds, sentences / seconds);
        var megabytes = Process.GetCurrentProcess().PeakWorkingSet64 / (1024.0 * 1024);
        terminal.Out.WriteLine(result.GetValue(Json)
            ? FormattableString.Invariant($$"""{"reports":{{reports}},"sentences":{{sentences}},"findings":{{findings}},"workers":{{workers}},"seconds":{{seconds:0.###}},"reportsPerSecond":{{perReport:0.#}},"sentencesPerSecond":{{perSentence:0.#}},"peakMegabytes":{{megabytes:0}}}""")
            : FormattableString.Invariant($"{reports:#,0} reports, {sentences:#,0} sentences, {findings:#,0} findings in {seconds:0.00} s with {workers} workers: {perReport:#,0.0} reports/s, {perSentence:#,0} sentences/s, peak memory {megabytes:#,0} MB"));
        return terminal.Report(refusals);
    }

    // Only the street's own time counts, not what is done with its outcomes.
    private static IEnumerable<Outcome> Timed(IEnumerable<Outcome> outcomes, Stopwatch watch)
    {
        using var each = outcomes.GetEnumerator();
        while (true)
        {
            watch.Start();
            var isMore = each.MoveNext();
            watch.Stop();
            if (!isMore) yield break;
            yield return each.Current;
        }
    }

    private sealed class SentenceCounter
    {
        private readonly Pipeline _pipeline = new(
            [],
            new Tokenizer(Resources.Default.Lexicon("abbreviations")),
            new SentenceSplitter(Resources.Default.Lexicon("abbreviations"), Resources.Default.Lexicon("sentence-starters"), Resources.Default.Model("sentences")));

        public long Count(string text) => _pipeline.Run(new Document(new SourceText(text))).Sentences.Length;
    }
}
