using System.Buffers;
using System.Text;

namespace Chancery.Extraction.Intake;

/// <summary>
/// Finds the encoding of a document: byte-order mark, the transport's charset, strict UTF-8 over all bytes, the page's own
/// word within 4,096 bytes, windows-1252. Where a document mixes UTF-8 with single bytes, the bad runs are read as
/// windows-1252. Never fails: some encoding always makes text, and <see cref="IsText"/> says whether it is any.
/// </summary>
internal static class Encodings
{
    private const int HeadLength = 4096;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly string[] Declarations = ["charset=", "encoding="];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \"';/>?\r\n");

    private static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text without its byte-order mark, and the name of the encoding.</summary>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return (Repairing(bytes[3..]), "utf-8");
        if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode.GetString(bytes[2..]), "utf-16le");
        if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be");
        if (Utf16WithoutMark(bytes) is { } utf16) return (utf16.GetString(bytes), utf16.WebName);
        if (Named(CharsetOf(mediaType)) is { } sent && Try(sent, bytes) is { } text) return (text, sent.WebName);
        if (Try(Strict, bytes) is { } utf8) return (utf8, "utf-8");
        if (Named(DeclaredCharset(bytes)) is { } own && own.CodePage != Encoding.UTF8.CodePage && Try(own, bytes) is { } declared)
            return (declared, own.WebName);
        return HasUtf8Sequence(bytes) ? (Repairing(bytes), "utf-8, windows-1252") : (Windows1252.GetString(bytes), "windows-1252");
    }

    /// <summary>True if the bytes cannot be text: a known magic number, or NUL bytes where UTF-16 would not have them.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] or [(byte)'P', (byte)'K', 3, 4, ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..])
            return true;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Utf16WithoutMark(bytes) is not null) return false;
        return Controls(bytes) > bytes.Length / 50 && !HasMarkup(bytes);
    }

    /// <summary>True unless control or replacement characters make up a part that no text has.</summary>
    public static bool IsText(string text)
    {
        var odd = 0;
        foreach (var letter in text)
            if (letter == '\uFFFD' || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t' or '\f' or '\0' or '\u0085')))
                odd++;
        return odd <= text.Length / 20;
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var one in bytes)
            if (one < 32 && one is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or 0x1B))
                count++;
        return count;
    }

    /// <summary>A page with NUL bytes strewn in is still a page: browsers drop them.</summary>
    private static bool HasMarkup(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \r\n\t\0"u8).StartsWith("<"u8) && bytes.IndexOf((byte)'>') >= 0;

    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 1024)];
        if (sample.Length < 16) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }

        var most = sample.Length / 2 * 8 / 10;
        if (odd >= most && even == 0) return new UnicodeEncoding(false, false);
        return even >= most && odd == 0 ? new UnicodeEncoding(true, false) : null;
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The encoding that browsers mean by the name; latin-1 and ASCII are windows-1252, as the web has it.</summary>
    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        if (name is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1") return Windows1252;
        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return found.CodePage is 65000 or 1200 or 1201 or 12000 or 12001 ? null : found;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? CharsetOf(string? mediaType)
    {
        var at = mediaType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : NameAt(mediaType.AsSpan(at + "charset=".Length));
    }

    private static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        foreach (var mark in Declarations)
            if (head.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                return NameAt(head.AsSpan(at + mark.Length));
        return null;
    }

    private static string NameAt(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" \"'");
        var end = rest.IndexOfAny(NameEnds);
        return rest[..(end < 0 ? Math.Min(rest.Length, 40) : end)].ToString().ToLowerInvariant();
    }

    private static bool HasUtf8Sequence(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] >= 0xC2 && Rune.DecodeFromUtf8(bytes[i..], out _, out var length) == OperationStatus.Done && length > 1)
                return true;
        return false;
    }

    /// <summary>UTF-8, with every byte that is none read as windows-1252.</summary>
    private static string Repairing(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var good = GoodRun(bytes);
            if (good > 0) text.Append(Encoding.UTF8.GetString(bytes[..good]));
            bytes = bytes[good..];
            if (bytes.IsEmpty) break;
            text.Append(Windows1252.GetString(bytes[..1]));
            bytes = bytes[1..];
        }

        return text.ToString();
    }

    private static int GoodRun(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done) break;
            at += length;
        }

        return at;
    }
}
