using Chancery.Record;

namespace Chancery.Extraction.Places;

/// <summary>One row of numbers for each place a name may mean, for the ranker. The same rows in training and in use.</summary>
internal sealed class PlaceFeatures
{
    /// <summary>Counted up whenever a row means something else.</summary>
    public const ulong Templates = 0x506C_6163_6573_0003;

    /// <summary>Numbers in a row.</summary>
    public const int Width = 46;

    private const int Others = 40;
    private const double Far = 20_000;

    private readonly PlaceContext _context;
    private readonly PlaceGazetteer _gazetteer;
    private readonly OutletHome _home;
    private readonly (ulong Key, double Lat, double Lon, double Sure)[] _points;
    private readonly double _names;

    public PlaceFeatures(PlaceContext context, Report report)
    {
        (_context, _gazetteer) = (context, context.Gazetteer);
        _home = new OutletHome(report.Outlet);
        _names = Math.Max(1, context.Distinct.Count);
        _points = [.. context.Distinct
            .Where(name => _gazetteer.KindOf(name.Candidates[0].Number) is not (PlaceKind.Country or PlaceKind.Continent))
            .Take(Others)
            .Select(name => (name.Key, _gazetteer.LatOf(name.Candidates[0].Number), _gazetteer.LonOf(name.Candidates[0].Number), name.Priors[0]))];
    }

    /// <summary>The rows of a name, one for each candidate in order.</summary>
    public float[][] Rows(Toponym name)
    {
        var rows = new float[name.Candidates.Count][];
        var cue = _context.CueOf(name);
        var largest = name.Candidates.Max(candidate => _gazetteer.PopulationOf(candidate.Number));
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[Width];
            FillPlace(rows[i], name, i, largest);
            FillText(rows[i], name, name.Candidates[i].Number, cue);
            FillReport(rows[i], name, name.Candidates[i].Number);
            FillNear(rows[i], name, name.Candidates[i].Number);
        }

        FillRivals(rows);
        FillTwins(rows, name);
        return rows;
    }

    private void FillPlace(float[] row, Toponym name, int index, float largest)
    {
        var place = name.Candidates[index].Number;
        var (kind, population) = (_gazetteer.KindOf(place), _gazetteer.PopulationOf(place));
        row[0] = kind == PlaceKind.Country ? 1 : 0;
        row[1] = kind == PlaceKind.Province ? 1 : 0;
        row[2] = kind == PlaceKind.District ? 1 : 0;
        row[3] = kind == PlaceKind.Capital ? 1 : 0;
        row[4] = kind == PlaceKind.Seat ? 1 : 0;
        row[5] = kind == PlaceKind.Section ? 1 : 0;
        row[6] = kind >= PlaceKind.Region ? 1 : 0;
        row[7] = population;
        row[8] = population - largest;
        row[9] = name.Candidates[index].IsAlias ? 1 : 0;
        row[10] = string.Equals(_gazetteer.NameOf(place), name.Text, StringComparison.Ordinal) ? 1 : 0;
        row[11] = name.Candidates.Count;
        row[12] = index;
        row[13] = (float)name.Priors[index];
        row[14] = name.Text.Length;
    }

    private void FillText(float[] row, Toponym name, int place, PlaceKind? cue)
    {
        row[15] = _context.Contained(name, place);
        row[16] = _context.IsContained(name) && row[15] == 0 ? 1 : 0;
        row[17] = _context.Contains(name, place);
        row[18] = cue is { } said ? PlaceChoice.Fits(said, _gazetteer.KindOf(place)) ? 1 : -1 : 0;
        row[19] = cue is { } word ? (int)word + 1 : 0;
        row[20] = name.Use == PlaceUse.People ? 1 : 0;
        row[21] = name.Use == PlaceUse.Name ? 1 : 0;
        row[22] = (int)name.Match;
        row[23] = _context.IsIn(name) ? 1 : 0;
    }

    private void FillReport(float[] row, Toponym name, int place)
    {
        var (country, admin1) = (_gazetteer.CountryOf(place), _gazetteer.Admin1Of(place));
        row[24] = (float)_context.CountryWeight(country, name);
        row[25] = (float)(_context.CountryWeight(country, name) / _names);
        row[26] = (float)_context.ProvinceWeight(country, admin1, name);
        row[27] = (float)(_context.ProvinceWeight(country, admin1, name) / _names);
        row[28] = _context.Named(country);
        row[29] = _context.Named(country, admin1);
        row[30] = _home.Country.Length == 0 ? 0 : _home.Country == country ? 1 : -1;
        row[31] = _home.IsUnknown ? -1 : _home.Holds(_gazetteer.NameOf(place)) ? 1 : 0;
        row[32] = _gazetteer.Province(country, admin1) is { } province && _home.Holds(_gazetteer.NameOf(province)) ? 1 : 0;
        row[33] = _gazetteer.Country(country) is { } state && _home.Holds(_gazetteer.NameOf(state)) ? 1 : 0;
        row[34] = (float)_names;
        row[35] = country == "US" ? 1 : 0;
    }

    private void FillNear(float[] row, Toponym name, int place)
    {
        var (lat, lon) = (_gazetteer.LatOf(place), _gazetteer.LonOf(place));
        var (nearest, weight) = (Far, 0.0);
        foreach (var (key, otherLat, otherLon, sure) in _points)
        {
            if (key == name.Key) continue;
            var far = Distances.Kilometres(lat, lon, otherLat, otherLon);
            nearest = Math.Min(nearest, far);
            weight += sure / (1 + far / 100);
        }

        row[36] = (float)Math.Log(1 + nearest);
        row[37] = (float)weight;
        row[38] = (float)(weight / _names);
    }

    /// <summary>How a place stands against its best rival, in what speaks of the report.</summary>
    private static void FillRivals(float[][] rows)
    {
        foreach (var (source, target) in new[] { (24, 39), (26, 40), (37, 41), (15, 42), (13, 43) })
            for (var i = 0; i < rows.Length; i++)
            {
                var best = 0f;
                for (var other = 0; other < rows.Length; other++)
                    if (other != i) best = Math.Max(best, rows[other][source]);
                rows[i][target] = rows[i][source] - best;
            }
    }

    /// <summary>A division that a town of its own name lies in, and such a town: "Donetsk" alone is the town.</summary>
    private void FillTwins(float[][] rows, Toponym name)
    {
        for (var i = 0; i < rows.Length; i++)
            for (var other = 0; other < rows.Length; other++)
            {
                var (division, town) = (name.Candidates[i].Number, name.Candidates[other].Number);
                if (!IsDivision(division) || _gazetteer.KindOf(town) is not (PlaceKind.Capital or PlaceKind.Seat or PlaceKind.Town)) continue;
                if (_gazetteer.CountryOf(division) != _gazetteer.CountryOf(town) || _gazetteer.Admin1Of(division) != _gazetteer.Admin1Of(town)) continue;
                rows[i][44] = Math.Max(rows[i][44], _gazetteer.PopulationOf(town));
                rows[other][45] = 1;
            }
    }

    private bool IsDivision(int place) => _gazetteer.KindOf(place) is PlaceKind.Province or PlaceKind.District;
}
