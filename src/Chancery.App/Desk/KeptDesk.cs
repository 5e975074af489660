using System.Collections.Immutable;
using System.Security.Cryptography;
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
internal sealed record Added(int New, int Known, int Findings, ImmutableArray<Refusal> Refusals);

/// <summary>A desk that keeps: a folder with the record in it. Joins intake, extraction and store.</summary>
internal sealed class KeptDesk : IDisposable
{
    private readonly IClock _clock;

    private KeptDesk(RecordStore store, IClock clock)
    {
        Store = store;
        _clock = clock;
    }

    public RecordStore Store { get; }

    /// <summary>The record's file in a desk's folder.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "record.sqlite");

    /// <summary>Opens the desk in a folder and makes it if there is none.</summary>
    /// <exception cref="StoreException">The record cannot be opened.</exception>
    public static KeptDesk Open(string folder, IClock clock) => new(RecordStore.Open(FileIn(folder)), clock);

    /// <summary>A desk that lives as long as this object and touches no disk.</summary>
    public static KeptDesk InMemory(IClock clock) => new(RecordStore.InMemory(), clock);

    /// <summary>True if there is a desk in the folder.</summary>
    public static bool Exists(string folder) => File.Exists(FileIn(folder));

    /// <summary>Keeps what the street brings, some reports at a time: what was kept stays kept if the rest is cancelled.</summary>
    public Added Add(IEnumerable<Outcome> outcomes, string fingerprint)
    {
        var (fresh, known, findings) = (0, 0, 0);
        var refusals = new List<Refusal>();
        try
        {
            foreach (var batch in outcomes.Chunk(64))
                Store.InOneCommit(() =>
                {
                    foreach (var outcome in batch)
                        foreach (var appended in Append(outcome, refusals))
                        {
                            if (appended.NewReport) fresh++;
                            else known++;
                            findings += appended.NewFindings;
                        }
                });
        }
        finally
        {
            Relink(fingerprint);
        }

        return new Added(fresh, known, findings, [.. refusals.OrderBy(refusal => refusal.Source, StringComparer.Ordinal)]);
    }

    /// <summary>Computes again all that is derived from findings.</summary>
    public void Relink(string fingerprint) => Store.ReplaceDerived(
        fingerprint, RecordJoiner.Join([], Store.Findings()));

    /// <summary>The record as it stands: reports, then lines joined across them.</summary>
    public IReadOnlyList<Line> Lines() => RecordJoiner.Join(Store.Reports(), Store.Findings());

    public void Dispose() => Store.Dispose();

    private List<Appended> Append(Outcome outcome, List<Refusal> refusals)
    {
        var appended = new List<Appended>();
        var now = _clock.GetCurrentInstant();
        var refused = outcome.Refusals.ToList();
        AppendBytes(outcome);
        foreach (var reading in outcome.Readings)
        {
            try
            {
                appended.Add(Store.Append(reading, reading.Report.Source, now));
            }
            catch (StoreException fault) when (fault.Code == "ST08")
            {
                refused.Add(new Refusal(reading.Report.Source, fault.Code, fault.Message));
            }
        }

        var hash = outcome.Document is null ? "" : Convert.ToHexStringLower(SHA256.HashData(outcome.Document.Bytes.Span));
        foreach (var refusal in refused) Store.Append(refusal, hash, now);
        refusals.AddRange(refused);
        return appended;
    }

    /// <summary>Keeps the bytes that the reports name: of the document, or of what lay in it.</summary>
    private void AppendBytes(Outcome outcome)
    {
        var named = outcome.Readings.Select(reading => reading.Report.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var document in outcome.Members.Prepend(outcome.Document).OfType<RawDocument>())
            if (named.Count > 0 && Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span)) is var sha256 && named.Remove(sha256))
                Store.AppendBytes(sha256, document.Bytes, document.MediaType, document.Address, document.Retrieved);
    }
}
