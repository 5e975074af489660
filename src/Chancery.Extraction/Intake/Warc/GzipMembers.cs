using System.IO.Compression;
using Chancery.Extraction.Intake.Archives;

namespace Chancery.Extraction.Intake.Warc;

/// <summary>A run of unpacked bytes, or why it could not be unpacked.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="IsCutShort">True if the packed bytes end too early or are damaged; what came out before is kept.</param>
/// <param name="Fault">The code of the refusal.</param>
internal readonly record struct GzipMember(ReadOnlyMemory<byte> Bytes, bool IsCutShort = false, string? Fault = null);

/// <summary>
/// The members of a gzip file one by one, so that a damaged one costs no other: each begins with bytes that packed data
/// hold by chance once in a few billion. Where chance had it so, two pieces are one member.
/// </summary>
internal static class GzipMembers
{
    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    /// <summary>The members in order; bytes that are not packed are one.</summary>
    public static IEnumerable<GzipMember> Of(ReadOnlyMemory<byte> bytes)
    {
        var (plain, fault) = WithoutOuterLayer(bytes);
        if (fault is not null || !Unpacking.IsGzip(plain.Span)) return [new GzipMember(plain, false, fault)];
        return Inflate(plain);
    }

    private static IEnumerable<GzipMember> Inflate(ReadOnlyMemory<byte> bytes)
    {
        var budget = new UnpackingBudget(bytes.Length);
        for (var start = 0; start < bytes.Length && !budget.IsSpent;)
        {
            var end = NextStart(bytes.Span, start + 1);
            var member = One(bytes[start..end], budget);
            if (member.IsCutShort && end < bytes.Length && NextStart(bytes.Span, end + 1) is var longer && One(bytes[start..longer], budget) is { IsCutShort: false, Fault: null } joined)
                (member, end) = (joined, longer);
            yield return member;
            start = end;
        }
    }

    /// <summary>A web archive that was packed as a whole once more.</summary>
    private static (ReadOnlyMemory<byte> Bytes, string? Fault) WithoutOuterLayer(ReadOnlyMemory<byte> bytes)
    {
        if (!Unpacking.IsGzip(bytes.Span)) return (bytes, null);
        using var head = new GZipStream(Unpacking.StreamOf(bytes), CompressionMode.Decompress);
        var mark = new byte[3];
        try
        {
            if (head.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length || !Unpacking.IsGzip(mark)) return (bytes, null);
            using var whole = new GZipStream(Unpacking.StreamOf(bytes), CompressionMode.Decompress);
            return (CountedStream.ReadAll(whole, bytes.Length, new UnpackingBudget(bytes.Length)), null);
        }
        catch (UnpackingException fault)
        {
            return (default, fault.Code);
        }
        catch (InvalidDataException)
        {
            return (bytes, null);
        }
    }

    private static GzipMember One(ReadOnlyMemory<byte> packed, UnpackingBudget budget)
    {
        using var gzip = new GZipStream(Unpacking.StreamOf(packed), CompressionMode.Decompress);
        using var target = new MemoryStream();
        var buffer = new byte[32 * 1024];
        try
        {
            while (gzip.Read(buffer) is > 0 and var count)
            {
                budget.Take(count);
                target.Write(buffer.AsSpan(0, count));
                if (target.Length > Limits.Megabyte && target.Length / Limits.Ratio > packed.Length) return new GzipMember(default, true, RefusalCodes.Unsafe);
                if (target.Length > Limits.UnpackedBytes) return new GzipMember(default, true, RefusalCodes.TooLarge);
            }
        }
        catch (UnpackingException fault)
        {
            return new GzipMember(default, true, fault.Code);
        }
        catch (InvalidDataException)
        {
            return Broken(target);
        }

        // The last four bytes state the length; the stream itself is silent when its source ends too early.
        if (packed.Length < 18) return Broken(target);
        var whole = BitConverter.ToUInt32(packed.Span[^4..]) == (uint)target.Length || packed.Span[^4..].IndexOfAnyExcept((byte)0) < 0;
        return whole ? new GzipMember(target.ToArray()) : Broken(target);
    }

    private static GzipMember Broken(MemoryStream target) =>
        target.Length == 0 ? new GzipMember(default, true, RefusalCodes.Truncated) : new GzipMember(target.ToArray(), true);

    /// <summary>Where the next member begins: its magic, deflate, known flags, a plausible level and system.</summary>
    private static int NextStart(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at + 10 <= bytes.Length; at++)
        {
            var found = bytes[at..].IndexOf(Magic);
            if (found < 0 || at + found + 10 > bytes.Length) break;
            at += found;
            if (bytes[at + 3] < 0x20 && bytes[at + 8] is 0 or 2 or 4 && bytes[at + 9] is < 14 or 255) return at;
        }

        return bytes.Length;
    }
}
