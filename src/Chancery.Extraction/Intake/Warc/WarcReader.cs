using System.Globalization;

namespace Chancery.Extraction.Intake.Warc;

/// <summary>
/// Cuts bytes into records. A length that does not lead to the next record is not believed: the record then goes to where
/// the next one begins. Linear: every byte is searched once.
/// </summary>
internal static class WarcReader
{
    private const int MostSeparators = 8;

    /// <summary>The records in order; one that could not be unpacked gives only its fault.</summary>
    public static IEnumerable<WarcRecord> Read(GzipMember member)
    {
        if (member.Fault is { } fault)
        {
            yield return new WarcRecord(new Dictionary<string, string>(), default, true, fault);
            yield break;
        }

        for (var at = NextRecord(member.Bytes.Span, 0); at >= 0;)
        {
            var (record, end) = One(member.Bytes, at, member.IsCutShort);
            yield return record;
            at = end >= member.Bytes.Length ? -1 : NextRecord(member.Bytes.Span, end);
        }
    }

    private static (WarcRecord Record, int End) One(ReadOnlyMemory<byte> bytes, int at, bool isCutShort)
    {
        var (headers, start) = HeaderBlock.Read(bytes.Span, at);
        var stated = long.TryParse(headers.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : -1;
        var truncated = headers.ContainsKey("WARC-Truncated");
        if (stated >= 0 && stated <= bytes.Length - start && IsEnd(bytes.Span, start + (int)stated))
            return (new WarcRecord(headers, bytes.Slice(start, (int)stated), truncated), start + (int)stated);
        var next = NextRecord(bytes.Span, start);
        var end = next < 0 ? bytes.Length : next;
        var block = bytes[start..end];
        block = block[..block.Span.TrimEnd("\r\n"u8).Length];
        return (new WarcRecord(headers, block, truncated || isCutShort || stated > block.Length), end);
    }

    /// <summary>True if nothing but line ends stand between here and the next record or the end.</summary>
    private static bool IsEnd(ReadOnlySpan<byte> bytes, int at)
    {
        for (var i = 0; i < MostSeparators && at < bytes.Length && bytes[at] is (byte)'\r' or (byte)'\n'; i++) at++;
        return at >= bytes.Length || bytes[at..].StartsWith("WARC/"u8);
    }

    private static int NextRecord(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at < bytes.Length;)
        {
            var found = bytes[at..].IndexOf("WARC/1."u8);
            if (found < 0) return -1;
            at += found;
            if (at == 0 || bytes[at - 1] is (byte)'\n' or (byte)'\r') return at;
            at++;
        }

        return -1;
    }
}
