using System.Globalization;
using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Places;

/// <summary>Our own tables of places, as a part of the gazetteer: what packages lack, and the names and peoples of states.</summary>
internal static class PlaceTables
{
    /// <summary>The part; states take their point from <paramref name="packed"/>.</summary>
    /// <exception cref="FormatException">A row has a kind, code or number that cannot be read.</exception>
    public static GazetteerPart Read(GazetteerPart packed, Lexicon places, Lexicon countries)
    {
        var codes = packed.Countries.ToDictionary(pair => pair.Alpha3, pair => pair.Alpha2, StringComparer.Ordinal);
        var points = Enumerable.Range(0, packed.Count).Where(i => packed.KindOf(i) == PlaceKind.Country).ToDictionary(packed.CountryOf, i => i, StringComparer.Ordinal);
        var rows = places.Entries.Select(entry => PlaceOf(places.Name, entry, codes)).Concat(
            from entry in countries.Entries
            where entry.Field(1) is "name" or "demonym" && codes.ContainsKey(entry.Field(0))
            let state = points[codes[entry.Field(0)]]
            select new GazetteerPlace(entry.Field(2), PlaceKind.Country, packed.CountryOf(state), "", packed.LatOf(state), packed.LonOf(state), (long)Math.Exp(packed.PopulationOf(state)))
            { Aliases = [FormOf(entry)] });
        return new GazetteerPart(GazetteerFile.Write([], rows));
    }

    private static GazetteerPlace PlaceOf(string table, LexiconEntry entry, Dictionary<string, string> codes)
    {
        if (!Enum.TryParse<PlaceKind>(entry.Field(0), ignoreCase: true, out var kind) || (entry.Field(1).Length > 0 && !codes.ContainsKey(entry.Field(1))))
            throw new FormatException($"{table}:{entry.Line}: there is no kind '{entry.Field(0)}' or no state '{entry.Field(1)}'.");
        return new GazetteerPlace(
            entry.Field(5).Length > 0 ? entry.Field(5) : entry.Form, kind, entry.Field(1).Length > 0 ? codes[entry.Field(1)] : "", entry.Field(2),
            Number(table, entry, 3), Number(table, entry, 4), 0)
        { Aliases = [FormOf(entry)] };
    }

    private static string FormOf(LexiconEntry entry) => entry.ExactCase ? "=" + entry.Form : entry.Form;

    private static double Number(string table, LexiconEntry entry, int field) =>
        double.TryParse(entry.Field(field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{table}:{entry.Line}: '{entry.Field(field)}' is no number of degrees.");
}
