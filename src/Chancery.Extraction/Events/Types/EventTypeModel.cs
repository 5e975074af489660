using System.Buffers.Binary;
using System.Security.Cryptography;
using Chancery.Text.Learning;

namespace Chancery.Extraction.Events.Types;

/// <summary>
/// A trained model of the types of events. It holds two choices over the same features: which type a word tells in itself, or none, as the record wants it; and which root
/// PLOVER's coders give to the whole, plans and refusals included. Holds hashed features, no words. Stands on one language model and says which. Immutable; safe to share.
/// </summary>
public sealed class EventTypeModel
{
    private const uint Magic = 0x31544543; // "CET1"
    private const int Version = 1;
    private const int HashLength = 32;
    private const int HeaderLength = 8 + HashLength;

    internal EventTypeModel(SoftmaxModel types, SoftmaxModel roots, string language)
    {
        (Types, Roots, Language) = (types, roots, language);
        Hash = Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
    }

    /// <summary>SHA-256 of the model's bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The hash of the language model on whose numbers it was taught.</summary>
    public string Language { get; }

    /// <summary>Chooses among <see cref="EventTypes.Names"/>, or none.</summary>
    internal SoftmaxModel Types { get; }

    /// <summary>Chooses among <see cref="EventTypes.Roots"/>.</summary>
    internal SoftmaxModel Roots { get; }

    /// <summary>Reads a model: magic, version of the features, the language model's hash, the choice of types, the choice of roots. Little-endian.</summary>
    /// <exception cref="FormatException">The bytes are no such model, or one for other features.</exception>
    public static EventTypeModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new FormatException("Not a model of types of events.");
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) != Version) throw new FormatException("A model of types of events for other features.");
        var language = Convert.ToHexStringLower(bytes.Slice(8, HashLength));
        var types = SoftmaxModel.Read(bytes[HeaderLength..]);
        var roots = SoftmaxModel.Read(bytes[(HeaderLength + types.Length)..]);
        if (bytes.Length != HeaderLength + types.Length + roots.Length) throw new FormatException("A model of types of events of the wrong length.");
        return new EventTypeModel(types, roots, language);
    }

    /// <summary>The bytes that <see cref="Read"/> reads.</summary>
    public byte[] ToBytes()
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), Version);
        Convert.FromHexString(Language).CopyTo(header, 8);
        return [.. header, .. Types.ToBytes(), .. Roots.ToBytes()];
    }
}
