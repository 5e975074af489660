using Chancery.Extraction.Intake.Feeds;
using Chancery.Extraction.Intake.Html;
using Chancery.Extraction.Intake.Lines;
using Chancery.Extraction.Intake.PlainText;

namespace Chancery.Extraction.Intake.Mail;

/// <summary>
/// From a message to a draft. The subject is the headline without its marks of answering and forwarding; a sender with a
/// person's name signs, another is the outlet. A message forwarded in the text counts as what it was before; what is
/// quoted below an answer is cut.
/// </summary>
internal static class MailAdapter
{
    private const int FewestWords = 12;
    private static readonly string[] Marks = ["re:", "fw:", "fwd:", "aw:", "wg:", "tr:"];

    public static Draft Adapt(MailMessage message, RawDocument raw)
    {
        if (message.Carried is { } carried && TextShape.Words(message.Text ?? "") < FewestWords) message = carried;
        var text = message.Text is null ? null : MailText.Read(message.Text);
        var title = Title(text?.Subject ?? message.Subject);
        var draft = text is not null && (message.Page is null || TextShape.Words(text.Body) >= FewestWords)
            ? PlainTextFormat.Read(text.Body, raw, title)
            : HtmlFormat.Read(message.Page ?? "", raw, FewestWords);
        draft.ForgetPlaces();
        draft.Title = title ?? draft.Title;
        foreach (var (kind, cut) in text?.Cuts ?? []) draft.Cut(kind, cut);
        Sign(draft, text?.From ?? message.From);
        draft.Published = FeedDates.Read(text?.Date ?? message.Date, raw) ?? draft.Published;
        return draft;
    }

    private static string? Title(string? subject)
    {
        var title = subject ?? "";
        while (Array.Find(Marks, mark => title.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) is { } mark) title = title[mark.Length..].TrimStart();
        if (title.StartsWith('[') && title.IndexOf(']', StringComparison.Ordinal) is > 0 and < 40 and var end) title = title[(end + 1)..].TrimStart();
        return title.Length > 0 ? title : null;
    }

    private static void Sign(Draft draft, string? from)
    {
        if (from is null) return;
        var open = from.IndexOf('<', StringComparison.Ordinal);
        var name = (open >= 0 ? from[..open] : from).Trim(' ', '"', '\'');
        var address = open >= 0 ? from[(open + 1)..].Split('>')[0] : from;
        if (name.Contains('@', StringComparison.Ordinal)) name = "";
        if (Credit.Agency(name) is { } agency) draft.Credit([agency]);
        else if (Byline.IsName(name) && !Byline.IsOutlet(name)) draft.SignedBy(draft.Bylines.Count == 0 ? [name] : []);
        else if (name.Length > 0) draft.Outlet ??= name;
        var at = address.LastIndexOf('@');
        if (at > 0 && at + 1 < address.Length) draft.Outlet ??= address[(at + 1)..].Trim().ToLowerInvariant();
    }
}
