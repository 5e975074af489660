using System.Security.Cryptography;
using Chancery.Text.Learning;

namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>
/// Two sets of trees that say how likely a block of a page belongs to its article. The first looks at the block and what lies
/// around it; the second looks again, knowing what the first said of all blocks (stacking: Wolpert 1992). Holds no words. Safe to share.
/// </summary>
public sealed class BlockModel
{
    internal BlockModel(BoostedTrees first, BoostedTrees second)
    {
        if (first.Templates != BlockFeatures.Templates || second.Templates != SecondFeatures.Templates) throw new FormatException("A model of blocks for other features.");
        (First, Second) = (first, second);
        Hash = Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
    }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    internal BoostedTrees First { get; }

    internal BoostedTrees Second { get; }

    /// <summary>Reads both sets of trees, one after the other.</summary>
    /// <exception cref="FormatException">The bytes are no such model, or it was made for other features.</exception>
    public static BlockModel Read(ReadOnlySpan<byte> bytes)
    {
        var first = BoostedTrees.Read(bytes);
        return new BlockModel(first, BoostedTrees.Read(bytes[first.Length..]));
    }

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] ToBytes() => [.. First.ToBytes(), .. Second.ToBytes()];
}
