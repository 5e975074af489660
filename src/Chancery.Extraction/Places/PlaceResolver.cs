using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>Says which place each name of a report means: gathers what may be meant, looks at the whole report, and ranks.</summary>
internal sealed class PlaceResolver(PlaceGazetteer gazetteer, Lexicon kinds, PlaceModel? model)
{
    // Below it most pins would be wrong; the name is kept without one. Held out, this costs 0.1 points of all names and gains 1.3 of those answered.
    private const double LeastCertainty = 0.15;

    private readonly PlaceCandidates _candidates = new(gazetteer, kinds);

    /// <summary>The names with their places, in order.</summary>
    public List<PlaceMention> Resolve(Document document, IEnumerable<PlaceName> names)
    {
        var (context, rows) = Look(document, names);
        var scores = rows.ConvertAll(pair => pair.Rows.Select(row => model!.Trees.Score(row)).ToArray());
        var choice = new PlaceChoice(document, gazetteer, context, [.. rows.Select(pair => pair.Name)], scores);
        return [.. rows.Select((pair, i) => choice[i] >= 0 && CertaintyOf(scores[i]) is >= LeastCertainty and var certainty
            ? Mention(document, pair.Name, choice[i], certainty) : Unknown(document, pair.Name))];
    }

    /// <summary>How likely the best candidate is; a choice that the text forces on the ranker is of the same name, and taken for as likely.</summary>
    private static double CertaintyOf(int[] scores) => 1 / (1 + Math.Exp(-scores.Max() / (double)Text.Learning.BoostedTrees.Scale));

    /// <summary>The names with a row of features for each candidate.</summary>
    public List<(Toponym Name, float[][] Rows)> Rows(Document document, IEnumerable<PlaceName> names) => Look(document, names).Rows;

    /// <summary>The report seen as a whole. A name that only sounds like a place's is left out where none is known.</summary>
    private (PlaceContext Context, List<(Toponym Name, float[][] Rows)> Rows) Look(Document document, IEnumerable<PlaceName> names)
    {
        var toponyms = names.Select(name => (name.IsSure, Toponym: _candidates.Of(document, name)))
            .Where(pair => pair.IsSure || pair.Toponym.Candidates.Count > 0).Select(pair => pair.Toponym).ToList();
        var context = new PlaceContext(document, toponyms, gazetteer, kinds);
        if (toponyms.Count == 0) return (context, []);
        var features = new PlaceFeatures(context, document.Report);
        return (context, toponyms.ConvertAll(name => (name, name.Candidates.Count == 0 ? [] : features.Rows(name))));
    }

    /// <summary>The name as a mention of one of its candidates.</summary>
    public PlaceMention Mention(Document document, Toponym name, int candidate, double certainty)
    {
        var place = name.Candidates[candidate].Number;
        var (country, division, kind) = (gazetteer.CountryOf(place), gazetteer.Admin1Of(place), gazetteer.KindOf(place));
        var province = kind != PlaceKind.Country && gazetteer.Province(country, division) is { } found ? gazetteer.NameOf(found) : null;
        return Unknown(document, name) with
        {
            Place = new Place(NameOf(gazetteer.NameOf(place), name.Text), gazetteer.Alpha3(country), province, gazetteer.LatOf(place), gazetteer.LonOf(place), PrecisionOf(kind, country)),
            Kind = kind,
            Certainty = Math.Round(certainty, 3),
            Alpha2 = country,
            Division = division,
        };
    }

    /// <summary>The report's own spelling where it differs by marks alone ("Kandahar" for "Kandahār"); capitals throughout, as in datelines, are no spelling.</summary>
    private static string NameOf(string known, string written) =>
        written.Any(char.IsLower) && PlaceKey.Folded(known) == PlaceKey.Folded(written) ? written : known;

    private static PlaceMention Unknown(Document document, Toponym name) => new(name.Range, name.Range.In(document), name.Text, name.Use);

    /// <summary>How fine the place is; nothing for what is larger than a state or lies in none.</summary>
    private static string? PrecisionOf(PlaceKind kind, string country) => kind switch
    {
        PlaceKind.Country => "country",
        PlaceKind.Province => "province",
        PlaceKind.District => "district",
        PlaceKind.Capital or PlaceKind.Seat or PlaceKind.Town or PlaceKind.Section => "city",
        PlaceKind.Site => "point",
        PlaceKind.Continent => null,
        _ => country.Length > 0 ? "province" : null,
    };
}
