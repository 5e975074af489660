using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>
/// What a report says that tells between places of one name: which states and divisions are spoken of, what stands beside the name, and who prints it.
/// </summary>
internal sealed class PlaceContext
{
    private const int Reach = 3;
    private static readonly ulong CommaKey = TokenKey.Of(",");
    private static readonly ulong OfKey = TokenKey.Of("of");
    private static readonly ulong OpenKey = TokenKey.Of("(");
    private static readonly ulong InKey = TokenKey.Of("in");
    private static readonly ulong PossessiveKey = TokenKey.Of("'s");

    private readonly Document _document;
    private readonly ImmutableArray<Token> _tokens;
    private readonly PlaceGazetteer _gazetteer;
    private readonly Lexicon _kinds;
    private readonly IReadOnlyList<Toponym> _names;
    private readonly Dictionary<ulong, Toponym> _distinct = [];
    private readonly Dictionary<string, double> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), double> _provinces = [];
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _namedProvinces = [];
    private readonly Dictionary<(ulong Name, int Place), int> _contained = [];
    private readonly HashSet<ulong> _anyContained = [];
    private readonly Dictionary<(ulong Name, int Place), int> _contains = [];

    /// <param name="document">A document with tokens and sentences.</param>
    /// <param name="names">The names in order; none overlaps another.</param>
    /// <param name="gazetteer">Where the places are looked up.</param>
    /// <param name="kinds">Words that say what a place is.</param>
    public PlaceContext(Document document, IReadOnlyList<Toponym> names, PlaceGazetteer gazetteer, Lexicon kinds)
    {
        (_document, _tokens, _names, _gazetteer, _kinds) = (document, document.Tokens, names, gazetteer, kinds);
        foreach (var name in names)
        {
            if (name.Candidates.Count == 0) continue;
            _distinct.TryAdd(name.Key, name);
            CountNamed(name);
        }

        foreach (var name in _distinct.Values) AddWeights(name);
        for (var i = 0; i + 1 < names.Count; i++) Link(names[i], names[i + 1]);
    }

    public PlaceGazetteer Gazetteer => _gazetteer;

    /// <summary>Each name once.</summary>
    public IReadOnlyCollection<Toponym> Distinct => _distinct.Values;

    /// <summary>The weight, of 1 for each other name of the report, of places in a state.</summary>
    public double CountryWeight(string country, Toponym without) => Less(_countries.GetValueOrDefault(country), without, (_, place) => _gazetteer.CountryOf(place) == country);

    /// <summary>The same for a first-level division.</summary>
    public double ProvinceWeight(string country, string admin1, Toponym without) => admin1.Length == 0 ? 0
        : Less(_provinces.GetValueOrDefault((country, admin1)), without, (_, place) => _gazetteer.CountryOf(place) == country && _gazetteer.Admin1Of(place) == admin1);

    /// <summary>How often the state itself is named.</summary>
    public int Named(string country) => _named.GetValueOrDefault(country);

    /// <summary>How often the division itself is named.</summary>
    public int Named(string country, string admin1) => admin1.Length == 0 ? 0 : _namedProvinces.GetValueOrDefault((country, admin1));

    /// <summary>3 if the text names the place's division right behind it ("City, State"), 2 its state, 1 something between; 0 if nothing does.</summary>
    public int Contained(Toponym name, int place) => _contained.GetValueOrDefault((name.Key, place));

    /// <summary>True if the text says of some place of that name what it lies in.</summary>
    public bool IsContained(Toponym name) => _anyContained.Contains(name.Key);

    /// <summary>How many names are told to lie in the place.</summary>
    public int Contains(Toponym name, int place) => _contains.GetValueOrDefault((name.Key, place));

    /// <summary>What a word in or beside the name says it is.</summary>
    public PlaceKind? CueOf(Toponym name)
    {
        if (name.Said is { } said) return said;
        if (name.Range.End < _tokens.Length && KindAt(name.Range.End) is { } after) return after;
        if (name.Range.First >= 2 && _tokens[name.Range.First - 1].Key == OfKey && KindAt(name.Range.First - 2) is { } before) return before;
        return name.Range.First >= 1 && KindAt(name.Range.First - 1) is (PlaceKind.Water or PlaceKind.Landform) and var front ? front : null;
    }

    /// <summary>True if "in" stands before the name.</summary>
    public bool IsIn(Toponym name) => name.Range.First >= 1 && _tokens[name.Range.First - 1].Key == InKey;

    private PlaceKind? KindAt(int token) => _kinds.Find(_document.TextOf(_tokens[token])) is { } entry ? PlaceCandidates.KindOf(entry) : null;

    private void CountNamed(Toponym name)
    {
        var place = name.Candidates[0].Number;
        if (_gazetteer.KindOf(place) == PlaceKind.Country) _named[_gazetteer.CountryOf(place)] = Named(_gazetteer.CountryOf(place)) + 1;
        foreach (var candidate in name.Candidates)
            if (_gazetteer.KindOf(candidate.Number) == PlaceKind.Province && (_gazetteer.CountryOf(candidate.Number), _gazetteer.Admin1Of(candidate.Number)) is var area)
                _namedProvinces[area] = _namedProvinces.GetValueOrDefault(area) + 1;
    }

    private void AddWeights(Toponym name)
    {
        for (var i = 0; i < name.Candidates.Count; i++)
        {
            var (country, admin1) = (_gazetteer.CountryOf(name.Candidates[i].Number), _gazetteer.Admin1Of(name.Candidates[i].Number));
            if (country.Length == 0) continue;
            _countries[country] = _countries.GetValueOrDefault(country) + name.Priors[i];
            if (admin1.Length > 0) _provinces[(country, admin1)] = _provinces.GetValueOrDefault((country, admin1)) + name.Priors[i];
        }
    }

    private double Less(double weight, Toponym without, Func<Toponym, int, bool> isThere)
    {
        var own = _distinct.GetValueOrDefault(without.Key);
        if (own is null) return weight;
        for (var i = 0; i < own.Candidates.Count; i++)
            if (isThere(own, own.Candidates[i].Number))
                weight -= own.Priors[i];
        return Math.Max(0, weight);
    }

    /// <summary>"City, State", "City (State)", "the town of X in Y", "Y's X": what the text says of one name lying in the other.</summary>
    private void Link(Toponym first, Toponym second)
    {
        var gap = second.Range.First - first.Range.End;
        if (gap is < 0 or > Reach || first.Key == second.Key) return;
        if (gap == 1 && _tokens[first.Range.End].Key is var key && (key == CommaKey || key == OpenKey || key == InKey)) Contain(first, second);
        else if (gap == 1 && _tokens[first.Range.End].Key == PossessiveKey) Contain(second, first);
        else if (gap == 0) Contain(first, second);
        else if (HoldsIn(first.Range.End, second.Range.First)) Contain(first, second);
    }

    private bool HoldsIn(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_tokens[i].Key == InKey || _tokens[i].Key == CommaKey)
                return true;
        return false;
    }

    private void Contain(Toponym inner, Toponym outer)
    {
        foreach (var whole in outer.Candidates)
        {
            var kind = _gazetteer.KindOf(whole.Number);
            if (kind is not (PlaceKind.Country or PlaceKind.Province or PlaceKind.District or PlaceKind.Capital or PlaceKind.Seat or PlaceKind.Town)) continue;
            foreach (var part in inner.Candidates)
            {
                if (Degree(part.Number, whole.Number, kind) is not (> 0 and var degree)) continue;
                var known = (inner.Key, part.Number);
                _contained[known] = Math.Max(degree, _contained.GetValueOrDefault(known));
                _anyContained.Add(inner.Key);
                _contains[(outer.Key, whole.Number)] = Contains(outer, whole.Number) + 1;
            }
        }
    }

    private int Degree(int part, int whole, PlaceKind kind)
    {
        if (part == whole || _gazetteer.CountryOf(part).Length == 0 || _gazetteer.CountryOf(part) != _gazetteer.CountryOf(whole)) return 0;
        if (_gazetteer.KindOf(part) == PlaceKind.Country) return 0;
        if (kind == PlaceKind.Country) return 2;
        if (_gazetteer.Admin1Of(part) != _gazetteer.Admin1Of(whole) || _gazetteer.Admin1Of(part).Length == 0) return 0;
        if (kind == PlaceKind.Province) return _gazetteer.KindOf(part) == PlaceKind.Province ? 0 : 3;
        return Distances.Kilometres(_gazetteer.LatOf(part), _gazetteer.LonOf(part), _gazetteer.LatOf(whole), _gazetteer.LonOf(whole)) < 60 ? 1 : 0;
    }
}
