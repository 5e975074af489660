namespace Chancery.Extraction.Places;

/// <summary>
/// Merges places of several lists into one gazetteer. Knows no paths. Two entries are the same place if country, kind of place and name agree and
/// they lie within a twentieth of a degree (5 km); the larger population and all names are kept. The same places give the same bytes.
/// </summary>
public sealed class GazetteerBuilder
{
    private const double Near = 0.05;
    private const int LongestAlias = 40;
    private readonly List<(string Alpha2, string Alpha3)> _countries = [];
    private readonly List<GazetteerPlace> _places = [];
    private readonly Dictionary<(string Country, ulong Key), List<int>> _towns = [];

    /// <summary>How many places there are.</summary>
    public int Count => _places.Count;

    /// <summary>Adds the codes of a country.</summary>
    public void AddCountry(string alpha2, string alpha3) => _countries.Add((alpha2, alpha3));

    /// <summary>Adds a place, or its names to one that is there.</summary>
    public void Add(GazetteerPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Kind is not (PlaceKind.Capital or PlaceKind.Seat or PlaceKind.Town or PlaceKind.Section))
        {
            _places.Add(Clean(place));
            return;
        }

        if (Same(place) is { } known)
        {
            var before = _places[known];
            _places[known] = Clean(before with
            {
                Population = Math.Max(before.Population, place.Population),
                Admin1 = before.Admin1.Length > 0 ? before.Admin1 : place.Admin1,
                Aliases = [.. before.Aliases, .. place.Aliases],
            });
            return;
        }

        Index(place.Country, PlaceKey.Of(place.Name), _places.Count);
        _places.Add(Clean(place));
    }

    /// <summary>The bytes.</summary>
    public byte[] ToBytes() => GazetteerFile.Write(_countries, _places);

    private int? Same(GazetteerPlace place)
    {
        if (!_towns.TryGetValue((place.Country, PlaceKey.Of(place.Name)), out var numbers)) return null;
        foreach (var number in numbers)
            if (Math.Abs(_places[number].Lat - place.Lat) <= Near && Math.Abs(_places[number].Lon - place.Lon) <= Near)
                return number;
        return null;
    }

    private void Index(string country, ulong key, int number)
    {
        if (!_towns.TryGetValue((country, key), out var numbers)) _towns[(country, key)] = numbers = [];
        numbers.Add(number);
    }

    private static GazetteerPlace Clean(GazetteerPlace place)
    {
        var seen = new HashSet<ulong> { PlaceKey.Of(place.Name) };
        return place with { Aliases = [.. place.Aliases.Where(alias => IsLatin(alias) && seen.Add(PlaceKey.Of(alias))).Order(StringComparer.Ordinal)] };
    }

    /// <summary>A name in Latin letters that begins with a capital. Short ones in capitals alone are codes of airports, and left out.</summary>
    private static bool IsLatin(string alias) =>
        alias.Length is > 2 and <= LongestAlias && char.IsUpper(alias[0]) && (alias.Length > 4 || alias.Any(char.IsLower)) &&
        alias.All(letter => letter < '\u0250' || letter is (>= '\u1E00' and < '\u1F00') or '\u2019' or '\u02BC');
}
