using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>Goes through a document's expressions in order and resolves each with what was spoken of before it.</summary>
internal sealed class TimexReader(Document document, ClauseCues cues, List<TimeCore> found)
{
    /// <summary>The time expressions, told from <paramref name="anchor"/>.</summary>
    public IEnumerable<Timex> Read(LocalDate? anchor)
    {
        var narrative = IsNarrative(anchor);
        TimePoint? spoken = null;
        TimePoint? quarter = null;
        foreach (var core in found)
        {
            var ofQuarter = core.Expression is { Unit: "Q" } or { Kind: TimeKind.Offset, Unit: "Y", Shift: -1, Count: 1 };
            var context = new TimeContext(anchor, DirectionOf(core), core.Expression is { Unit: "Q" } ? quarter : ofQuarter ? quarter ?? spoken : spoken, narrative);
            var reading = TimexResolver.Resolve(core.Expression, context);
            if (Moves(core, reading)) spoken = reading.Point;
            if (Moves(core, reading) && reading.Point is { Grain: TimeGrain.Quarter }) quarter = reading.Point;
            yield return ToTimex(core, reading);
        }
    }

    /// <summary>True if the text goes on to speak of that time: looking back for comparison does not move it.</summary>
    private bool Moves(TimeCore core, TimexReading reading) =>
        reading.Point is { Grain: not (TimeGrain.Century or TimeGrain.Decade) }
        && core.Expression is not { Kind: TimeKind.Offset, Shift: < 0, Manner: 'a' } and not { Kind: TimeKind.Offset, Shift: < 0, Unit: "Y" }
        && !IsEnd(core) && !IsAside(core);

    /// <summary>True for a bare year in brackets or before a noun ("the 1996 vote"): it says which thing, not what time is told of.</summary>
    private bool IsAside(TimeCore core) => core.First > 0
        && core.Expression is { Kind: TimeKind.Calendar, Year: not null, Month: null, Season: null, Quarter: null }
        && document.TextOf(document.Tokens[core.First - 1]) is "the" or "a" or "(" or "'s" or "The";

    /// <summary>
    /// True if the text tells of years gone by: it names many of them, and seldom a day as one names days near one's own.
    /// </summary>
    private bool IsNarrative(LocalDate? anchor)
    {
        var (years, near) = (0, 0);
        foreach (var core in found)
            if (core.Expression is { Kind: TimeKind.Calendar, Year: { } year })
                years += anchor is null || core.Expression.BeforeChrist || year < anchor.Value.Year - 1 ? 1 : 0;
            else if (core.Expression is { Kind: TimeKind.Calendar, Weekday: not null, Day: null } or { Kind: TimeKind.Offset, Unit: "D", Manner: not 'a' })
                near++;
            else if (core.Expression is { Kind: TimeKind.Unit, Manner: default(char) or 'c' } or { Value: "PRESENT_REF" })
                near++;
        return years >= 5 && years > 2 * near;
    }

    /// <summary>True for the day in "the quarter ended Sept. 30": the quarter stays what is spoken of.</summary>
    private bool IsEnd(TimeCore core) => core.First > 0 && document.TextOf(document.Tokens[core.First - 1]) is "ended" or "ending";

    private TimeDirection DirectionOf(TimeCore core)
    {
        if (core.Expression is not ({ Kind: TimeKind.Calendar } or { Unit: "WE" }) || core.Expression.Year is not null) return TimeDirection.Unknown;
        var sentence = document.Sentences[document.SentenceAt(document.Tokens[core.First].Span.Start)];
        return cues.At(document.Text, document.Tokens, sentence, core.First, core.First + core.Length);
    }

    private Timex ToTimex(TimeCore core, TimexReading reading)
    {
        var span = document.Tokens[core.First].Span.Cover(document.Tokens[core.First + core.Length - 1].Span);
        var when = reading.From is null ? null : new When(reading.From, reading.To, document.Text[span]);
        return new Timex(span, reading.Type, reading.Value, core.Expression.Mod, when, core.By);
    }
}
