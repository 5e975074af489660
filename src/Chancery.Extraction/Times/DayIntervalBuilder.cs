using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>Makes intervals of the expressions that a rule joins, and of those that none does.</summary>
internal sealed class DayIntervalBuilder(Document document, ImmutableArray<Timex> timexes)
{
    private readonly bool[] _joined = new bool[timexes.Length];
    private readonly List<DayInterval> _found = [];

    /// <summary>Adds what the match says; nothing if its expressions have no days, or not in this order.</summary>
    public void Join(RuleMatch match)
    {
        var (from, to) = (At(match, "from"), At(match, "to"));
        var days = (from, to, match.Rule.Setting("side")) switch
        {
            ({ } first, { } last, "list") => IsList(first, last) ? Between(first, last) : default,
            ({ } first, { } last, _) => Between(first, last),
            ({ When.From: { } first }, null, "inside") => (first, null),
            ({ When.To: { } last } time, null, "outside") => (last.PlusDays(Beside(time)), null),
            (null, { When.To: { } last }, "inside") => (null, last),
            (null, { When.From: { } first } time, "outside") => ((LocalDate?)null, (LocalDate?)first.PlusDays(-Beside(time))),
            _ => default,
        };
        if (days == default) return;
        Mark(match, "from");
        Mark(match, "to");
        var span = match.Range.In(document);
        _found.Add(new DayInterval(span, new When(days.Item1, days.Item2, document.Text[span], $"{match.Rule.Name}:{(from ?? to)!.By}")));
    }

    /// <summary>All intervals, those of single expressions too.</summary>
    public IEnumerable<DayInterval> Finish()
    {
        for (var i = 0; i < timexes.Length; i++)
            if (!_joined[i] && timexes[i].When is { } when)
                _found.Add(new DayInterval(timexes[i].Span, when));
        return _found;
    }

    /// <summary>
    /// From the first day of one to the last of the other. Two weekdays are told on the same side of the day from which is
    /// told: "was closed from Monday to Friday", read on a Wednesday, lies in the week before.
    /// </summary>
    private static (LocalDate? From, LocalDate? To) Between(Timex first, Timex last)
    {
        if (first.When is not { From: { } from } || last.When is not { To: { } to }) return default;
        if (from <= to) return (from, to);
        if (first.Told is not { Expression.Weekday: not null } || last.Told is not { Expression.Weekday: not null } || Period.DaysBetween(to, from) > 6) return default;
        return first.Told.Context.Direction == TimeDirection.Future ? (from, to.PlusDays(7)) : (from.PlusDays(-7), to);
    }

    /// <summary>After a day is the next one; after an hour of it is still that day.</summary>
    private static int Beside(Timex time) => time.Type == TimexType.Time ? 0 : 1;

    /// <summary>Only times of one length stand in a list: "recent weeks and now" is two things told.</summary>
    private static bool IsList(Timex first, Timex last) =>
        first.Told?.Reading.Point is { } one && last.Told?.Reading.Point is { } other && one.Grain == other.Grain;

    private Timex? At(RuleMatch match, string part) => IndexOf(match, part) is { } index ? timexes[index] : null;

    private void Mark(RuleMatch match, string part)
    {
        if (IndexOf(match, part) is { } index) _joined[index] = true;
    }

    private int? IndexOf(RuleMatch match, string part) => match.Capture(part) is { } range
        ? LayerSearch.FirstFrom(timexes, document.Tokens[range.First].Span.Start)
        : null;
}
