using System.Globalization;
using System.IO.Compression;
using Chancery.Extraction.Intake.Archives;

namespace Chancery.Extraction.Intake.Warc;

/// <summary>
/// What a server answered, as a record holds it. Chunks are joined and packed bodies unpacked only where header and bytes
/// agree: crawlers leave headers standing that no longer hold.
/// </summary>
/// <param name="IsSuccess">True for the statuses of success; a <c>resource</c> is one.</param>
/// <param name="MediaType">With its charset, as sent.</param>
/// <param name="Body">The body.</param>
/// <param name="Fault">The code of the refusal if the body could not be unpacked.</param>
internal sealed record HttpAnswer(bool IsSuccess, string? MediaType, ReadOnlyMemory<byte> Body, string? Fault = null)
{
    /// <summary>The answer in the record; <see langword="null"/> if it is none of HTTP.</summary>
    public static HttpAnswer? Read(WarcRecord record)
    {
        var block = record.Block;
        if (!block.Span.StartsWith("HTTP/"u8)) return record.Type == "resource" ? new HttpAnswer(true, record.Header("Content-Type"), block) : null;
        var space = block.Span.IndexOf((byte)' ');
        var success = space > 0 && block.Length > space + 1 && block.Span[space + 1] == (byte)'2';
        var (headers, start) = HeaderBlock.Read(block.Span, 0);
        var body = block[start..];
        if (Says(headers, "Transfer-Encoding", "chunked")) body = Unchunk(body) ?? body;
        var (unpacked, fault) = Decode(headers.GetValueOrDefault("Content-Encoding") ?? "", body);
        return new HttpAnswer(success, headers.GetValueOrDefault("Content-Type"), unpacked, fault);
    }

    private static bool Says(Dictionary<string, string> headers, string name, string word) =>
        headers.TryGetValue(name, out var value) && value.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The chunks joined; <see langword="null"/> if these are none. A last chunk that broke off is kept.</summary>
    private static byte[]? Unchunk(ReadOnlyMemory<byte> body)
    {
        var joined = new MemoryStream(body.Length);
        var bytes = body.Span;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end is < 1 or > 64) return null;
            var size = bytes[..end].TrimEnd((byte)'\r');
            var extension = size.IndexOf((byte)';');
            if (extension >= 0) size = size[..extension];
            if (!int.TryParse(size.Trim((byte)' '), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0) return null;
            bytes = bytes[(end + 1)..];
            if (length == 0) break;
            joined.Write(bytes[..Math.Min(length, bytes.Length)]);
            bytes = length >= bytes.Length ? [] : bytes[length..].TrimStart("\r\n"u8);
        }

        return joined.ToArray();
    }

    private static (ReadOnlyMemory<byte>, string?) Decode(string coding, ReadOnlyMemory<byte> body)
    {
        if (coding.Contains("gzip", StringComparison.OrdinalIgnoreCase) && Unpacking.IsGzip(body.Span)) return Unpack(body, stream => new GZipStream(stream, CompressionMode.Decompress), mustBeSo: true);
        if (coding.Contains("br", StringComparison.OrdinalIgnoreCase)) return Unpack(body, stream => new BrotliStream(stream, CompressionMode.Decompress), mustBeSo: false);
        if (!coding.Contains("deflate", StringComparison.OrdinalIgnoreCase)) return (body, null);
        return body.Span is [0x78, ..] ? Unpack(body, stream => new ZLibStream(stream, CompressionMode.Decompress), mustBeSo: false)
            : Unpack(body, stream => new DeflateStream(stream, CompressionMode.Decompress), mustBeSo: false);
    }

    private static (ReadOnlyMemory<byte>, string?) Unpack(ReadOnlyMemory<byte> body, Func<Stream, Stream> open, bool mustBeSo)
    {
        try
        {
            using var stream = open(Unpacking.StreamOf(body));
            return (CountedStream.ReadAll(stream, body.Length, new UnpackingBudget(body.Length)), null);
        }
        catch (UnpackingException fault)
        {
            return (default, fault.Code);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            return mustBeSo ? (default, RefusalCodes.Truncated) : (body, null);
        }
    }
}
