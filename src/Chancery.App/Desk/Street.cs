using System.Collections.Immutable;
using Chancery.App.Fetching;
using Chancery.Extraction;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Html;
using Chancery.Record;
using NodaTime;

namespace Chancery.App.Desk;

/// <summary>What became of one document.</summary>
/// <param name="Input">The document.</param>
/// <param name="Document">Its bytes; <see langword="null"/> if it could not be opened.</param>
/// <param name="Readings">What its reports say, in the document's order.</param>
/// <param name="Refusals">Why it, or parts of it, were refused.</param>
/// <param name="Fetched">How it came from the web; <see langword="null"/> for files.</param>
internal sealed record Outcome(Input Input, RawDocument? Document, ImmutableArray<Reading> Readings, ImmutableArray<Refusal> Refusals, Fetched? Fetched = null)
{
    /// <summary>The documents inside an archive from which the reports were made.</summary>
    public ImmutableArray<RawDocument> Members { get; init; } = [];

    /// <summary>The items of a feed or another list, as their source knows them; empty for a document that is one report.</summary>
    public ImmutableArray<SourceItem> Items { get; init; } = [];

    /// <summary>True if the document is the report, and no list or archive of several.</summary>
    public bool IsOneReport => Items.IsEmpty && Members.IsEmpty && Readings.Length == 1;
}

/// <summary>
/// From documents to readings, several at a time, given back in the order of the documents: the same outcomes with any
/// number of workers. A document that breaks reading becomes a refusal and costs no other anything.
/// </summary>
/// <param name="extractor">Reads reports.</param>
/// <param name="workers">How many documents are read at the same time.</param>
/// <param name="maxBytes">Larger files are refused without being read.</param>
/// <param name="fetcher">Fetches addresses; made when the first is asked for.</param>
internal sealed class Street(Extractor extractor, int workers, long maxBytes, Lazy<Fetcher> fetcher)
{
    // Enough to keep all workers busy to the end of a batch, few enough to hold in memory.
    private const int BatchSize = 64;

    /// <summary>The street with the resources beside the program.</summary>
    /// <param name="workers">How many documents are read at the same time.</param>
    /// <param name="folder">The folder of a desk, whose own actors are read with; <see langword="null"/> for a throw-away desk.</param>
    /// <exception cref="FormatException">The desk's file of actors cannot be read.</exception>
    public static Street Open(int? workers = null, string? folder = null) => new(
        new Extractor(StandardPipeline.Create(Resources.Default, folder is null ? null : DeskActors.Read(folder))), workers ?? Settings.Current.WorkerCount, Settings.Current.MaxBytes,
        new Lazy<Fetcher>(() => new Fetcher(FetchRules.Of(Settings.Current), SystemClock.Instance)));

    public Extractor Extractor => extractor;

    public Fetcher Fetcher => fetcher.Value;

    /// <summary>True if an address was ever asked for.</summary>
    public bool HasFetched => fetcher.IsValueCreated;

    /// <summary>Reads batch by batch while the outcomes are asked for; stops between two reports when cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<Outcome> Read(IEnumerable<Input> inputs, CancellationToken cancel = default) =>
        inputs.Chunk(BatchSize).SelectMany(batch => ReadBatch(batch, cancel));

    /// <summary>Reads the documents one by one, or as a set.</summary>
    /// <param name="inputs">The documents.</param>
    /// <param name="together">True to read them as a set: see <see cref="ReadTogether"/>.</param>
    /// <param name="cancel">Stops it between two reports.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<Outcome> Read(ImmutableArray<Input> inputs, bool together, CancellationToken cancel) =>
        together ? ReadTogether([.. inputs], cancel) : Read(inputs, cancel);

    /// <summary>What one fetched document says.</summary>
    public Outcome Read(Fetched fetched, CancellationToken cancel = default)
    {
        var document = fetched.ToDocument();
        var result = Recognise(document);
        var read = InParallel([.. result.Reports], ReadReport, cancel);
        return new Outcome(
            new Input(fetched.Address, null, Address: fetched.Address), document,
            [.. read.Select(outcome => outcome.Reading).OfType<Reading>()],
            [.. result.Refusals, .. read.Select(outcome => outcome.Refusal).OfType<Refusal>()], fetched)
        { Members = [.. result.Members], Items = [.. result.Items] };
    }

    /// <summary>What these reports say, in their order; one that breaks reading is a refusal.</summary>
    public (Reading? Reading, Refusal? Refusal)[] Read(IReadOnlyCollection<Report> reports, CancellationToken cancel) => InParallel([.. reports], ReadReport, cancel);

    /// <summary>Reads all documents together, so that pages of one site tell what is the site's and pages of one article become one report.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<Outcome> ReadTogether(Input[] inputs, CancellationToken cancel = default)
    {
        var opened = InParallel(inputs, input => Open(input, cancel), cancel);
        var results = new Queue<IntakeResult>(SitePages.Read([.. opened.Select(one => one.Document).OfType<RawDocument>()]));
        return ReadOpened(inputs, [.. opened.Select(one => (one.Document, one.Document is null ? new IntakeResult([], [one.Refusal!]) : results.Dequeue(), one.Fetched))], cancel);
    }

    private Outcome[] ReadBatch(Input[] inputs, CancellationToken cancel) => ReadOpened(inputs, InParallel(inputs, input => OpenAndRecognise(input, cancel), cancel), cancel);

    private Outcome[] ReadOpened(Input[] inputs, (RawDocument? Document, IntakeResult Result, Fetched? Fetched)[] opened, CancellationToken cancel)
    {
        var reports = opened.SelectMany((document, index) => document.Result.Reports.Select(report => (index, report))).ToArray();
        var read = InParallel(reports, item => (item.index, Outcome: ReadReport(item.report)), cancel)
            .ToLookup(item => item.index, item => item.Outcome);
        return [.. inputs.Select((input, index) => new Outcome(
            input,
            opened[index].Document,
            [.. read[index].Select(outcome => outcome.Reading).OfType<Reading>()],
            [.. opened[index].Result.Refusals, .. read[index].Select(outcome => outcome.Refusal).OfType<Refusal>()],
            opened[index].Fetched)
        { Members = [.. opened[index].Result.Members], Items = [.. opened[index].Result.Items] })];
    }

    private (RawDocument? Document, IntakeResult Result, Fetched? Fetched) OpenAndRecognise(Input input, CancellationToken cancel)
    {
        var (document, refusal, fetched) = Open(input, cancel);
        return document is null ? (null, new IntakeResult([], [refusal!]), null) : (document, Recognise(document), fetched);
    }

    // A worker waits for its host's turn; the others go on with theirs.
    private (RawDocument? Document, Refusal? Refusal, Fetched? Fetched) Open(Input input, CancellationToken cancel)
    {
        if (input.Address is not { } address)
        {
            var (document, refusal) = InputReader.Open(input, maxBytes);
            return (document, refusal, null);
        }

        var fetched = Fetcher.FetchAsync(new FetchRequest(address), cancel).GetAwaiter().GetResult();
        return fetched.IsBody ? (fetched.ToDocument(), null, fetched) : (null, fetched.ToRefusal(), fetched);
    }

    private static IntakeResult Recognise(RawDocument document)
    {
        try
        {
            return Formats.Read(document);
        }
#pragma warning disable CA1031 // one broken document must not cost the others anything; it is named as a defect
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new IntakeResult([], [DeskRefusals.Defect(document.Source, fault)]);
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
