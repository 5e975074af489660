using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Chancery.Text.Learning;

/// <summary>
/// A sum of small decision trees over numbers, for one question with yes or no (gradient boosting: Friedman 2001). Each tree
/// asks the same number of questions "is feature f above t?" from its root to a leaf. Sums are whole numbers, so that an
/// answer is the same on every machine. Immutable; safe to share.
/// </summary>
public sealed class BoostedTrees
{
    /// <summary>How many units of a leaf make one natural logarithm of odds.</summary>
    public const int Scale = 1024;

    private const uint Magic = 0x31544243; // "CBT1"
    private const int HeaderLength = 24;
    private const int QuestionLength = 6;

    /// <summary>Marks a question that was not asked: the answer is always no.</summary>
    private const ushort Unasked = ushort.MaxValue;

    private readonly int _depth;
    private readonly ushort[] _features;
    private readonly float[] _thresholds;
    private readonly short[] _leaves;

    internal BoostedTrees(ulong templates, int depth, ushort[] features, float[] thresholds, short[] leaves)
    {
        (Templates, _depth, _features, _thresholds, _leaves) = (templates, depth, features, thresholds, leaves);
        Hash = Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
    }

    /// <summary>Which features the trees ask for; the code that makes features must say the same.</summary>
    public ulong Templates { get; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>How many trees.</summary>
    public int Count => _leaves.Length >> _depth;

    /// <summary>How many bytes <see cref="ToBytes"/> gives.</summary>
    public int Length => HeaderLength + _features.Length * QuestionLength + _leaves.Length * 2;

    /// <summary>Reads trees: magic, depth, templates, number of trees; then questions (feature, threshold) tree by tree; then leaves. Little-endian.</summary>
    /// <param name="bytes">The bytes; what follows the trees is left alone.</param>
    /// <exception cref="FormatException">The bytes are no such trees.</exception>
    public static BoostedTrees Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not boosted trees.");
        var (depth, count) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]));
        if (depth is < 1 or > 8 || count is < 0 or > 10_000) throw new FormatException("Boosted trees of an unknown shape.");
        var (questions, leaves) = (count * ((1 << depth) - 1), count << depth);
        if (bytes.Length < HeaderLength + questions * QuestionLength + leaves * 2) throw new FormatException("Boosted trees of the wrong length.");
        var (features, thresholds, values) = (new ushort[questions], new float[questions], new short[leaves]);
        for (var i = 0; i < questions; i++)
        {
            features[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(HeaderLength + i * QuestionLength)..]);
            thresholds[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(HeaderLength + i * QuestionLength + 2)..]);
        }

        for (var i = 0; i < leaves; i++) values[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(HeaderLength + questions * QuestionLength + i * 2)..]);
        return new BoostedTrees(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), depth, features, thresholds, values);
    }

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), _depth);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), Templates);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), Count);
        for (var i = 0; i < _features.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(HeaderLength + i * QuestionLength), _features[i]);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(HeaderLength + i * QuestionLength + 2), _thresholds[i]);
        }

        for (var i = 0; i < _leaves.Length; i++) BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(HeaderLength + _features.Length * QuestionLength + i * 2), _leaves[i]);
        return bytes;
    }

    /// <summary>The sum over all trees; above 0 means yes. Divided by <see cref="Scale"/> it is a natural logarithm of odds.</summary>
    /// <param name="row">The features in the order of their template.</param>
    public int Score(ReadOnlySpan<float> row)
    {
        var (sum, questions) = (0, (1 << _depth) - 1);
        for (var tree = 0; tree < Count; tree++) sum += _leaves[(tree << _depth) + LeafOf(row, tree * questions, questions)];
        return sum;
    }

    /// <summary>0–1 for the row: how likely yes is.</summary>
    public double Probability(ReadOnlySpan<float> row) => 1 / (1 + Math.Exp(-Score(row) / (double)Scale));

    internal static bool IsAsked(ushort feature) => feature != Unasked;

    internal static ushort NotAsked => Unasked;

    private int LeafOf(ReadOnlySpan<float> row, int first, int questions)
    {
        var node = 0;
        while (node < questions)
        {
            var feature = _features[first + node];
            node = 2 * node + (feature != Unasked && row[feature] > _thresholds[first + node] ? 2 : 1);
        }

        return node - questions;
    }
}
