using System.Globalization;
using System.Text;

namespace Chancery.Extraction.Intake.Mail;

/// <summary>The encodings of messages: words in headers (RFC 2047), parameters, base64 and quoted-printable. Damage gives what can be read.</summary>
internal static class MailHeader
{
    /// <summary>A header with its encoded words read: <c>=?utf-8?Q?Caf=C3=A9?=</c>. Raw bytes are decoded like a document's.</summary>
    public static string? Decode(string? header)
    {
        if (header is null) return null;
        var text = new StringBuilder();
        var afterWord = false;
        for (var at = 0; at < header.Length;)
        {
            var start = header.IndexOf("=?", at, StringComparison.Ordinal);
            var plain = start < 0 ? header[at..] : header[at..start];
            if (!(afterWord && start >= 0 && string.IsNullOrWhiteSpace(plain))) text.Append(Encodings.Decode(Encoding.Latin1.GetBytes(plain), null).Text);
            if (start < 0) break;
            (afterWord, at) = Word(header, start, text) is > 0 and var end ? (true, end) : (false, start + 2);
            if (!afterWord) text.Append("=?");
        }

        return TextShape.Collapse(text.ToString());
    }

    /// <summary>A parameter of a header, without its quotes; <see langword="null"/> if there is none.</summary>
    public static string? Parameter(string header, string name)
    {
        for (var at = header.IndexOf(';', StringComparison.Ordinal); at >= 0; at = header.IndexOf(';', at + 1))
        {
            var rest = header.AsSpan(at + 1).TrimStart();
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            rest = rest[name.Length..].TrimStart();
            if (rest.IsEmpty || rest[0] != '=') continue;
            rest = rest[1..].TrimStart();
            var end = rest.StartsWith("\"") ? rest[1..].IndexOf('"') : rest.IndexOf(';');
            var value = rest.StartsWith("\"") ? end < 0 ? rest[1..] : rest.Slice(1, end) : end < 0 ? rest : rest[..end];
            return value.Trim().ToString();
        }

        return null;
    }

    /// <summary>The bytes of base64, whatever stands between its letters; bits that make no whole byte are left out.</summary>
    public static byte[] Base64(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        var (bits, count) = (0, 0);
        foreach (var letter in text)
        {
            if (letter == '=') (bits, count) = (0, 0);
            var value = ValueOf(letter);
            if (value < 0) continue;
            (bits, count) = (((bits << 6) | value) & 0xFFFF, count + 6);
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)((bits >> count) & 0xFF));
        }

        return [.. bytes];
    }

    private static int ValueOf(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => letter - 'A',
        >= 'a' and <= 'z' => letter - 'a' + 26,
        >= '0' and <= '9' => letter - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };

    /// <summary>The bytes of quoted-printable; what is no code stays as it is.</summary>
    /// <param name="text">The text, one character a byte.</param>
    /// <param name="isHeader">True in headers, where <c>_</c> is a space.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<char> text, bool isHeader)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
            {
                bytes.Add(isHeader && text[at] == '_' ? (byte)' ' : (byte)text[at]);
                continue;
            }

            var soft = SoftBreak(text[(at + 1)..]);
            if (soft > 0) at += soft;
            else if (at + 2 < text.Length && byte.TryParse(text.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) (bytes, at) = (Added(bytes, code), at + 2);
            else bytes.Add((byte)'=');
        }

        return [.. bytes];
    }

    /// <summary>How long a line break is that an equals sign takes back; blanks may stand before it.</summary>
    private static int SoftBreak(ReadOnlySpan<char> rest)
    {
        var blanks = 0;
        while (blanks < rest.Length && rest[blanks] is ' ' or '\t') blanks++;
        if (rest[blanks..].StartsWith("\r\n")) return blanks + 2;
        return rest[blanks..].StartsWith("\n") ? blanks + 1 : 0;
    }

    private static List<byte> Added(List<byte> bytes, byte code)
    {
        bytes.Add(code);
        return bytes;
    }

    /// <summary>Reads an encoded word; gives where it ended, or −1 if it is none.</summary>
    private static int Word(string header, int start, StringBuilder text)
    {
        var charset = header.IndexOf('?', start + 2);
        if (charset < 0 || charset + 2 >= header.Length || header[charset + 2] != '?') return -1;
        var end = header.IndexOf("?=", charset + 3, StringComparison.Ordinal);
        if (end < 0) return -1;
        var coded = header.AsSpan(charset + 3, end - charset - 3);
        var bytes = header[charset + 1] is 'B' or 'b' ? Base64(coded) : QuotedPrintable(coded, isHeader: true);
        text.Append(Encodings.Decode(bytes, $"text/plain; charset={header[(start + 2)..charset].Split('*')[0]}").Text);
        return end + 2;
    }
}
