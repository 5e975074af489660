using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Text.Lexicons;
using NodaTime;

namespace Chancery.Extraction.Actors;

/// <summary>
/// Reads actor dictionaries of PETRARCH and Phoenix: <c>NAME_ [CODE]</c>, synonyms after <c>+</c>, codes for a time on lines of their own:
/// <c>[RUSGOV 000507-080507]</c>, <c>[RUSELI &gt;080507]</c>. Days are six figures (years to 30 are of this century) or eight.
/// </summary>
internal sealed partial class PetrarchActors(ActorImport import, Resources resources)
{
    private const int LastYearOfThisCentury = 30;
    private readonly Lexicon _roles = resources.Lexicon("cameo-roles");
    private readonly HashSet<string> _countries = [.. resources.Lexicon("countries").Entries.Select(entry => entry.Field(0)), "IGO", "IMG", "NGO", "MNC", "UNO", "EUR"];
    private readonly List<string> _names = [];
    private readonly List<(string Country, OfficeTerm Term)> _terms = [];

    public void Read(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Comment().Replace(lines[i], "").TrimEnd();
            if (line.Length == 0) continue;
            if (line[0] == '+') AddName(i, line[1..]);
            else if (char.IsWhiteSpace(line[0]) || line[0] == '[') AddCodes(i, line);
            else
            {
                Close();
                AddName(i, line);
            }
        }

        Close();
    }

    private void AddName(int line, string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var name = Spaces().Replace((bracket < 0 ? text : text[..bracket]).Replace('_', ' '), " ").Trim();
        if (name.Length == 0 || name[0] is '<' or '&') import.Fault(line + 1, ActorImportCodes.NoActor, $"'{text.Trim()}' is no name.");
        else _names.Add(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()));
        if (bracket >= 0) AddCodes(line, text[bracket..]);
    }

    private void AddCodes(int line, string text)
    {
        var codes = Code().Matches(text);
        if (codes.Count == 0 || _names.Count == 0) import.Fault(line + 1, ActorImportCodes.NoActor, $"'{text.Trim()}' is no code of an actor.");
        else
            foreach (Match code in codes) AddCode(line, code.Groups[1].Value, code.Groups[2].Value.Trim());
    }

    private void AddCode(int line, string code, string time)
    {
        var parts = code.Chunk(3).Select(part => new string(part)).ToList();
        var country = _countries.Contains(parts[0]) ? parts[0] : "";
        if (country == "IGO" && parts.Contains("UNO")) country = "UNO";
        var roles = parts.Skip(country.Length > 0 ? 1 : 0).Prepend(country is "NGO" or "MNC" ? country : "")
            .Select(part => _roles.Find(part)?.Field(0)).OfType<string>().ToList();
        if (country is "NGO" or "MNC") country = "";
        if (country.Length == 0 && roles.Count == 0)
        {
            import.Fault(line + 1, ActorImportCodes.NoCode, $"'{code}' names neither a country nor a role.");
            return;
        }

        if (Time(time) is { } days) _terms.Add((country, new OfficeTerm(roles.FirstOrDefault() ?? "-", "actor", days.From, days.To, null)));
        else import.Fault(line + 1, ActorImportCodes.NoDay, $"'{time}' is no time: YYMMDD-YYMMDD, <YYMMDD or >YYMMDD.");
    }

    private static (LocalDate From, LocalDate? To)? Time(string time)
    {
        if (time.Length == 0) return (LocalDate.MinIsoValue, null);
        if (time[0] == '<') return Day(time[1..]) is { } before ? (LocalDate.MinIsoValue, before) : null;
        if (time[0] == '>') return Day(time[1..]) is { } after ? (after, null) : null;
        var ends = time.Split('-');
        return ends.Length == 2 && Day(ends[0]) is { } from && Day(ends[1]) is { } to && from <= to ? (from, to) : null;
    }

    private static LocalDate? Day(string text)
    {
        text = text.Trim();
        if (text.Length is not (6 or 8) || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var year = number / 10000;
        if (text.Length == 6) year += year <= LastYearOfThisCentury ? 2000 : 1900;
        var (month, day) = (number / 100 % 100, number % 100);
        return year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month) ? null : new LocalDate(year, month, day);
    }

    private void Close()
    {
        foreach (var (country, term) in _names.Count > 0 ? _terms : []) import.Add(_names[0], _names.Skip(1), country, term);
        _names.Clear();
        _terms.Clear();
    }

    [GeneratedRegex(@"\s*[;#].*$|<!--.*?-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\[([A-Z]{3}(?:[A-Z]{3})*)([^\]]*)\]")]
    private static partial Regex Code();
}
