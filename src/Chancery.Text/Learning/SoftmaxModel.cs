using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chancery.Text.Coreference;

namespace Chancery.Text.Learning;

/// <summary>
/// A linear choice among up to 16 answers (multinomial logistic regression) over a <see cref="FeatureVector"/>. Weights stand in a table by hashed key, a byte each, and hold
/// no word. Immutable; safe to share. The same vector gives the same scores on every machine.
/// </summary>
public sealed class SoftmaxModel
{
    /// <summary>The most answers, and the room of a row of scores.</summary>
    public const int Width = 16;

    private const uint Magic = 0x314D5343; // "CSM1"
    private const int HeaderLength = 20;

    private readonly sbyte[] _weights;
    private readonly int _columns;
    private readonly int _bits;
    private readonly float _scale;
    private readonly float _columnScale;

    internal SoftmaxModel(sbyte[] weights, int columns, int bits, float scale, float columnScale) =>
        (_weights, _columns, _bits, _scale, _columnScale) = (weights, columns, bits, scale, columnScale);

    /// <summary>How many bytes <see cref="ToBytes"/> gives.</summary>
    public int Length => HeaderLength + _weights.Length;

    /// <summary>Columns of numbers that a vector must have.</summary>
    public int Columns => _columns;

    /// <summary>Reads a model: magic, columns of numbers, base-2 logarithm of the table's rows, scale of the columns' and of the table's weights, then 16 bytes a column and a row. Little-endian.</summary>
    /// <param name="bytes">The bytes; what follows the model is left alone.</param>
    /// <exception cref="FormatException">The bytes are no such model.</exception>
    public static SoftmaxModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not a softmax model.");
        var (columns, bits) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]));
        if (columns is < 0 or > 1 << 16 || bits is < 1 or > 24) throw new FormatException("A softmax model of an unknown shape.");
        var length = (columns + 1 + (1 << bits)) * Width;
        if (bytes.Length < HeaderLength + length) throw new FormatException("A softmax model of the wrong length.");
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(HeaderLength, length)).ToArray();
        return new SoftmaxModel(weights, columns, bits, BinaryPrimitives.ReadSingleLittleEndian(bytes[16..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[12..]));
    }

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), _columns);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), _bits);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12), _columnScale);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(16), _scale);
        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }

    /// <summary>The score of each answer; a difference is a natural logarithm of odds.</summary>
    /// <param name="vector">The example.</param>
    /// <param name="scores">Room for <see cref="Width"/> scores.</param>
    /// <exception cref="ArgumentException">The vector has another number of columns.</exception>
    public void Score(FeatureVector vector, Span<float> scores)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Numbers.Count != _columns) throw new ArgumentException("The vector has another number of columns than the model.", nameof(vector));
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < _columns; i++) sum += Row(i) * vector.Numbers[i];
        sum = (sum + Row(_columns)) * _columnScale;
        var hashed = Vector512<float>.Zero;
        for (var i = 0; i < vector.Keys.Count; i++) hashed += Row(_columns + 1 + (int)(vector.Keys[i] >> (64 - _bits))) * vector.Values[i];
        (sum + hashed * _scale).CopyTo(scores);
    }

    /// <summary>Turns scores into shares that sum to 1.</summary>
    /// <param name="scores">The scores of as many answers as there are.</param>
    public static void ToShares(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        foreach (ref var score in scores) sum += score = (float)LogLinearLearner.Exponential(score - most);
        foreach (ref var score in scores) score /= sum;
    }

    private Vector512<float> Row(int row)
    {
        ref var start = ref _weights[row * Width];
        var halves = Vector256.WidenLower(Vector128.LoadUnsafe(ref start).ToVector256Unsafe());
        return Vector512.ConvertToSingle(Vector512.WidenLower(halves.ToVector512Unsafe()));
    }
}
