using System.IO.Compression;
using System.Numerics;

namespace Chancery.Store;

/// <summary>Packs the bytes of originals and unpacks them again.</summary>
internal static class Packing
{
    private const string Brotli = "br";
    private const string Plain = "none";

    /// <summary>Compressed where that is smaller; images and archives are not.</summary>
    public static (string Coding, byte[] Packed) Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        // The window is no wider than the bytes: a wide one costs more than the packing of a page.
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, 10, 22);
        return BrotliEncoder.TryCompress(bytes, packed, out var written, quality: 4, window) && written < bytes.Length
            ? (Brotli, packed[..written])
            : (Plain, bytes.ToArray());
    }

    /// <summary>The bytes again; <see langword="null"/> if they are damaged.</summary>
    public static byte[]? Unpack(string coding, long length, byte[] packed)
    {
        if (coding == Plain) return packed.Length == length ? packed : null;
        if (coding != Brotli || length is < 0 or > int.MaxValue / 2) return null;
        var bytes = new byte[length];
        return BrotliDecoder.TryDecompress(packed, bytes, out var written) && written == length ? bytes : null;
    }
}
