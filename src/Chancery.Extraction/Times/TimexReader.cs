using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>Goes through a document's expressions in order and resolves each with what was spoken of before it.</summary>
internal sealed class TimexReader(Document document, ClauseCues cues, List<TimeCore> found)
{
    private const int DaysGoneBy = 62;
    private readonly TimeDirection[] _directions = new TimeDirection[found.Count];

    /// <summary>The time expressions, told from a day; from an interval or none, what holds of each day it can be.</summary>
    public IEnumerable<Timex> Read(TimeAnchor anchor)
    {
        for (var i = 0; i < found.Count; i++) _directions[i] = DirectionOf(found[i]);
        if (anchor.IsDay) return Pass(anchor.First).Select((reading, i) => ToTimex(found[i], reading));
        var open = Pass(null);
        if (anchor.IsUnknown) anchor = OwnDay(open);
        var (first, last) = (anchor.First is { } from ? Pass(from) : open, anchor.Last is { } to ? Pass(to) : open);
        return found.Select((core, i) => ToTimex(core, open[i] with { Reading = TimeAnchor.Between(first[i].Reading, last[i].Reading, open[i].Reading) }));
    }

    private List<Told> Pass(LocalDate? anchor)
    {
        var narrative = IsNarrative(anchor);
        var passage = new Passage(document);
        TimePoint? spoken = null;
        TimePoint? quarter = null;
        var told = new List<Told>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var core = passage.Placed(found[i], _directions[i]);
            var ofQuarter = core.Expression is { Unit: "Q" } or { Kind: TimeKind.Offset, Unit: "Y", Shift: -1, Count: 1 };
            var of = core.Expression is { Unit: "Q" } ? quarter : ofQuarter ? quarter ?? spoken : spoken;
            var isTold = narrative || passage.Tells(core, _directions[i]);
            var context = new TimeContext(anchor, _directions[i], isTold && !narrative ? passage.Point : of, isTold);
            var reading = TimexResolver.Resolve(core.Expression, context);
            if (Moves(core, reading)) spoken = reading.Point;
            if (Moves(core, reading) && !FollowsDeterminer(core)) passage.Move(core, reading, anchor is { Year: > -8000 } ? anchor.Value.PlusDays(-DaysGoneBy) : null);
            if (Moves(core, reading) && reading.Point is { Grain: TimeGrain.Quarter }) quarter = reading.Point;
            told.Add(new Told(core.Expression, context, Modifiers.Apply(reading, core.Expression, anchor)));
        }

        return told;
    }

    /// <summary>
    /// Between which days a report without a day was written, as far as its own full dates say: after what it tells as
    /// past, before what it tells as to come.
    /// </summary>
    private TimeAnchor OwnDay(List<Told> open)
    {
        LocalDate? first = null, last = null;
        for (var i = 0; i < found.Count; i++)
        {
            if (open[i].Reading is not { Point: not null, From: { } from, To: { } to } || found[i].Expression is not { Kind: TimeKind.Calendar, Year: not null }) continue;
            var direction = Cue(found[i]);
            if (direction == TimeDirection.Past && (first is null || from > first)) first = from;
            // A bare year is told of as to come too often by a word that belongs to another verb: it bounds nothing from above.
            if (direction == TimeDirection.Future && found[i].Expression.Month is not null && (last is null || to < last)) last = to;
        }

        return first > last ? default : new TimeAnchor(first, last);
    }

    /// <summary>True if the text goes on to speak of that time: looking back for comparison does not move it.</summary>
    private bool Moves(TimeCore core, TimexReading reading) =>
        reading.Point is { Grain: not (TimeGrain.Century or TimeGrain.Decade) }
        && core.Expression is not { Kind: TimeKind.Offset, Shift: < 0, Manner: 'a' } and not { Kind: TimeKind.Offset, Shift: < 0, Unit: "Y" }
        && !IsEnd(core) && !IsAside(core);

    /// <summary>True for a bare year in brackets or before a noun ("the 1996 vote"): it says which thing, not what time is told of.</summary>
    private bool IsAside(TimeCore core) => FollowsDeterminer(core)
        && core.Expression is { Kind: TimeKind.Calendar, Year: not null, Month: null, Season: null, Quarter: null };

    private bool FollowsDeterminer(TimeCore core) => core.First > 0
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

    private TimeDirection DirectionOf(TimeCore core) =>
        core.Expression is not ({ Kind: TimeKind.Calendar } or { Unit: "WE" } or { Manner: 'b' }) || core.Expression.Year is not null ? TimeDirection.Unknown : Cue(core);

    private TimeDirection Cue(TimeCore core)
    {
        var sentence = document.Sentences[document.SentenceAt(document.Tokens[core.First].Span.Start)];
        return cues.At(document.Text, document.Tokens, sentence, core.First, core.First + core.Length);
    }

    /// <summary>"1981's" is one token, of which the ending is no part of the year.</summary>
    private bool EndsInClitic(TimeCore core) => core.Expression is { Year: not null, Decade: null }
        && document.Tokens[core.First + core.Length - 1] is { Kind: TokenKind.Number } last && document.TextOf(last) is [.., '\'' or '\u2019', 's'];

    private Timex ToTimex(TimeCore core, Told told)
    {
        var span = document.Tokens[core.First].Span.Cover(document.Tokens[core.First + core.Length - 1].Span);
        if (EndsInClitic(core)) span = new Span(span.Start, span.End - 2);
        return Timex.Of(span, document.Text[span], core.By, told);
    }
}
