using System.Globalization;
using Chancery.Extraction.Intake.Lines;
using Chancery.Record;
using NodaTime;

namespace Chancery.Extraction.Intake.Html;

/// <summary>
/// Chooses the day of publication: the day for which the most weight of places speaks, so that two that agree go before one that is
/// better alone. The day is kept as written, in its own zone; an instant in UTC also speaks for the local day beside it, if a
/// reader sees that one on the page. What was modified or stands in furniture never counts.
/// </summary>
internal sealed class DayRules
{
    private const double Halved = 0.6;
    private const double Shifted = 0.7;
    private static readonly string[] UtcEnds = ["Z", "+00:00", "+0000", " GMT", " UTC"];
    private readonly List<Reading> _readings = [];
    private readonly RawDocument _raw;
    private readonly DayOrder _order;

    private DayRules(RawDocument raw, DayOrder order) => (_raw, _order) = (raw, order);

    /// <summary>The day; an interval where day and month cannot be told apart; <see langword="null"/> if no place gives one.</summary>
    public static Publication? Of(IReadOnlyList<DayWitness> witnesses, RawDocument raw, DayOrder order)
    {
        var rules = new DayRules(raw, order);
        foreach (var witness in witnesses) rules.Add(witness);
        return rules.Choose();
    }

    private void Add(DayWitness witness)
    {
        if (DayPlaces.Of(witness.Place) is not var (weight, basis)) return;
        if (Read(witness.Value) is not var (mention, value) || mention.ToDays() is not var (from, to)) return;
        if (mention.IsAmbiguous && _order != DayOrder.Unknown && Ordered(mention) is { } day) (from, to) = (day, day);
        if (PublicationRules.Of(from, to, basis, value[mention.Start..mention.End], _raw) is { } publication)
            _readings.Add(new Reading(witness.Place, publication, weight, UtcHour(value)));
    }

    private Publication? Choose()
    {
        if (_readings.Count == 0) return null;
        var days = _readings.SelectMany(reading => new[] { reading.Day.From, reading.Day.To }).Distinct().ToList();
        var best = days.MaxBy(day => (Weight(day), -days.IndexOf(day)));
        var spoken = _readings.Where(reading => reading.Day.From == best && reading.Day.To == best).MaxBy(reading => reading.Weight);
        if (spoken is not null) return spoken.Day;
        var open = _readings.Where(reading => reading.Speaks(best)).MaxBy(reading => reading.Weight)!;
        return open.Day;
    }

    /// <summary>What speaks for a day: each place once, by its best reading.</summary>
    private double Weight(LocalDate day) =>
        _readings.GroupBy(reading => DayPlaces.IsSeen(reading.Place) ? "" : reading.Place, StringComparer.Ordinal).Sum(place => place.Max(reading => WeightOf(reading, day)));

    private double WeightOf(Reading reading, LocalDate day)
    {
        if (reading.Day.From == reading.Day.To && reading.Day.From == day) return reading.Weight;
        if (reading.Speaks(day)) return reading.Weight * Halved;
        return reading.IsBeside(day) && _readings.Exists(other => other.UtcHour is null && other.Day.From == day && other.Day.To == day) ? reading.Weight * Shifted : 0;
    }

    private LocalDate? Ordered(DayMention mention) =>
        (_order == DayOrder.DayFirst ? mention with { IsAmbiguous = false } : mention with { Month = mention.Day, Day = mention.Month, IsAmbiguous = false }).ToDays()?.From;

    private static (DayMention, string)? Read(string value)
    {
        if (value.Length > 200) value = value[..200];
        if (value.Length >= 8 && value.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 && (value.Length == 8 || !char.IsAsciiDigit(value[8])))
            value = $"{value[..4]}-{value[4..6]}-{value[6..8]}";
        var mention = DayReader.Find(value).Find(one => one.Year is not null);
        return mention.Year is null ? null : (mention, value);
    }

    /// <summary>The hour of an instant written in UTC (2021-08-16T03:30:00Z, Mon, 16 Aug 2021 03:30:00 GMT); <see langword="null"/> for what is written in another way.</summary>
    private static int? UtcHour(string value)
    {
        if (!UtcEnds.Any(end => value.EndsWith(end, StringComparison.Ordinal))) return null;
        var clock = value.IndexOf(':', StringComparison.Ordinal);
        return clock >= 10 && value[clock - 3] is 'T' or ' ' && int.TryParse(value.AsSpan(clock - 2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : null;
    }

    private sealed record Reading(string Place, Publication Day, double Weight, int? UtcHour)
    {
        /// <summary>True if it may mean the day: it is the day, or one of the two that an open order of day and month allows.</summary>
        public bool Speaks(LocalDate day) => Day.From == day || Day.To == day;

        /// <summary>True if the instant falls on that day in some inhabited zone.</summary>
        public bool IsBeside(LocalDate day) =>
            UtcHour is { } hour && ((day == Day.From.PlusDays(-1) && hour < 12) || (day == Day.From.PlusDays(1) && hour >= 10));
    }
}
