using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Chancery.Text.Learning;
using Chancery.Text.Nets;

namespace Chancery.Text.Attributions;

/// <summary>
/// A trained model of attributions: nets that together give roles to words, and trees that link them. Holds hashed features, no words. It stands on one language model, and
/// says which. Immutable; one model serves many threads.
/// </summary>
public sealed class AttributionModel
{
    private const uint Magic = 0x31524143; // "CAR1"
    private const int HashLength = 32;
    private const int HeaderLength = 4 + 4 * 7 + HashLength;
    private const int MostBits = 20;
    private const int MostColumns = 4096;
    private const int MostLayers = 8;
    private const int MostNets = 8;

    private readonly ConcurrentBag<RoleTape> _tapes = [];

    private AttributionModel(ImmutableArray<RoleNet> nets, BoostedTrees links, string language, string hash)
    {
        (Nets, Links, Language, Hash) = (nets, links, language, hash);
        foreach (var net in nets) net.Settle();
    }

    /// <summary>SHA-256 of the model's bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The hash of the language model on whose numbers it was taught.</summary>
    public string Language { get; }

    /// <summary>The nets, 1 or more, all of one shape; what they score is added.</summary>
    internal ImmutableArray<RoleNet> Nets { get; }

    internal BoostedTrees Links { get; }

    /// <summary>Reads a model: magic, version of the rows, shape, number of nets, the language model's hash, the nets' numbers, the trees. Little-endian.</summary>
    /// <exception cref="FormatException">The bytes are no such model, or one for another version of the program.</exception>
    public static AttributionModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not a model of attributions.");
        var header = MemoryMarshal.Cast<byte, int>(bytes[4..(HeaderLength - HashLength)]);
        var shape = ReadShape(header);
        var rest = bytes[HeaderLength..];
        var nets = ImmutableArray.CreateBuilder<RoleNet>();
        for (var i = 0; i < header[6]; i++) nets.Add(ReadNet(shape, ref rest));
        var links = BoostedTrees.Read(rest);
        if (links.Templates != PartPairs.Templates) throw new FormatException("A model of attributions for other features.");
        var language = Convert.ToHexStringLower(bytes.Slice(HeaderLength - HashLength, HashLength));
        return new AttributionModel(nets.ToImmutable(), links, language, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static RoleNet ReadNet(EncoderShape shape, ref ReadOnlySpan<byte> rest)
    {
        var net = new RoleNet(shape, Table.Empty(shape.TableBits, shape.Embedding), null);
        var numbers = NetNumbers.Length(net.Parameters, net.Table);
        if (rest.Length < numbers) throw new FormatException("A model of attributions that ends too soon.");
        NetNumbers.Read(net.Parameters, net.Table, rest[..numbers]);
        rest = rest[numbers..];
        return net;
    }

    internal static byte[] Write(IReadOnlyList<RoleNet> nets, BoostedTrees links, string language)
    {
        var (net, numbers) = (nets[0], NetNumbers.Length(nets[0].Parameters, nets[0].Table));
        var bytes = new byte[HeaderLength + nets.Count * numbers + links.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        var shape = net.Shape;
        ReadOnlySpan<int> header = [RoleRows.Version, shape.TableBits, shape.Embedding, shape.Hidden, shape.Layers, shape.Beside, nets.Count];
        for (var i = 0; i < header.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 + 4 * i), header[i]);
        Convert.FromHexString(language).CopyTo(bytes, HeaderLength - HashLength);
        for (var i = 0; i < nets.Count; i++) NetNumbers.Write(nets[i].Parameters, nets[i].Table, bytes.AsSpan(HeaderLength + i * numbers, numbers));
        links.ToBytes().CopyTo(bytes, HeaderLength + nets.Count * numbers);
        return bytes;
    }

    internal RoleTape Rent() => _tapes.TryTake(out var tape) ? tape : new RoleTape(Nets[0].Shape);

    internal void Return(RoleTape tape) => _tapes.Add(tape);

    private static EncoderShape ReadShape(ReadOnlySpan<int> numbers)
    {
        if (numbers[0] != RoleRows.Version) throw new FormatException($"A model of attributions for rows {numbers[0]}, not {RoleRows.Version}.");
        var shape = new EncoderShape(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        var areColumns = Array.TrueForAll([shape.Embedding, shape.Hidden / 2, shape.Beside], columns => columns is > 0 and <= MostColumns && columns % Kernel.Lane == 0);
        return areColumns && numbers[6] is > 0 and <= MostNets && shape.TableBits is > 0 and <= MostBits && shape.Layers is > 0 and <= MostLayers ? shape : throw new FormatException("A model of attributions of an impossible shape.");
    }
}
