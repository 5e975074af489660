using System.Globalization;
using System.Text;

namespace Chancery.Extraction.Intake.Mail;

/// <summary>
/// Reads a message of RFC 5322 and its parts (RFC 2045, 2046). The message comes as bytes widened to characters, so that every
/// part can be decoded by its own charset. Parts are taken from a list and not by recursion; a boundary that never closes
/// ends with the message.
/// </summary>
internal static class MailReader
{
    private const int MostParts = 1_000;

    // Stands for all parts beyond the limit, so that none is lost unsaid.
    private const string FurtherParts = "further parts";

    public static MailMessage Read(string bytes)
    {
        var top = new MailMessage();
        var parts = new Stack<(MailPart Part, MailMessage Owner, int Depth)>();
        parts.Push((TopPart(bytes, top), top, 0));
        for (var count = 0; parts.TryPop(out var next) && count < MostParts; count++)
        {
            if (next.Part.IsMultipart && next.Depth < Limits.MailDepth) foreach (var child in next.Part.Children().Reverse()) parts.Push((child, next.Owner, next.Depth + 1));
            else if (next.Part.MediaType == "message/rfc822" && next.Depth < Limits.MailDepth) parts.Push((Carry(next.Part, next.Owner, out var carried), carried, next.Depth + 1));
            else Take(next.Part, next.Owner);
        }

        if (parts.Count > 0) top.Attachments.Add(FurtherParts);
        return top;
    }

    private static MailPart TopPart(string bytes, MailMessage message)
    {
        // A mailbox puts a line of its own before the header.
        if (bytes.StartsWith("From ", StringComparison.Ordinal)) bytes = bytes[(bytes.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var part = MailPart.Read(bytes);
        message.From = MailHeader.Decode(part.Header("from"));
        message.Subject = MailHeader.Decode(part.Header("subject"));
        message.Date = part.Header("date");
        return part;
    }

    private static MailPart Carry(MailPart part, MailMessage owner, out MailMessage carried)
    {
        carried = new MailMessage();
        if (owner.Carried is null) owner.Carried = carried;
        else owner.Attachments.Add("message/rfc822");
        return TopPart(Encoding.Latin1.GetString(part.Decoded()), carried);
    }

    private static void Take(MailPart part, MailMessage message)
    {
        if (part.FileName is { } name || !part.MediaType.StartsWith("text/", StringComparison.Ordinal)) message.Attachments.Add(part.FileName ?? part.MediaType);
        else if (part.MediaType == "text/html") message.Page ??= part.Text();
        else if (part.MediaType is "text/plain" or "text/enriched") message.Text = message.Text is null ? part.Text() : $"{message.Text}\n\n{part.Text()}";
        else message.Attachments.Add(part.MediaType);
    }
}

/// <summary>A part of a message: its header and its body, not yet decoded.</summary>
internal sealed class MailPart(IReadOnlyDictionary<string, string> headers, string body)
{
    private const int LongestBoundary = 200;
    private readonly string _type = headers.GetValueOrDefault("content-type") ?? "text/plain";

    public string MediaType => _type.Split(';')[0].Trim().ToLowerInvariant();

    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal) && Boundary is not null;

    /// <summary>The name under which it is attached; <see langword="null"/> for the text of the message itself.</summary>
    public string? FileName
    {
        get
        {
            var disposition = Header("content-disposition") ?? "";
            var name = MailHeader.Parameter(disposition, "filename") ?? MailHeader.Parameter(_type, "name");
            if (!disposition.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) && name is null) return null;
            return TextShape.Collapse(MailHeader.Decode(name) ?? MediaType);
        }
    }

    private string? Boundary => MailHeader.Parameter(_type, "boundary") is { Length: > 0 and <= LongestBoundary } boundary ? boundary : null;

    /// <summary>The part at the beginning of the text: lines of its header, a blank line, the body.</summary>
    public static MailPart Read(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (at, name) = (0, "");
        var limit = Math.Min(text.Length, Limits.HeaderBytes);
        while (at < limit)
        {
            var end = text.IndexOf('\n', at);
            var line = (end < 0 ? text.AsSpan(at) : text.AsSpan(at, end - at)).TrimEnd('\r');
            at = end < 0 ? text.Length : end + 1;
            if (line.IsEmpty) break;
            name = Take(headers, line, name);
        }

        return new MailPart(headers, text[at..]);
    }

    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>The parts between the boundary's lines.</summary>
    public IEnumerable<MailPart> Children()
    {
        var mark = "--" + Boundary;
        var start = -1;
        for (var at = 0; at >= 0 && at < body.Length;)
        {
            var isMark = body.AsSpan(at).StartsWith(mark, StringComparison.Ordinal);
            if (isMark && start >= 0) yield return Read(body[start..Math.Max(start, at - 1)]);
            if (isMark && body.AsSpan(at + mark.Length).StartsWith("--")) yield break;
            var next = body.IndexOf('\n', at);
            if (isMark) start = next < 0 ? body.Length : next + 1;
            at = next < 0 ? -1 : next + 1;
        }

        if (start >= 0 && start < body.Length) yield return Read(body[start..]);
    }

    /// <summary>The body's bytes, transfer encoding taken off.</summary>
    public byte[] Decoded() => (Header("content-transfer-encoding") ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => MailHeader.Base64(body),
        "quoted-printable" => MailHeader.QuotedPrintable(body, isHeader: false),
        _ => Encoding.Latin1.GetBytes(body),
    };

    /// <summary>The body as text in its charset; where <c>format=flowed</c> says so, broken lines are joined.</summary>
    public string Text()
    {
        var text = Encodings.Decode(Decoded(), _type).Text.ReplaceLineEndings("\n");
        return "flowed".Equals(MailHeader.Parameter(_type, "format"), StringComparison.OrdinalIgnoreCase) ? Unflowed(text) : text;
    }

    private static string Unflowed(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            joined.Append(line);
            if (!line.EndsWith(' ') || line == "-- ") joined.Append('\n');
        }

        return joined.ToString();
    }

    private static string Take(Dictionary<string, string> headers, ReadOnlySpan<char> line, string name)
    {
        if (line[0] is ' ' or '\t')
        {
            if (headers.TryGetValue(name, out var value) && value.Length < Limits.HeaderLength) headers[name] = string.Concat(value, " ", line.Trim());
            return name;
        }

        var colon = line.IndexOf(':');
        if (colon <= 0) return name;
        name = line[..colon].Trim().ToString();
        headers.TryAdd(name, line[(colon + 1)..].Trim().ToString());
        return name;
    }
}
