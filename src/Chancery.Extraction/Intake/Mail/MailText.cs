using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Mail;

/// <summary>
/// The text of a message without what mail adds to it: the header of a message forwarded in the text is read, marks of
/// quotation before every line go, a quoted message below an answer and the signature are cut.
/// </summary>
internal sealed record MailText(string Body, string? From, string? Subject, string? Date, List<(string Kind, string Text)> Cuts)
{
    private const int HeaderLines = 12;
    private static readonly string[] Names = ["from", "date", "sent", "subject", "to", "cc", "reply-to"];

    public static MailText Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var cuts = new List<(string, string)>();
        CutSignature(lines, cuts);
        var read = new MailText("", null, null, null, cuts);
        var header = lines.FindIndex(IsForwarding);
        if (header >= 0) read = read.Forwarded(lines, header);
        Unquote(lines);
        CutQuoted(lines, cuts);
        return read with { Body = string.Join('\n', lines) };
    }

    /// <summary>What the sender wrote before what he forwards stays; the header goes.</summary>
    private MailText Forwarded(List<string> lines, int at)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var end = at + 1;
        for (; end < lines.Count && end - at <= HeaderLines; end++)
        {
            var line = lines[end].TrimStart('>', ' ', '*');
            if (line.Length == 0 && fields.Count > 0) break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && (colon <= 0 || !Names.Contains(line[..colon].TrimEnd('*'), StringComparer.OrdinalIgnoreCase))) break;
            if (colon > 0) fields.TryAdd(line[..colon].TrimEnd('*'), line[(colon + 1)..].Trim(' ', '*'));
        }

        if (fields.Count < 2) return this;
        Cuts.Add((LineKind.Furniture, TextShape.Collapse(string.Join(' ', lines[at..end]))));
        lines.RemoveRange(at, end - at);
        return this with { From = fields.GetValueOrDefault("from"), Subject = fields.GetValueOrDefault("subject"), Date = fields.GetValueOrDefault("date") ?? fields.GetValueOrDefault("sent") };
    }

    /// <summary>"---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:".</summary>
    private static bool IsForwarding(string line)
    {
        var words = line.Trim('-', ' ', ':', '>', '_', '*');
        return words.Equals("Forwarded message", StringComparison.OrdinalIgnoreCase) || words.Equals("Original Message", StringComparison.OrdinalIgnoreCase)
            || words.Equals("Begin forwarded message", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The line of two dashes and a blank: what follows is the sender's card.</summary>
    private static void CutSignature(List<string> lines, List<(string, string)> cuts)
    {
        var at = lines.FindLastIndex(line => line is "-- " or "--");
        if (at < 0 || at * 2 < lines.Count) return;
        cuts.Add((LineKind.Furniture, TextShape.Collapse(string.Join(' ', lines[at..]))));
        lines.RemoveRange(at, lines.Count - at);
    }

    /// <summary>Where nearly every line is quoted, the quoted message is the text.</summary>
    private static void Unquote(List<string> lines)
    {
        var written = lines.Count(line => line.Length > 0);
        if (lines.Count(line => line.StartsWith('>')) * 10 < written * 8) return;
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].StartsWith('>'))
                lines[i] = lines[i].TrimStart('>').TrimStart(' ');
    }

    /// <summary>"On Mon, Jo Quill wrote:" with the quoted lines below it.</summary>
    private static void CutQuoted(List<string> lines, List<(string, string)> cuts)
    {
        var kept = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            if (!lines[i].StartsWith('>'))
            {
                kept.Add(lines[i++]);
                continue;
            }

            var quoted = new List<string>();
            while (i < lines.Count && (lines[i].StartsWith('>') || lines[i].Length == 0)) quoted.Add(lines[i++]);
            var lead = kept.Count > 0 && kept[^1].Length == 0 ? kept.Count - 2 : kept.Count - 1;
            if (lead >= 0 && kept[lead].EndsWith(':'))
            {
                quoted.Insert(0, kept[lead]);
                kept.RemoveRange(lead, kept.Count - lead);
            }

            cuts.Add((LineKind.Repeat, TextShape.Collapse(string.Join(' ', quoted))));
            kept.Add("");
        }

        lines.Clear();
        lines.AddRange(kept);
    }
}
