using System.Globalization;
using System.Security.Cryptography;
using Chancery.Extraction.Places;

namespace Chancery.App.Training;

/// <summary><c>train gazetteer</c>: merges the lists of places that packages bring, and our points of states, into one file. Learns nothing.</summary>
/// <param name="recipe">The recipe; its files are named from the folder of packages.</param>
/// <param name="root">The folder that holds <c>training/</c>.</param>
/// <param name="packages">The folder of unpacked packages.</param>
internal sealed class GazetteerTask(Recipe recipe, string root, string packages)
{
    private readonly GazetteerBuilder _builder = new();
    private readonly List<PackageTown> _towns = [];

    /// <summary>The gazetteer and its card.</summary>
    /// <param name="progress">What is told how it goes.</param>
    /// <exception cref="FormatException">A package is another than the recipe names.</exception>
    /// <exception cref="IOException">A package is not there.</exception>
    public (TrainedModel Model, string Card) Run(Action<string> progress)
    {
        AddTowns();
        AddCountries();
        var generic = recipe.Settings(json => Recipe.Texts(json, "generic"));
        AddDivisions("provinces", PlaceKind.Province, town => $"{town.Place.Country}.{town.Place.Admin1}", generic);
        AddDivisions("districts", PlaceKind.District, town => $"{town.Place.Country}.{town.Place.Admin1}.{town.Admin2}", generic);
        progress(string.Create(CultureInfo.InvariantCulture, $"{_builder.Count} places"));
        var bytes = _builder.ToBytes();
        var model = new TrainedModel(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), _builder.Count);
        return (model, model.Card(recipe, []));
    }

    private void AddTowns()
    {
        using var cities = Open("places");
        using var aliases = new StreamReader(Open("aliases"));
        var known = PlacePackages.ReadDump(aliases).ToDictionary(town => town.Id);
        foreach (var town in PlacePackages.ReadTowns(ReadAll("towns")))
        {
            _towns.Add(town);
            _builder.Add(known.Remove(town.Id, out var named) ? Joined(town.Place, named.Place) : town.Place);
        }

        foreach (var town in known.Values.OrderBy(town => town.Id)) _builder.Add(town.Place);
        foreach (var town in PlacePackages.ReadCities(cities))
        {
            _towns.Add(town);
            _builder.Add(town.Place);
        }
    }

    private static GazetteerPlace Joined(GazetteerPlace town, GazetteerPlace named) => town with
    {
        Population = Math.Max(town.Population, named.Population),
        Aliases = [named.Name, .. named.Aliases],
    };

    private void AddCountries()
    {
        using var file = new StreamReader(Open("countries"));
        using var english = Open("country-names");
        var names = PlacePackages.ReadCountryNames(english);
        var points = PlacePackages.ReadPoints(File.ReadLines(Path.GetFullPath(recipe.Settings(json => json.GetProperty("points").GetString()!), root)));
        foreach (var (alpha2, alpha3, name, population) in PlacePackages.ReadCountries(file))
        {
            if (!points.TryGetValue(alpha2, out var point)) continue;
            _builder.AddCountry(alpha2, alpha3);
            _builder.Add(new GazetteerPlace(name, PlaceKind.Country, alpha2, "", point.Lat, point.Lon, population) { Aliases = names.GetValueOrDefault(alpha2, []) });
        }
    }

    /// <summary>A division lies where its towns lie on the average, and has their people; one without towns is left out.</summary>
    private void AddDivisions(string use, PlaceKind kind, Func<PackageTown, string> codeOf, List<string> generic)
    {
        using var file = Open(use);
        var towns = _towns.ToLookup(codeOf, StringComparer.Ordinal);
        foreach (var (code, name) in PlacePackages.ReadDivisions(file))
        {
            if (code.Split('.') is not [var country, var admin1, ..] || !towns.Contains(code)) continue;
            var (lat, lon) = (towns[code].Average(town => town.Place.Lat), towns[code].Average(town => town.Place.Lon));
            _builder.Add(new GazetteerPlace(name, kind, country, admin1, lat, lon, towns[code].Sum(town => town.Place.Population)) { Aliases = [.. Stripped(name, generic)] });
        }
    }

    private static IEnumerable<string> Stripped(string name, List<string> generic) =>
        from word in generic
        let bare = name.StartsWith(word + " ", StringComparison.Ordinal) ? name[(word.Length + 1)..] : name.EndsWith(" " + word, StringComparison.Ordinal) ? name[..^(word.Length + 1)] : ""
        where bare.Length > 0
        select bare;

    private byte[] ReadAll(string use)
    {
        using var file = Open(use);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private Stream Open(string use)
    {
        var corpus = recipe.Corpora.Single(corpus => corpus.Use == use);
        return corpus.Open(packages).BaseStream;
    }
}
