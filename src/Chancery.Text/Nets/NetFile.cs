using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Chancery.Text.Nets;

/// <summary>
/// A net as bytes, little-endian: magic, version of the word rows, shape, classes of features, the gazetteer's
/// hashed words, each parameter in half precision, then the table with one byte a number and one scale a row. Text stands nowhere in it.
/// </summary>
internal static class NetFile
{
    private const uint Magic = 0x314E4C43; // "CLN1"
    private const int ShapeNumbers = 7;
    private const int HeaderLength = 4 + 4 + 4 * ShapeNumbers;
    private const int GazetteerEntry = 9;
    private const int MostBits = 20;
    private const int MostColumns = 4096;
    private const int MostLayers = 8;

    /// <summary>Writes a net.</summary>
    public static byte[] Write(LanguageNet net, ReadOnlySpan<ulong> features)
    {
        var bytes = new byte[HeaderLength + 8 * features.Length + 4 + GazetteerEntry * net.Gazetteer.Count + NetNumbers.Length(net.Parameters, net.Table)];
        var rest = WriteHeader(bytes, net.Shape);
        foreach (var feature in features) BinaryPrimitives.WriteUInt64LittleEndian(Next(ref rest, 8), feature);
        WriteGazetteer(ref rest, net.Gazetteer);
        NetNumbers.Write(net.Parameters, net.Table, rest);
        return bytes;
    }

    /// <summary>Reads a net and the classes of features.</summary>
    /// <exception cref="FormatException">The bytes are no such net, or one for other word rows.</exception>
    public static (LanguageNet Net, ulong[] Features) Read(ReadOnlySpan<byte> bytes)
    {
        var shape = ReadHeader(bytes);
        var rest = bytes[HeaderLength..];
        if (rest.Length < 8 * shape.Features) throw new FormatException("A language net that ends too soon.");
        var features = new ulong[shape.Features];
        for (var i = 0; i < features.Length; i++) features[i] = BinaryPrimitives.ReadUInt64LittleEndian(rest[(8 * i)..]);
        rest = rest[(8 * features.Length)..];
        var net = new LanguageNet(shape, ReadGazetteer(ref rest), Table.Empty(shape.TableBits, shape.Embedding), null);
        NetNumbers.Read(net.Parameters, net.Table, rest);
        net.Settle();
        return (net, features);
    }

    private static void WriteGazetteer(ref Span<byte> rest, Gazetteer gazetteer)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Next(ref rest, 4), gazetteer.Count);
        foreach (var (key, kinds) in gazetteer.Entries)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(Next(ref rest, 8), key);
            Next(ref rest, 1)[0] = kinds;
        }
    }

    private static Gazetteer ReadGazetteer(ref ReadOnlySpan<byte> rest)
    {
        var count = rest.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (count < 0 || (rest.Length - 4) / GazetteerEntry < count) throw new FormatException("A language net that ends too soon.");
        var entries = new KeyValuePair<ulong, byte>[count];
        for (var i = 0; i < count; i++)
        {
            var entry = rest.Slice(4 + GazetteerEntry * i, GazetteerEntry);
            entries[i] = new(BinaryPrimitives.ReadUInt64LittleEndian(entry), entry[8]);
        }

        rest = rest[(4 + GazetteerEntry * count)..];
        return Gazetteer.Of(entries);
    }

    private static Span<byte> WriteHeader(Span<byte> bytes, NetShape shape)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Next(ref bytes, 4), Magic);
        foreach (var number in (ReadOnlySpan<int>)[WordRows.Version, shape.TableBits, shape.Embedding, shape.Hidden, shape.Layers, shape.Arc, shape.Label, shape.Features])
            BinaryPrimitives.WriteInt32LittleEndian(Next(ref bytes, 4), number);
        return bytes;
    }

    private static NetShape ReadHeader(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not a language net.");
        var numbers = MemoryMarshal.Cast<byte, int>(bytes[4..HeaderLength]);
        if (numbers[0] != WordRows.Version) throw new FormatException($"A language net for word rows {numbers[0]}, not {WordRows.Version}.");
        var shape = new NetShape(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]);
        var areColumns = Array.TrueForAll([shape.Embedding, shape.Hidden / 2, shape.Arc, shape.Label], columns => columns is > 0 and <= MostColumns && columns % Kernel.Lane == 0);
        return areColumns && shape.TableBits is > 0 and <= MostBits && shape.Layers is > 0 and <= MostLayers && shape.Features is > 0 and <= MostColumns
            ? shape
            : throw new FormatException("A language net of an impossible shape.");
    }

    private static Span<byte> Next(ref Span<byte> rest, int count)
    {
        var next = rest[..count];
        rest = rest[count..];
        return next;
    }
}
