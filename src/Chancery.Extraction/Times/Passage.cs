using Chancery.Text;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>
/// The time of which a passage tells that recalls what was long before: "In March 2020 … the next month … that autumn".
/// It begins with a month, a season or a day whose year is said (a bare year as often only compares) and ends with its paragraph, unless the next one begins with "the next month".
/// </summary>
internal sealed class Passage(Document document)
{
    private int _from;

    /// <summary>The time last told of in it, or <see langword="null"/> outside of such a passage.</summary>
    public TimePoint? Point { get; private set; }

    /// <summary>The expression as it is meant here: "the next month" hangs on the passage's time if there is one and the clause does not look ahead.</summary>
    public TimeCore Placed(TimeCore core, TimeDirection direction)
    {
        var hangs = core.Expression.Manner is 'a' or 'b';
        if (Point is not null && !hangs && BreaksBefore(core.First)) Point = null;
        _from = core.First;
        if (core.Expression.Manner != 'b') return core;
        return core with { Expression = core.Expression with { Manner = Point is not null && direction != TimeDirection.Future ? 'a' : default } };
    }

    /// <summary>True if a month, a season or a feast without year, or a unit told of by its order, is told of in the passage.</summary>
    public bool Tells(TimeCore core, TimeDirection direction) => Point is not null && direction is TimeDirection.Past or TimeDirection.Unknown
        && core.Expression is { Manner: 'a' } or { Kind: TimeKind.Calendar, Year: null, Named: null, Shift: null, Decade: null, Century: null, Weekday: null };

    /// <summary>Takes note of the time that the text goes on to speak of.</summary>
    /// <param name="core">The expression.</param>
    /// <param name="reading">Its time.</param>
    /// <param name="before">What began later is told as near; <see langword="null"/> if the report's day is not known.</param>
    public void Move(TimeCore core, TimexReading reading, LocalDate? before)
    {
        var opens = core.Expression is { Kind: TimeKind.Calendar, Year: not null } and ({ Month: not null } or { Season: not null });
        if (opens && reading.Point?.Last < before) Point = reading.Point;
        else if (Point is not null) Point = reading.Point?.Last < before ? reading.Point : null;
    }

    private bool BreaksBefore(int token)
    {
        for (var i = _from + 1; i <= token; i++)
            if (document.Tokens[i].Is(TokenShape.ParagraphBefore))
                return true;
        return false;
    }
}
