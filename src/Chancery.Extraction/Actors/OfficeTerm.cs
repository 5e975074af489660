using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Extraction.Actors;

/// <summary>An office that a person held, as far as a table says.</summary>
/// <param name="Sector">PLOVER sector; <c>-</c> if none is known.</param>
/// <param name="Title">The office.</param>
/// <param name="From">First day it may have been held.</param>
/// <param name="To">Last day it may have been held; <see langword="null"/> if no end is known.</param>
/// <param name="Country">Whose office, if not the person's own state's.</param>
public sealed record OfficeTerm(string Sector, string Title, LocalDate From, LocalDate? To, string? Country)
{
    /// <summary>Reads <c>GOV foreign minister 2013-12..2018-03 EUR</c>: a year alone is the whole year, a month the whole month; either end may be missing.</summary>
    /// <exception cref="FormatException">It is not so written.</exception>
    public static OfficeTerm Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ');
        var at = Array.FindIndex(words, word => word.Contains("..", StringComparison.Ordinal));
        if (at < 2) throw new FormatException($"'{text}' is no term: SECTOR title FROM..TO [CODE].");
        var days = words[at].Split("..");
        if (days.Length != 2) throw new FormatException($"'{words[at]}' is no time: FROM..TO.");
        return new OfficeTerm(
            words[0], string.Join(' ', words[1..at]), First(days[0]), days[1].Length == 0 ? null : Last(days[1]), at + 1 < words.Length ? words[at + 1] : null);
    }

    /// <summary>True for those who lead a state or its government.</summary>
    public bool IsLeading => Title is "president" or "prime minister" or "chancellor" or "king" or "queen" or "emir" or "sultan" or "supreme leader";

    /// <summary>True if it may have been held on that day.</summary>
    public bool Holds(LocalDate day) => From <= day && (To is not { } to || day <= to);

    /// <summary>The term as <see cref="Read"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Sector} {Title} {(From == LocalDate.MinIsoValue ? "" : Day(From))}..{(To is { } to ? Day(to) : "")}{(Country is null ? "" : " " + Country)}");

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate First(string text)
    {
        if (text.Length == 0) return LocalDate.MinIsoValue;
        var parts = text.Split('-');
        var (year, month, day) = (Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : 1, parts.Length > 2 ? Number(parts[2]) : 1);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) throw new FormatException($"'{text}' is no day.");
        return new LocalDate(year, month, day);
    }

    private static LocalDate Last(string text) => text.Split('-').Length switch
    {
        1 => First(text).PlusYears(1).PlusDays(-1),
        2 => First(text).PlusMonths(1).PlusDays(-1),
        _ => First(text),
    };

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{text}' is no part of a day.");
}
