using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Chancery.Text.Learning;

/// <summary>
/// A linear model for one question with yes or no: the sum of the weights of the features that are there. Weights stand in a
/// table by hashed key and hold no word. Immutable; safe to share.
/// </summary>
public sealed class LinearModel
{
    private const uint Magic = 0x314D4C43; // "CLM1"
    private const int HeaderLength = 16;

    private readonly short[] _weights;
    private readonly int _shift;

    internal LinearModel(ulong templates, short[] weights)
    {
        Templates = templates;
        _weights = weights;
        _shift = 64 - BitOperations.Log2((uint)weights.Length);
        Hash = Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
    }

    /// <summary>Which features the weights are for; the code that makes features must say the same.</summary>
    public ulong Templates { get; }

    /// <summary>SHA-256 of the model's bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Reads a model: magic, base-2 logarithm of the table's length, templates, weights of 16 bits, all little-endian.</summary>
    /// <exception cref="FormatException">The bytes are no such model.</exception>
    public static LinearModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not a linear model.");
        var bits = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (bits is < 1 or > 24 || bytes.Length != HeaderLength + (2 << bits)) throw new FormatException("A linear model of the wrong length.");
        var weights = new short[1 << bits];
        if (BitConverter.IsLittleEndian) MemoryMarshal.Cast<byte, short>(bytes[HeaderLength..]).CopyTo(weights);
        else
            for (var i = 0; i < weights.Length; i++) weights[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(HeaderLength + 2 * i)..]);
        return new LinearModel(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), weights);
    }

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + 2 * _weights.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 64 - _shift);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), Templates);
        for (var i = 0; i < _weights.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(HeaderLength + 2 * i), _weights[i]);
        return bytes;
    }

    /// <summary>The sum over these feature keys; above 0 means yes.</summary>
    public int Score(ReadOnlySpan<ulong> keys)
    {
        var sum = 0;
        foreach (var key in keys) sum += _weights[(int)(key >> _shift)];
        return sum;
    }
}
