using NodaTime;

namespace Chancery.Extraction.Times;

/// <summary>
/// What a modifier does to the days of a reading, never to its value: "early 2021" lies in the first half of it, "earlier
/// this month" before the day from which is told, "about five months ago" in a month beside, too, and "more than two
/// years ago" before. Shorter than a week nothing is cut.
/// </summary>
internal static class Modifiers
{
    private const int Shortest = 7;

    /// <summary>The reading with the days that the modifier leaves.</summary>
    public static TimexReading Apply(TimexReading reading, TimeExpression expression, LocalDate? anchor)
    {
        if (reading is not { From: { } from, To: { } to, Point: not null }) return reading;
        if (expression.Beside is { } side) return BesideDay(reading, side, anchor);
        var length = Period.DaysBetween(from, to) + 1;
        return expression.Mod switch
        {
            "START" when length >= Shortest => reading with { To = from.PlusDays((length + 1) / 2 - 1) },
            "MID" when length >= Shortest => reading with { From = from.PlusDays(length / 4), To = to.PlusDays(-(length / 4)) },
            "END" when length >= Shortest => reading with { From = to.PlusDays(-((length + 1) / 2 - 1)) },
            "APPROX" when reading.Type == TimexType.Date => Widened(reading, length),
            _ when expression.Kind == TimeKind.Offset && anchor is { } day => Bounded(reading, expression, day),
            _ => reading,
        };
    }

    private static TimexReading BesideDay(TimexReading reading, int side, LocalDate? anchor)
    {
        if (anchor is not { } day || day < reading.From || day > reading.To) return reading;
        return side < 0 ? reading with { To = day } : reading with { From = day };
    }

    private static TimexReading Widened(TimexReading reading, int by) => reading.Point is { First.Year: > -8000 and < 8000 }
        ? reading with { From = reading.From?.PlusDays(-by), To = reading.To?.PlusDays(by) }
        : reading;

    private static TimexReading Bounded(TimexReading reading, TimeExpression expression, LocalDate anchor) => (expression.Mod, expression.Shift) switch
    {
        ("MORE_THAN" or "EQUAL_OR_MORE", < 0) => reading with { From = null },
        ("MORE_THAN" or "EQUAL_OR_MORE", > 0) => reading with { To = null },
        ("LESS_THAN" or "EQUAL_OR_LESS", < 0) when reading.To < anchor => reading with { To = anchor },
        ("LESS_THAN" or "EQUAL_OR_LESS", > 0) when reading.From > anchor => reading with { From = anchor },
        _ => reading,
    };
}
