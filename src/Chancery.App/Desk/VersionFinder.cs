using Chancery.App.Fetching;
using Chancery.Extraction.Intake;
using Chancery.Extraction.Intake.Html;
using Chancery.Record;
using Chancery.Record.Versions;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Desk;

/// <summary>An address under which a report's words stood.</summary>
/// <param name="Key">As <see cref="WebAddress.KeyOf"/> writes it.</param>
/// <param name="IsOwn">
/// True if it stands for this one report, so that other words there are a new version of it. Where it may stand for others too
/// (a redirect's end, a canonical address, a page that several items lead to), the words must be much the same.
/// </param>
internal sealed record SeenAt(string Key, bool IsOwn)
{
    /// <summary>The addresses of a fetched page: the one asked for, the one that answered, and the one the page says is its own; each once.</summary>
    public static IReadOnlyList<SeenAt> Of(Fetched fetched, RawDocument document) => [
        .. new (string? Key, bool IsOwn)[] { (WebAddress.KeyOf(fetched.Address), true), (WebAddress.KeyOf(fetched.Final), false), (WebAddress.KeyOf(CanonicalAddress.Of(document)), false) }
            .Where(pair => pair.Key is not null)
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new SeenAt(pair.Key!, pair.IsOwn)),
    ];
}

/// <summary>Where and when a reading came from, for telling versions.</summary>
/// <param name="Places">The addresses; none for files.</param>
/// <param name="At">When its words stood there.</param>
/// <param name="Prior">Id of the report it is known to revise, if its words differ.</param>
internal sealed record Provenience(IReadOnlyList<SeenAt> Places, Instant At, string? Prior = null)
{
    /// <summary>False if what stood at the places before is not to be asked for; <see cref="Prior"/> says all that counts.</summary>
    public bool AsksPlaces { get; init; } = true;
}

/// <summary>
/// Tells whether a reading is new, known, or a new version: the same address with other words revises what stood there. What
/// is told apart is words, not bytes: a page whose advertisements changed is the same report.
/// </summary>
internal sealed class VersionFinder(RecordStore store)
{
    // An edit of one paragraph in eight leaves .8 of the runs of words, a rewritten half .35; two reports on one matter share hardly any.
    private const double LikeEnough = 0.5;

    /// <summary>The reading as it is to be kept, or the id of the report whose words it has.</summary>
    public (Reading? Reading, string Report) Find(Reading reading, Provenience provenience)
    {
        var report = reading.Report;
        if (provenience.Places.Count == 0 && provenience.Prior is null) return (reading, report.Id);
        // The same bytes are the same report, whatever stood there in between.
        if (store.Report(report.Id) is { } same) return (reading with { Report = report with { Revises = same.Revises } }, report.Id);
        var prior = provenience.Prior ?? (provenience.AsksPlaces ? provenience.Places : []).Select(place => At(place, report)).FirstOrDefault(id => id is not null);
        if (prior is null || store.Report(prior) is not { } older) return (reading, report.Id);
        return HasSameWords(older, report) ? (null, older.Id) : (reading with { Report = report with { Revises = older.Id } }, report.Id);
    }

    // What was only named may have been named wrongly: a front page that all articles call their own.
    private string? At(SeenAt place, Report report)
    {
        var own = store.NewestAt(place.Key, isOwn: true);
        if (place.IsOwn && own is not null) return own;
        return new[] { own, store.NewestAt(place.Key, isOwn: false) }.FirstOrDefault(id => id is not null && store.Report(id) is { } older && Likeness.Of(older.Text, report.Text) >= LikeEnough);
    }

    // A newer Chancery may read other words out of the same bytes; that is no new version of theirs.
    private bool HasSameWords(Report older, Report newer) =>
        IsSame(older, newer) || (ReadAgain(older) is { } again && IsSame(again, newer));

    private static bool IsSame(Report older, Report newer) => older.Text == newer.Text && older.Title == newer.Title;

    private Report? ReadAgain(Report older) => store.Original(older.Sha256) is { } original
        ? Formats.Read(new RawDocument(older.Source, original.Bytes, original.MediaType, original.Address, original.Retrieved)).Reports.FirstOrDefault(report => report.Id == older.Id)
        : null;
}
