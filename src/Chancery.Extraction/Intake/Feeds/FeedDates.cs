using System.Globalization;
using Chancery.Extraction.Intake.Lines;
using Chancery.Record;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>The days that feeds and messages state: ISO 8601, RFC 822 with years of two or four figures. The day is kept as written, with its zone.</summary>
internal static class FeedDates
{
    private const int Longest = 100;

    // RFC 2822, section 4.3: two figures up to 49 are of this century.
    private const int FirstOldYear = 50;

    /// <summary>The publication, or <see langword="null"/> if no whole day is written that can be one.</summary>
    public static Publication? Read(string? written, RawDocument raw)
    {
        if (written is null || written.Length > Longest) return null;
        var mention = DayReader.Find(written).Find(one => one.Year is not null);
        if (mention.Year is not null) return PublicationRules.Of(mention, PublicationRules.Metadata, written[mention.Start..mention.End], raw);
        return ShortYear(written) is var (day, words) ? PublicationRules.Of(day, PublicationRules.Metadata, words, raw) : null;
    }

    private static (DayMention, string)? ShortYear(string written)
    {
        var mention = DayReader.Find(written).FirstOrDefault();
        if (mention.Month == 0) return null;
        var rest = written.AsSpan(mention.End).TrimStart(" -");
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        if ((end < 0 ? rest.Length : end) != 2) return null;
        var year = int.Parse(rest[..2], NumberStyles.None, CultureInfo.InvariantCulture);
        return (mention with { Year = year + (year < FirstOldYear ? 2000 : 1900) }, written[mention.Start..(written.Length - rest.Length + 2)]);
    }
}
