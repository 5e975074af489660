using NodaTime;

namespace Chancery.Extraction.Intake.Lines;

/// <summary>A date written in a line: a day, or a day of which the order of day and month is open, or one without a year.</summary>
/// <param name="Year">The year; <see langword="null"/> if none is written.</param>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31.</param>
/// <param name="IsAmbiguous">True if day and month may be exchanged (05/06/2023).</param>
/// <param name="Start">First character in the line.</param>
/// <param name="End">The character after the last.</param>
internal readonly record struct DayMention(int? Year, int Month, int Day, bool IsAmbiguous, int Start, int End)
{
    /// <summary>First and last day it can be; <see langword="null"/> if there is no such day.</summary>
    /// <param name="year">The year to take if none is written.</param>
    public (LocalDate From, LocalDate To)? ToDays(int? year = null)
    {
        if ((Year ?? year) is not { } known) return null;
        if (MakeDay(known, Month, Day) is not { } one) return null;
        if (!IsAmbiguous || MakeDay(known, Day, Month) is not { } other) return (one, one);
        return one < other ? (one, other) : (other, one);
    }

    private static LocalDate? MakeDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
