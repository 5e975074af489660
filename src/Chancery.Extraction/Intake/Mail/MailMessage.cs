namespace Chancery.Extraction.Intake.Mail;

/// <summary>A message as it came, its parts decoded.</summary>
internal sealed class MailMessage
{
    public string? From { get; set; }

    public string? Subject { get; set; }

    public string? Date { get; set; }

    /// <summary>The plain parts, joined by blank lines.</summary>
    public string? Text { get; set; }

    /// <summary>The first part that is a page.</summary>
    public string? Page { get; set; }

    /// <summary>The names of the files attached; of one without a name, its media type.</summary>
    public List<string> Attachments { get; } = [];

    /// <summary>A message that this one carries whole.</summary>
    public MailMessage? Carried { get; set; }
}
