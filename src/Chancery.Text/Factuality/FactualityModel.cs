using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Chancery.Text.Nets;

namespace Chancery.Text.Factuality;

/// <summary>
/// A trained model of factuality: nets whose mean is the value of a predicate. Holds hashed features, no words. It stands on one language model, and says which. Immutable; one
/// model serves many threads.
/// </summary>
public sealed class FactualityModel
{
    private const uint Magic = 0x31434146; // "FAC1"
    private const int HashLength = 32;
    private const int HeaderLength = 4 + 4 * 6 + HashLength;
    private const int MostBits = 20;
    private const int MostColumns = 8192;
    private const int MostNets = 16;

    private readonly ConcurrentBag<FactualityTape> _tapes = [];

    private FactualityModel(ImmutableArray<FactualityNet> nets, string language, string hash)
    {
        (Nets, Language, Hash) = (nets, language, hash);
        foreach (var net in nets) net.Settle();
    }

    /// <summary>SHA-256 of the model's bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The hash of the language model on whose numbers it was taught.</summary>
    public string Language { get; }

    /// <summary>The nets, 1 or more, all of one shape.</summary>
    internal ImmutableArray<FactualityNet> Nets { get; }

    /// <summary>Reads a model: magic, version of the rows, shape, number of nets, the language model's hash, the nets' numbers. Little-endian.</summary>
    /// <exception cref="FormatException">The bytes are no such model, or one for another version of the program.</exception>
    public static FactualityModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not a model of factuality.");
        var header = MemoryMarshal.Cast<byte, int>(bytes[4..(HeaderLength - HashLength)]);
        var shape = ReadShape(header);
        var rest = bytes[HeaderLength..];
        var nets = ImmutableArray.CreateBuilder<FactualityNet>();
        for (var i = 0; i < header[5]; i++) nets.Add(ReadNet(shape, ref rest));
        if (!rest.IsEmpty) throw new FormatException("A model of factuality of the wrong length.");
        var language = Convert.ToHexStringLower(bytes.Slice(HeaderLength - HashLength, HashLength));
        return new FactualityModel(nets.ToImmutable(), language, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    internal static byte[] Write(IReadOnlyList<FactualityNet> nets, string language)
    {
        var (net, numbers) = (nets[0], NetNumbers.Length(nets[0].Parameters, nets[0].Table));
        var bytes = new byte[HeaderLength + nets.Count * numbers];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        var shape = net.Shape;
        ReadOnlySpan<int> header = [PredicateRows.Version, shape.TableBits, shape.Embedding, shape.Hidden, shape.Beside, nets.Count];
        for (var i = 0; i < header.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 + 4 * i), header[i]);
        Convert.FromHexString(language).CopyTo(bytes, HeaderLength - HashLength);
        for (var i = 0; i < nets.Count; i++) NetNumbers.Write(nets[i].Parameters, nets[i].Table, bytes.AsSpan(HeaderLength + i * numbers, numbers));
        return bytes;
    }

    internal FactualityTape Rent() => _tapes.TryTake(out var tape) ? tape : new FactualityTape(Nets[0].Shape);

    internal void Return(FactualityTape tape) => _tapes.Add(tape);

    private static FactualityNet ReadNet(FactualityShape shape, ref ReadOnlySpan<byte> rest)
    {
        var net = new FactualityNet(shape, Table.Empty(shape.TableBits, shape.Embedding), null);
        var numbers = NetNumbers.Length(net.Parameters, net.Table);
        if (rest.Length < numbers) throw new FormatException("A model of factuality that ends too soon.");
        NetNumbers.Read(net.Parameters, net.Table, rest[..numbers]);
        rest = rest[numbers..];
        return net;
    }

    private static FactualityShape ReadShape(ReadOnlySpan<int> numbers)
    {
        if (numbers[0] != PredicateRows.Version) throw new FormatException($"A model of factuality for rows {numbers[0]}, not {PredicateRows.Version}.");
        var shape = new FactualityShape(numbers[1], numbers[2], numbers[3], numbers[4]);
        var areColumns = Array.TrueForAll([shape.Embedding, shape.Hidden, shape.Beside], columns => columns is > 0 and <= MostColumns && columns % Kernel.Lane == 0);
        return areColumns && numbers[5] is > 0 and <= MostNets && shape.TableBits is > 0 and <= MostBits ? shape : throw new FormatException("A model of factuality of an impossible shape.");
    }
}
