using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Record.Briefs;

/// <summary>Days and intervals in English words: <c>16 August 2021</c>, <c>2 to 8 August 2021</c>, <c>July 2021</c>, <c>2021</c>.</summary>
internal static class Days
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("d MMMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern Named = LocalDatePattern.Create("dddd, d MMMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern Month = LocalDatePattern.Create("MMMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern DayAndMonth = LocalDatePattern.Create("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The interval as a heading or label; open ends are <see langword="null"/>.</summary>
    public static string Text(LocalDate? from, LocalDate? to) => (from, to) switch
    {
        (null, null) => "undated",
        (null, { } last) => $"until {Day.Format(last)}",
        ({ } first, null) => $"since {Day.Format(first)}",
        ({ } first, { } last) => Closed(first, last, "to"),
    };

    /// <summary>A heading: a single day with its weekday.</summary>
    public static string Heading(LocalDate? from, LocalDate? to)
    {
        if (from is null && to is null) return "Undated";
        if (from is { } day && from == to) return Named.Format(day);
        var text = Text(from, to);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>The interval behind its preposition: <c>on 16 August 2021</c>, <c>in July 2021</c>.</summary>
    public static (string Preposition, string Text) InSentence(LocalDate? from, LocalDate? to)
    {
        if (from is not { } first || to is not { } last) return ("", Text(from, to));
        if (first == last) return ("on ", Day.Format(first));
        return IsMonth(first, last) || IsYears(first, last) ? ("in ", Text(from, to)) : ("between ", Closed(first, last, "and"));
    }

    private static string Closed(LocalDate first, LocalDate last, string word)
    {
        if (first == last) return Day.Format(first);
        if (IsYears(first, last)) return first.Year == last.Year ? Year(first) : $"{Year(first)} {word} {Year(last)}";
        if (IsMonth(first, last)) return Month.Format(first);
        if (first.Year != last.Year) return $"{Day.Format(first)} {word} {Day.Format(last)}";
        var start = first.Month == last.Month ? first.Day.ToString(CultureInfo.InvariantCulture) : DayAndMonth.Format(first);
        return $"{start} {word} {Day.Format(last)}";
    }

    private static bool IsMonth(LocalDate first, LocalDate last) =>
        first.Day == 1 && first.Year == last.Year && first.Month == last.Month && last.Day == first.Calendar.GetDaysInMonth(last.Year, last.Month);

    private static bool IsYears(LocalDate first, LocalDate last) =>
        first is { Month: 1, Day: 1 } && last is { Month: 12, Day: 31 };

    private static string Year(LocalDate day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
