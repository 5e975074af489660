using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Chancery.Extraction.Intake;

/// <summary>Unpacks gzip while counting: no packed file can cost more than the limits, whatever it says of its size.</summary>
internal static class Unpacking
{
    private const int Chunk = 64 * 1024;

    /// <summary>The unpacked bytes, or the code of the refusal.</summary>
    public static (ReadOnlyMemory<byte> Bytes, string? Fault) Unpack(ReadOnlyMemory<byte> bytes)
    {
        for (var times = 0; IsGzip(bytes.Span); times++)
        {
            if (times == Limits.Packings) return (default, RefusalCodes.Unsafe);
            if (bytes.Length > Limits.PackedBytes) return (default, RefusalCodes.TooLarge);
            var (inner, fault) = Inflate(bytes);
            if (fault is not null) return (default, fault);
            bytes = inner;
        }

        return (bytes, null);
    }

    /// <summary>True if the bytes begin as gzip does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 0x08, ..];

    /// <summary>The beginning of the bytes with every permitted layer of gzip taken off; shorter if they are damaged.</summary>
    public static byte[] Head(ReadOnlyMemory<byte> bytes, int length)
    {
        var head = new byte[length];
        var count = 0;
        using var stream = Inflating(bytes);
        try
        {
            while (count < length && stream.Read(head.AsSpan(count)) is > 0 and var more) count += more;
        }
        catch (InvalidDataException)
        {
            // What came out before the damage still tells the shape.
        }

        return head[..count];
    }

    /// <summary>A stream of the bytes with every permitted layer of gzip taken off, unpacked as it is read. It counts nothing.</summary>
    public static Stream Inflating(ReadOnlyMemory<byte> bytes)
    {
        for (var layers = 0; ; layers++)
        {
            var stream = StreamOf(bytes);
            for (var i = 0; i < layers; i++) stream = new GZipStream(stream, CompressionMode.Decompress);
            if (layers == Limits.Packings || !BeginsPacked(bytes, layers)) return stream;
            stream.Dispose();
        }
    }

    /// <summary>The bytes as a stream, not copied where that can be helped.</summary>
    public static Stream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static bool BeginsPacked(ReadOnlyMemory<byte> bytes, int layers)
    {
        var stream = StreamOf(bytes);
        for (var i = 0; i < layers; i++) stream = new GZipStream(stream, CompressionMode.Decompress);
        using (stream)
        {
            var mark = new byte[3];
            try
            {
                return stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && IsGzip(mark);
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }

    private static (ReadOnlyMemory<byte>, string?) Inflate(ReadOnlyMemory<byte> packed)
    {
        using var source = StreamOf(packed);
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        var buffer = new byte[Chunk];
        try
        {
            while (gzip.Read(buffer) is > 0 and var count)
            {
                target.Write(buffer.AsSpan(0, count));
                if (IsSwollen(target.Length, packed.Length)) return (default, RefusalCodes.Unsafe);
                if (target.Length > Limits.UnpackedBytes) return (default, RefusalCodes.TooLarge);
            }
        }
        catch (InvalidDataException)
        {
            return (default, RefusalCodes.Truncated);
        }

        return IsWhole(packed.Span, target) ? (target.ToArray(), null) : (default, RefusalCodes.Truncated);
    }

    private static bool IsSwollen(long unpacked, long packed) =>
        unpacked > Limits.Megabyte && unpacked / Limits.Ratio > packed;

    /// <summary>
    /// The stream gives what it has when the bytes end too early; the length in the last member's trailer tells. With
    /// several members that length is of the last one only, so it may be smaller than all.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<byte> packed, MemoryStream unpacked)
    {
        if (packed.Length < 18) return false;
        var stated = BitConverter.ToUInt32(packed[^4..]);
        return stated <= unpacked.Length && (unpacked.Length == 0) == (stated == 0) || packed[^1] == 0 && packed[^4..].IndexOfAnyExcept((byte)0) < 0;
    }
}
