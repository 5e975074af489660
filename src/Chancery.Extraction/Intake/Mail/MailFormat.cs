using System.Text;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Mail;

/// <summary>
/// A message of e-mail (RFC 5322 with MIME): one report, its text from the plain part, failing that from the page. Files
/// attached to it are refused one by one; a message that only carries another gives the other.
/// </summary>
internal sealed class MailFormat : IReportFormat
{
    private const int HeaderLines = 60;
    private const int FewestNames = 3;
    private static readonly string[] Names =
    [
        "from", "to", "cc", "date", "subject", "sender", "reply-to", "message-id", "mime-version", "received", "return-path", "delivered-to",
        "content-type", "content-transfer-encoding", "x-mailer", "list-id", "list-unsubscribe", "dkim-signature", "authentication-results", "in-reply-to",
    ];

    public string Name => "mail";

    /// <summary>It begins with lines of a message's header, three of them or more with a sender among them.</summary>
    public bool Recognises(OpenedDocument document)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = HeaderLines;
        foreach (var line in document.Head.EnumerateLines())
        {
            if (line.IsEmpty || left-- == 0) break;
            if (char.IsWhiteSpace(line[0]) || line.StartsWith("From ", StringComparison.Ordinal)) continue;
            var colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].Contains(' ')) return false;
            if (Array.IndexOf(Names, line[..colon].ToString().ToLowerInvariant()) >= 0) found.Add(line[..colon].ToString());
        }

        return found.Contains("from") && found.Count >= (document.IsNamed(".eml") ? 2 : FewestNames);
    }

    /// <summary>A message is bytes; one that an editor stored as UTF-16 is written back.</summary>
    private static ReadOnlySpan<byte> BytesOf(OpenedDocument document)
    {
        var bytes = document.Bytes.Span;
        if (document.Encoding.StartsWith("utf-16", StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(document.Text);
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
    }

    public IntakeResult Read(OpenedDocument document)
    {
        var message = MailReader.Read(Encoding.Latin1.GetString(BytesOf(document)));
        var refusals = message.Attachments.Select(name => new Refusal($"{document.Raw.Source}/{name}", RefusalCodes.Attachment, RefusalCodes.Sentence(RefusalCodes.Attachment))).ToList();
        var draft = MailAdapter.Adapt(message, document.Raw);
        if (draft.Passages.Count > 0) return new IntakeResult([draft.ToReport(document)], refusals.ToEquatableArray());
        var none = IntakeResult.Refuse(document, RefusalCodes.NoArticle);
        return none with { Refusals = [.. none.Refusals, .. refusals] };
    }
}
