using System.Collections.Immutable;
using Chancery.Extraction;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Html;
using Chancery.Record;

namespace Chancery.App.Desk;

/// <summary>What became of one document.</summary>
/// <param name="Input">The document.</param>
/// <param name="Document">Its bytes; <see langword="null"/> if it could not be opened.</param>
/// <param name="Readings">What its reports say, in the document's order.</param>
/// <param name="Refusals">Why it, or parts of it, were refused.</param>
internal sealed record Outcome(Input Input, RawDocument? Document, ImmutableArray<Reading> Readings, ImmutableArray<Refusal> Refusals);

/// <summary>
/// From documents to readings, several at a time, given back in the order of the documents: the same outcomes with any
/// number of workers. A document that breaks reading becomes a refusal and costs no other anything.
/// </summary>
internal sealed class Street(Extractor extractor, int workers, long maxBytes)
{
    // Enough to keep all workers busy to the end of a batch, few enough to hold in memory.
    private const int BatchSize = 64;

    /// <summary>The street with the resources beside the program.</summary>
    public static Street Open(int? workers = null) => new(
        new Extractor(StandardPipeline.Create(Resources.Default)), workers ?? Settings.Current.WorkerCount, Settings.Current.MaxBytes);

    public Extractor Extractor => extractor;

    /// <summary>Reads batch by batch while the outcomes are asked for; stops between two reports when cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<Outcome> Read(IEnumerable<Input> inputs, CancellationToken cancel = default) =>
        inputs.Chunk(BatchSize).SelectMany(batch => ReadBatch(batch, cancel));

    /// <summary>Reads all documents together, so that pages of one site tell what is the site's and pages of one article become one report.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<Outcome> ReadTogether(Input[] inputs, CancellationToken cancel = default)
    {
        var opened = InParallel(inputs, input => InputReader.Open(input, maxBytes), cancel);
        var results = new Queue<IntakeResult>(SitePages.Read([.. opened.Select(one => one.Document).OfType<RawDocument>()]));
        return ReadOpened(inputs, [.. opened.Select(one => (one.Document, one.Document is null ? new IntakeResult([], [one.Refusal!]) : results.Dequeue()))], cancel);
    }

    private Outcome[] ReadBatch(Input[] inputs, CancellationToken cancel) => ReadOpened(inputs, InParallel(inputs, OpenAndRecognise, cancel), cancel);

    private Outcome[] ReadOpened(Input[] inputs, (RawDocument? Document, IntakeResult Result)[] opened, CancellationToken cancel)
    {
        var reports = opened.SelectMany((document, index) => document.Result.Reports.Select(report => (index, report))).ToArray();
        var read = InParallel(reports, item => (item.index, Outcome: ReadReport(item.report)), cancel)
            .ToLookup(item => item.index, item => item.Outcome);
        return [.. inputs.Select((input, index) => new Outcome(
            input,
            opened[index].Document,
            [.. read[index].Select(outcome => outcome.Reading).OfType<Reading>()],
            [.. opened[index].Result.Refusals, .. read[index].Select(outcome => outcome.Refusal).OfType<Refusal>()]))];
    }

    private (RawDocument? Document, IntakeResult Result) OpenAndRecognise(Input input)
    {
        var (document, refusal) = InputReader.Open(input, maxBytes);
        if (document is null) return (null, new IntakeResult([], [refusal!]));
        try
        {
            return (document, Formats.Read(document));
        }
#pragma warning disable CA1031 // one broken document must not cost the others anything; it is named as a defect
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (document, new IntakeResult([], [DeskRefusals.Defect(input.Source, fault)]));
        }
    }

    private (Reading? Reading, Refusal? Refusal) ReadReport(Report report)
    {
        try
        {
            return (extractor.Read(report), null);
        }
#pragma warning disable CA1031 // as above
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (null, DeskRefusals.Defect(report.Source, fault));
        }
    }

    private TOut[] InParallel<TIn, TOut>(TIn[] items, Func<TIn, TOut> work, CancellationToken cancel)
    {
        var results = new TOut[items.Length];
        if (workers == 1 || items.Length < 2)
        {
            for (var i = 0; i < items.Length; i++)
            {
                cancel.ThrowIfCancellationRequested();
                results[i] = work(items[i]);
            }

            return results;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel };
        Parallel.For(0, items.Length, options, index => results[index] = work(items[index]));
        return results;
    }
}
