using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>
/// Takes a place for each name: the one that the ranker puts first, unless the text says otherwise in so many words. "Paris, Texas" lies in Texas;
/// "Kandahar province" is the province and not its seat; a bare name is the town, not the district around it, and the capital, not its province.
/// </summary>
internal sealed class PlaceChoice
{
    private const double Near = 161;
    private static readonly ulong CommaKey = TokenKey.Of(",");
    private readonly PlaceGazetteer _gazetteer;
    private readonly ImmutableArray<Token> _tokens;
    private readonly IReadOnlyList<Toponym> _names;
    private readonly IReadOnlyList<int[]> _scores;
    private readonly int[] _chosen;

    public PlaceChoice(Document document, PlaceGazetteer gazetteer, PlaceContext context, IReadOnlyList<Toponym> names, IReadOnlyList<int[]> scores)
    {
        (_gazetteer, _tokens, _names, _scores, _chosen) = (gazetteer, document.Tokens, names, scores, new int[names.Count]);
        for (var i = 0; i < names.Count; i++) _chosen[i] = Best(i, _ => true);
        for (var i = 0; i + 1 < names.Count; i++) LieIn(i);
        for (var i = 0; i < names.Count; i++)
            if (_chosen[i] >= 0) Fit(i, context.CueOf(names[i]));
    }

    /// <summary>The number of the candidate taken for a name; −1 where there is none.</summary>
    public int this[int name] => _chosen[name];

    /// <summary>True if a place of that kind may be called so.</summary>
    public static bool Fits(PlaceKind said, PlaceKind kind) => said switch
    {
        PlaceKind.Town => kind is PlaceKind.Capital or PlaceKind.Seat or PlaceKind.Town or PlaceKind.Section,
        PlaceKind.Section => kind is PlaceKind.Section or PlaceKind.Town,
        PlaceKind.Province => kind is PlaceKind.Province or PlaceKind.District or PlaceKind.Region,
        PlaceKind.Landform => kind is PlaceKind.Landform or PlaceKind.Region,
        _ => kind == said,
    };

    private int Best(int name, Func<int, bool> suits)
    {
        var best = -1;
        for (var i = 0; i < _scores[name].Length; i++)
            if ((best < 0 || _scores[name][i] > _scores[name][best]) && suits(_names[name].Candidates[i].Number))
                best = i;
        return best;
    }

    private int PlaceOf(int name) => _names[name].Candidates[_chosen[name]].Number;

    /// <summary>"Paris, Texas": the first name lies in the division or state that stands behind its comma, if a place of that name does.</summary>
    private void LieIn(int name)
    {
        var (inner, outer) = (_names[name].Range, _names[name + 1].Range);
        if (_chosen[name] < 0 || _chosen[name + 1] < 0 || outer.First != inner.End + 1 || _tokens[inner.End].Key != CommaKey) return;
        var (place, whole) = (PlaceOf(name), PlaceOf(name + 1));
        if (_gazetteer.KindOf(place) == PlaceKind.Country || _gazetteer.KindOf(whole) is not (PlaceKind.Province or PlaceKind.Country) || IsIn(place, whole)) return;
        if (Best(name, candidate => IsIn(candidate, whole)) is >= 0 and var better) _chosen[name] = better;
    }

    private bool IsIn(int part, int whole) =>
        part != whole && _gazetteer.CountryOf(part) == _gazetteer.CountryOf(whole) && _gazetteer.KindOf(part) != PlaceKind.Country &&
        (_gazetteer.KindOf(whole) == PlaceKind.Country || (_gazetteer.Admin1Of(part) == _gazetteer.Admin1Of(whole) && _gazetteer.KindOf(part) != PlaceKind.Province));

    /// <summary>Takes the place of the kind that the text says, among those at the same spot; a district, or the province of a capital, only where the text says so.</summary>
    private void Fit(int name, PlaceKind? cue)
    {
        var place = PlaceOf(name);
        var kind = _gazetteer.KindOf(place);
        if (kind == cue) return;
        var better = cue is { } said ? Best(name, candidate => _gazetteer.KindOf(candidate) == said && IsThere(candidate, place)) : -1;
        if (better < 0 && cue is { } wide && !Fits(wide, kind)) better = Best(name, candidate => Fits(wide, _gazetteer.KindOf(candidate)) && IsThere(candidate, place));
        if (better < 0 && kind == PlaceKind.District && cue is null) better = Best(name, candidate => Fits(PlaceKind.Town, _gazetteer.KindOf(candidate)) && IsThere(candidate, place));
        if (better < 0 && kind == PlaceKind.Province && cue is null) better = Best(name, candidate => _gazetteer.KindOf(candidate) == PlaceKind.Capital && IsThere(candidate, place));
        if (better >= 0) _chosen[name] = better;
    }

    private bool IsThere(int candidate, int place) =>
        _gazetteer.CountryOf(candidate) == _gazetteer.CountryOf(place) &&
        Distances.Kilometres(_gazetteer.LatOf(candidate), _gazetteer.LonOf(candidate), _gazetteer.LatOf(place), _gazetteer.LonOf(place)) <= Near;
}
