using Chancery.Text.Learning;

namespace Chancery.Extraction.Places;

/// <summary>Trees that say how likely a place is the one a name means. Holds no names. Safe to share.</summary>
public sealed class PlaceModel
{
    internal PlaceModel(BoostedTrees trees)
    {
        if (trees.Templates != PlaceFeatures.Templates) throw new FormatException("A model of places for other features.");
        Trees = trees;
    }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash => Trees.Hash;

    internal BoostedTrees Trees { get; }

    /// <summary>Reads the trees.</summary>
    /// <exception cref="FormatException">The bytes are no such model, or it was made for other features.</exception>
    public static PlaceModel Read(ReadOnlySpan<byte> bytes) => new(BoostedTrees.Read(bytes));

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] ToBytes() => Trees.ToBytes();
}
