using System.Collections.Immutable;
using System.Security.Cryptography;
using Chancery.App.Fetching;
using Chancery.Extraction.Intake;
using Chancery.Record;
using Chancery.Record.Claims;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Desk;

/// <summary>What an adding brought.</summary>
/// <param name="New">Reports that were not there before.</param>
/// <param name="Known">Reports that were there.</param>
/// <param name="Findings">Findings that were not there before.</param>
/// <param name="Refusals">What was refused, by source.</param>
/// <param name="Revised">Of the new ones those that are new versions of others.</param>
internal sealed record Added(int New, int Known, int Findings, ImmutableArray<Refusal> Refusals, int Revised);

/// <summary>What became of one reading.</summary>
/// <param name="Report">The report that holds its words.</param>
/// <param name="IsNew">True if it was not there before.</param>
/// <param name="Revises">The report it is a new version of.</param>
/// <param name="Findings">Findings that were not there before.</param>
internal sealed record Arrived(string Report, bool IsNew, string? Revises, int Findings);

/// <summary>A desk that keeps: a folder with the record in it. Joins intake, extraction and store.</summary>
internal sealed class KeptDesk : IDisposable
{
    private readonly IClock _clock;
    private readonly VersionFinder _versions;

    private KeptDesk(RecordStore store, IClock clock, string? folder)
    {
        (Store, Folder) = (store, folder);
        _clock = clock;
        _versions = new VersionFinder(store);
    }

    public RecordStore Store { get; }

    /// <summary>Its folder; <see langword="null"/> if it touches no disk.</summary>
    public string? Folder { get; }

    /// <summary>The record's file in a desk's folder.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "record.sqlite");

    /// <summary>Opens the desk in a folder and makes it if there is none.</summary>
    /// <exception cref="StoreException">The record cannot be opened.</exception>
    public static KeptDesk Open(string folder, IClock clock) => new(RecordStore.Open(FileIn(folder)), clock, folder);

    /// <summary>A desk that lives as long as this object and touches no disk.</summary>
    public static KeptDesk InMemory(IClock clock) => new(RecordStore.InMemory(), clock, null);

    /// <summary>True if there is a desk in the folder.</summary>
    public static bool Exists(string folder) => File.Exists(FileIn(folder));

    /// <summary>Keeps what the street brings, some reports at a time: what was kept stays kept if the rest is cancelled.</summary>
    public Added Add(IEnumerable<Outcome> outcomes, string fingerprint)
    {
        var all = new List<Arrived>();
        var refusals = new List<Refusal>();
        try
        {
            foreach (var batch in outcomes.Chunk(64))
                Store.InOneCommit(() =>
                {
                    foreach (var outcome in batch) all.AddRange(Append(outcome, refusals));
                });
        }
        finally
        {
            Relink(fingerprint);
        }

        var fresh = all.Count(arrived => arrived.IsNew);
        return new Added(
            fresh, all.Count - fresh, all.Sum(arrived => arrived.Findings), [.. refusals.OrderBy(refusal => refusal.Source, StringComparer.Ordinal)],
            all.Count(arrived => arrived is { IsNew: true, Revises: not null }));
    }

    /// <summary>Computes again all that is derived from findings.</summary>
    public void Relink(string fingerprint) => Store.ReplaceDerived(
        fingerprint, RecordJoiner.Join([], Store.Findings()));

    /// <summary>The record as it stands: reports, then lines joined across them.</summary>
    public IReadOnlyList<Line> Lines() => RecordJoiner.Join(Store.Reports(), Store.Findings());

    public void Dispose() => Store.Dispose();

    /// <summary>
    /// Keeps one reading, unless its words are known: then only that they stood there again. For one's own commit.
    /// </summary>
    /// <param name="reading">What was read.</param>
    /// <param name="document">The bytes it was read from, to be kept; <see langword="null"/> if they were kept already.</param>
    /// <param name="fetched">How they came from the web; <see langword="null"/> for files.</param>
    /// <param name="provenience">Where and when.</param>
    /// <exception cref="StoreException">The text cannot be kept, or the database is at fault.</exception>
    public Arrived Keep(Reading reading, RawDocument? document, Fetched? fetched, Provenience provenience)
    {
        var (kept, report) = _versions.Find(reading, provenience);
        var appended = kept is null ? new Appended(false, false, 0) : Store.Append(kept, kept.Report.Source, _clock.GetCurrentInstant());
        if (kept is not null && document is not null) AppendBytes(kept.Report.Sha256, document, fetched);
        foreach (var place in provenience.Places) Store.SeeAt(place.Key, report, provenience.At, place.IsOwn);
        return new Arrived(report, appended.NewReport, kept?.Report.Revises, appended.NewFindings);
    }

    /// <summary>Keeps a refusal with the hash of the bytes, if there were any.</summary>
    public void Append(Refusal refusal, RawDocument? document = null) =>
        Store.Append(refusal, document is null ? "" : Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span)), _clock.GetCurrentInstant());

    /// <summary>Keeps the bytes, and how they came. A report out of a packed file may name the hash of the unpacked bytes, which are not the ones at hand.</summary>
    public void AppendBytes(string sha256, RawDocument document, Fetched? fetched)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span)) != sha256) return;
        Store.AppendBytes(sha256, document.Bytes, document.MediaType, document.Address, document.Retrieved);
        if (fetched is not null) Store.Append(fetched.ToStored());
    }

    private List<Arrived> Append(Outcome outcome, List<Refusal> refusals)
    {
        var arrived = new List<Arrived>();
        var refused = outcome.Refusals.ToList();
        var documents = DocumentsByHash(outcome);
        foreach (var reading in outcome.Readings)
        {
            try
            {
                // Bytes that were kept for one report need not be hashed again for the next.
                documents.Remove(reading.Report.Sha256, out var document);
                arrived.Add(Keep(reading, document, outcome.Fetched, Provenance(reading.Report, outcome)));
            }
            catch (StoreException fault) when (fault.Code == "ST08")
            {
                refused.Add(new Refusal(reading.Report.Source, fault.Code, fault.Message));
            }
        }

        foreach (var refusal in refused) Append(refusal, outcome.Document);
        refusals.AddRange(refused);
        return arrived;
    }

    /// <summary>The document and what lay in it.</summary>
    private static Dictionary<string, RawDocument> DocumentsByHash(Outcome outcome) => outcome.Readings.IsEmpty ? [] : outcome.Members
        .Prepend(outcome.Document).OfType<RawDocument>()
        .Select(document => KeyValuePair.Create(Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span)), document))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>Where a document's report stood. Of several reports in one document each has the address it names, if no other names it too.</summary>
    private Provenience Provenance(Report report, Outcome outcome)
    {
        var at = outcome.Document!.Retrieved ?? _clock.GetCurrentInstant();
        if (outcome.IsOneReport && outcome.Fetched is { } fetched) return new Provenience(SeenAt.Of(fetched, outcome.Document), at);
        if (WebAddress.KeyOf(report.Source) is not { } key) return new Provenience([], at);
        var isOwn = outcome.Readings.Count(reading => WebAddress.KeyOf(reading.Report.Source) == key) == 1;
        return new Provenience([new SeenAt(key, isOwn)], at);
    }
}
