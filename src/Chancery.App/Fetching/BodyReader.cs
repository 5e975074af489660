using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Chancery.App.Fetching;

/// <summary>A body, or the code that says why it was not read to its end.</summary>
internal readonly record struct Body(ReadOnlyMemory<byte> Bytes, string? Code, string? Detail)
{
    public static Body Refuse(string code, string detail) => new(default, code, detail);
}

/// <summary>
/// Reads a body while counting: bytes as sent, bytes unpacked, and the ratio of the two, whatever the head says of them.
/// The handler's own unpacking is off, since it counts nothing.
/// </summary>
internal sealed class BodyReader(FetchRules rules)
{
    private const int Piece = 64 * 1024;

    /// <summary>All bytes as sent, in <see cref="FetchRules.WireBytes"/> and with no pause longer than <see cref="FetchRules.Idle"/>.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or too slow.</exception>
    public async Task<Body> ReadAsync(Stream wire, long? announced, int mostBytes, CancellationToken cancel)
    {
        if (announced > mostBytes) return TooLarge(mostBytes);
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var bytes = new MemoryStream();
        var piece = new byte[Piece];
        while (true)
        {
            idle.CancelAfter(rules.Idle.ToTimeSpan());
            var count = await wire.ReadAsync(piece, idle.Token);
            if (count == 0) break;
            bytes.Write(piece, 0, count);
            if (bytes.Length > mostBytes) return TooLarge(mostBytes);
        }

        if (announced is { } length && bytes.Length != length) return Body.Refuse(FetchCodes.CutShort, $"{length} bytes were announced, {bytes.Length} came.");
        return new Body(bytes.ToArray(), null, null);
    }

    /// <summary>Undoes the packings that the head names, last one first.</summary>
    public Body Unpack(ReadOnlyMemory<byte> bytes, string? contentEncoding)
    {
        var packings = (contentEncoding ?? "").ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "identity").ToList();
        if (packings.Count > rules.Packings) return Body.Refuse(FetchCodes.Swollen, "The body is packed in itself too often.");
        var body = new Body(bytes, null, null);
        for (var i = packings.Count - 1; i >= 0 && body.Code is null; i--) body = UnpackOnce(body.Bytes, packings[i]);
        return body;
    }

    private Body UnpackOnce(ReadOnlyMemory<byte> packed, string packing)
    {
        if (packed.IsEmpty) return new Body(packed, null, null);
        using var source = new MemoryStream(packed.ToArray(), writable: false);
        switch (packing)
        {
            // Servers name a packing that they do not use; the bytes know better.
            case "gzip" or "x-gzip" when packed.Span is not [0x1F, 0x8B, ..]: return new Body(packed, null, null);
            case "gzip" or "x-gzip": return Whole(Inflate(new GZipStream(source, CompressionMode.Decompress), packed.Length), body => IsGzipEnd(packed.Span, body.Length));
            // The standard means zlib by it, and some servers send the bare stream, whose end cannot be checked.
            case "deflate" when IsZlib(packed.Span): return Whole(Inflate(new ZLibStream(source, CompressionMode.Decompress), packed.Length), body => IsZlibEnd(packed.Span, body));
            case "deflate": return Inflate(new DeflateStream(source, CompressionMode.Decompress), packed.Length);
            case "br":
                return Inflate(new WholeBrotli(packed), packed.Length);
            default: return Body.Refuse(FetchCodes.BadPacking, $"The body is packed in a way that is not known: {packing}.");
        }
    }

    private Body Inflate(Stream unpacking, int packed)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[Piece];
        try
        {
            using (unpacking)
                while (unpacking.Read(piece) is > 0 and var count)
                {
                    bytes.Write(piece, 0, count);
                    if (bytes.Length > rules.RatioFrom && bytes.Length / rules.Ratio > packed) return Body.Refuse(FetchCodes.Swollen, "The body swells beyond all measure.");
                    if (bytes.Length > rules.UnpackedBytes) return TooLarge(rules.UnpackedBytes);
                }
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            return Damaged();
        }

        return new Body(bytes.ToArray(), null, null);
    }

    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;

    // What ends too early unpacks without a fault as far as it goes; length or sum at its end tell.
    private static Body Whole(Body body, EndCheck isEnd) => body.Code is null && !isEnd(body.Bytes.Span) ? Damaged() : body;

    private delegate bool EndCheck(ReadOnlySpan<byte> unpacked);

    private static bool IsGzipEnd(ReadOnlySpan<byte> packed, int unpacked) => packed.Length >= 18 && BitConverter.ToUInt32(packed[^4..]) == (uint)unpacked;

    // Adler-32, RFC 1950.
    private static bool IsZlibEnd(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> unpacked)
    {
        var (low, high) = (1u, 0u);
        foreach (var octet in unpacked)
        {
            low = (low + octet) % 65_521;
            high = (high + low) % 65_521;
        }

        return packed.Length >= 6 && BinaryPrimitives.ReadUInt32BigEndian(packed[^4..]) == ((high << 16) | low);
    }

    private static Body TooLarge(int bytes) => Body.Refuse(FetchCodes.TooLarge, $"More than {bytes / (1024 * 1024)} MB came; the rest was not read.");

    private static Body Damaged() => Body.Refuse(FetchCodes.BadPacking, "The body's packing is damaged, or it ends too early.");

    /// <summary>Brotli that says when its bytes end too early; the framework's stream does not.</summary>
    private sealed class WholeBrotli(ReadOnlyMemory<byte> packed) : MemoryStream
    {
        private BrotliDecoder _decoder;
        private ReadOnlyMemory<byte> _rest = packed;
        private bool _isDone;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_isDone) return 0;
            var status = _decoder.Decompress(_rest.Span, buffer, out var taken, out var written);
            _rest = _rest[taken..];
            _isDone = status == OperationStatus.Done;
            return _isDone || (status == OperationStatus.DestinationTooSmall && written > 0) ? written : throw new InvalidDataException("The bytes end too early.");
        }

        protected override void Dispose(bool disposing)
        {
            _decoder.Dispose();
            base.Dispose(disposing);
        }
    }
}
