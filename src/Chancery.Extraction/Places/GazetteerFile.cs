using System.IO.Compression;
using System.Text;

namespace Chancery.Extraction.Places;

/// <summary>
/// The bytes of a gazetteer: a mark of four letters, then one Brotli stream of columns over all places, which stand by country, division, kind and
/// name. Coordinates are kept to a hundredth of a degree (1.1 km), population in eight steps to a doubling.
/// </summary>
internal static class GazetteerFile
{
    private const int Quality = 11;
    private const int QuickQuality = 1;
    private const int Many = 10_000;
    /// <summary>Steps of a degree.</summary>
    public const double Steps = 100;

    private const double PopulationSteps = 8;

    private static ReadOnlySpan<byte> Magic => "CPG1"u8;

    /// <summary>How a population is kept: eight steps to a doubling, 0 for none known.</summary>
    public static byte ToStep(long population) => (byte)Math.Min(255, Math.Round(Math.Log2(Math.Max(0, population) + 1) * PopulationSteps));

    /// <summary>The natural logarithm of one more than the population.</summary>
    public static float LogOf(byte step) => (float)(step / PopulationSteps * Math.Log(2));

    /// <summary>Writes countries (alpha-2 and alpha-3) and places.</summary>
    public static byte[] Write(IReadOnlyList<(string Alpha2, string Alpha3)> countries, IEnumerable<GazetteerPlace> places)
    {
        var sorted = places.OrderBy(place => place.Country, StringComparer.Ordinal).ThenBy(place => place.Admin1, StringComparer.Ordinal)
            .ThenBy(place => place.Kind).ThenBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Lat).ThenBy(place => place.Lon).ToList();
        using var bytes = new MemoryStream();
        bytes.Write(Magic);
        using (var packed = new BrotliStream(bytes, new BrotliCompressionOptions { Quality = sorted.Count < Many ? QuickQuality : Quality }, leaveOpen: true))
        using (var writer = new BinaryWriter(packed, Encoding.UTF8)) WriteColumns(writer, countries, sorted);
        return bytes.ToArray();
    }

    private static void WriteColumns(BinaryWriter writer, IReadOnlyList<(string Alpha2, string Alpha3)> countries, List<GazetteerPlace> places)
    {
        writer.Write7BitEncodedInt(countries.Count);
        foreach (var (alpha2, alpha3) in countries)
        {
            writer.Write(alpha2);
            writer.Write(alpha3);
        }

        writer.Write7BitEncodedInt(places.Count);
        WriteRuns(writer, places, place => place.Country);
        WriteRuns(writer, places, place => place.Admin1);
        foreach (var place in places) writer.Write((byte)place.Kind);
        foreach (var place in places) writer.Write(ToStep(place.Population));
        WriteDegrees(writer, places, place => place.Lat);
        WriteDegrees(writer, places, place => place.Lon);
        foreach (var place in places) writer.Write(place.Name);
        foreach (var place in places) writer.Write7BitEncodedInt(place.Aliases.Count);
        foreach (var alias in places.SelectMany(place => place.Aliases)) writer.Write(alias);
    }

    private static void WriteRuns(BinaryWriter writer, List<GazetteerPlace> places, Func<GazetteerPlace, string> column)
    {
        for (var first = 0; first < places.Count;)
        {
            var end = first + 1;
            while (end < places.Count && column(places[end]) == column(places[first])) end++;
            writer.Write(column(places[first]));
            writer.Write7BitEncodedInt(end - first);
            first = end;
        }
    }

    private static void WriteDegrees(BinaryWriter writer, List<GazetteerPlace> places, Func<GazetteerPlace, double> column)
    {
        var before = 0;
        foreach (var place in places)
        {
            var step = (int)Math.Round(column(place) * Steps);
            var change = step - before;
            writer.Write7BitEncodedInt(change < 0 ? -2 * change - 1 : 2 * change);
            before = step;
        }
    }

    /// <summary>The columns, unpacked.</summary>
    /// <exception cref="FormatException">The bytes are no gazetteer.</exception>
    public static byte[] Unpack(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith(Magic)) throw new FormatException("Not a gazetteer.");
        try
        {
            using var unpacked = new MemoryStream(3 * bytes.Length);
            using (var packed = new BrotliStream(new MemoryStream(bytes[Magic.Length..].ToArray()), CompressionMode.Decompress)) packed.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException)
        {
            throw new FormatException("A gazetteer cut short or damaged.", wrong);
        }
    }
}
