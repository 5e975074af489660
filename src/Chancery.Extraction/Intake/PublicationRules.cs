using Chancery.Extraction.Intake.Lines;
using Chancery.Record;
using NodaTime;

namespace Chancery.Extraction.Intake;

/// <summary>Turns a written day into the day of publication, or into nothing where it cannot be one.</summary>
internal static class PublicationRules
{
    public const string Metadata = "metadata";
    public const string BylineLine = "byline-line";
    public const string Dateline = "dateline";
    public const string Address = "address";

    private const int OldestYear = 1990;

    /// <summary>The publication, if the day can be one: from 1990 to the day after retrieval.</summary>
    public static Publication? Of(DayMention mention, string basis, string words, RawDocument raw, int? year = null) =>
        mention.ToDays(year) is var (from, to) ? Of(from, to, basis, words, raw) : null;

    /// <summary>As the other, for days already read.</summary>
    public static Publication? Of(LocalDate from, LocalDate to, string basis, string words, RawDocument raw)
    {
        if (from.Year < OldestYear) return null;
        if (raw.Retrieved is not { } retrieved) return new Publication(from, to, basis, words);
        var latest = retrieved.InUtc().Date.PlusDays(1);
        if (from > latest) return null;
        return new Publication(from, to > latest ? latest : to, basis, words);
    }
}
