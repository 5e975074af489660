namespace Chancery.Extraction.Places;

/// <summary>A place of the gazetteer, by number.</summary>
/// <param name="Number">Counted through all parts.</param>
/// <param name="IsAlias">True if it was found under another name than its first.</param>
internal readonly record struct PlaceEntry(int Number, bool IsAlias);

/// <summary>Places by name: the packed file, with our own table and perhaps a list of villages beside it. Immutable; safe to share.</summary>
internal sealed class PlaceGazetteer
{
    private readonly GazetteerPart[] _parts;
    private readonly int[] _firsts;
    private readonly Dictionary<string, string> _alpha3;
    private readonly Dictionary<string, string> _alpha2;
    private readonly Dictionary<(string, string), int> _provinces = [];

    public PlaceGazetteer(params GazetteerPart[] parts)
    {
        _parts = parts;
        _firsts = new int[parts.Length];
        for (var i = 1; i < parts.Length; i++) _firsts[i] = _firsts[i - 1] + parts[i - 1].Count;
        _alpha3 = parts.SelectMany(part => part.Countries).DistinctBy(pair => pair.Alpha2).ToDictionary(pair => pair.Alpha2, pair => pair.Alpha3);
        _alpha2 = _alpha3.ToDictionary(pair => pair.Value, pair => pair.Key);
        for (var number = parts[0].Count - 1; number >= 0; number--)
        {
            if (parts[0].KindOf(number) == PlaceKind.Province) _provinces[(parts[0].CountryOf(number), parts[0].Admin1Of(number))] = number;
            if (parts[0].KindOf(number) == PlaceKind.Country) _provinces[(parts[0].CountryOf(number), "")] = number;
        }
    }

    /// <summary>How many places.</summary>
    public int Count => _firsts[^1] + _parts[^1].Count;

    /// <summary>The places of a name, in the order of the parts.</summary>
    public List<PlaceEntry> Find(ReadOnlySpan<char> name)
    {
        var (found, part) = (new List<PlaceEntry>(), new List<int>());
        var (key, exact) = (PlaceKey.Of(name), PlaceKey.Exact(name));
        for (var i = 0; i < _parts.Length; i++)
        {
            part.Clear();
            _parts[i].Find(key, part);
            if (i > 0) _parts[i].Find(exact, part);
            foreach (var place in part) found.Add(place >= 0 ? new PlaceEntry(_firsts[i] + place, false) : new PlaceEntry(_firsts[i] + ~place, i == 0));
        }

        return found;
    }

    /// <summary>True if some place is called so.</summary>
    public bool Has(ReadOnlySpan<char> name)
    {
        var (key, exact) = (PlaceKey.Of(name), PlaceKey.Exact(name));
        foreach (var part in _parts)
            if (part.Has(key) || part.Has(exact))
                return true;
        return false;
    }

    /// <summary>True if our own tables know a place or people of that name.</summary>
    public bool IsTabled(ReadOnlySpan<char> name) => _parts.Length > 1 && (_parts[1].Has(PlaceKey.Of(name)) || _parts[1].Has(PlaceKey.Exact(name)));

    public string NameOf(int place) => At(place, (part, i) => part.NameOf(i));

    public PlaceKind KindOf(int place) => At(place, (part, i) => part.KindOf(i));

    /// <summary>ISO 3166-1 alpha-2; empty for what belongs to no country.</summary>
    public string CountryOf(int place) => At(place, (part, i) => part.CountryOf(i));

    /// <summary>GeoNames' code of the first-level division within the country; empty if none is known.</summary>
    public string Admin1Of(int place) => At(place, (part, i) => part.Admin1Of(i));

    /// <summary>The natural logarithm of one more than the population.</summary>
    public float PopulationOf(int place) => At(place, (part, i) => part.PopulationOf(i));

    public double LatOf(int place) => At(place, (part, i) => part.LatOf(i));

    public double LonOf(int place) => At(place, (part, i) => part.LonOf(i));

    /// <summary>ISO 3166-1 alpha-3 of an alpha-2 code, or <see langword="null"/>.</summary>
    public string? Alpha3(string alpha2) => _alpha3.GetValueOrDefault(alpha2);

    /// <summary>ISO 3166-1 alpha-2 of an alpha-3 code, or <see langword="null"/>.</summary>
    public string? Alpha2(string alpha3) => _alpha2.GetValueOrDefault(alpha3);

    /// <summary>The country itself, by its alpha-2 code.</summary>
    public int? Country(string alpha2) => _provinces.TryGetValue((alpha2, ""), out var place) ? place : null;

    /// <summary>The first-level division of that code.</summary>
    public int? Province(string alpha2, string admin1) => admin1.Length > 0 && _provinces.TryGetValue((alpha2, admin1), out var place) ? place : null;

    private T At<T>(int place, Func<GazetteerPart, int, T> read)
    {
        var part = _parts.Length - 1;
        while (part > 0 && place < _firsts[part]) part--;
        return read(_parts[part], place - _firsts[part]);
    }
}
