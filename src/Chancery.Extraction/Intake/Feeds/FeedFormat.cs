using Chancery.Extraction.Intake.Html;
using Chancery.Extraction.Intake.Lines;
using Chancery.Extraction.Intake.PlainText;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>RSS 0.9–2.0, RDF and Atom: one report an item. An item's identity is its guid, else its address, else its title.</summary>
internal sealed class FeedFormat : IReportFormat
{
    private static readonly string[] Roots = ["<rss", "<rdf:rdf", "<feed", "<channel"];

    public string Name => "feed";

    public bool Recognises(OpenedDocument document)
    {
        var head = document.Head;
        if (!head.StartsWith("<")) return false;
        var scanner = new Markup.MarkupScanner(document.Text, html: false);
        while (scanner.Next(out var piece))
            if (piece.Kind == Markup.MarkupKind.StartTag)
                return Array.Exists(Roots, root => piece.IsNamed(document.Text, root[1..]));
        return false;
    }

    public IntakeResult Read(OpenedDocument document)
    {
        var feed = FeedReader.Read(document.Text);
        var reports = new List<Report>();
        var refusals = new List<Refusal>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in feed.Items)
        {
            var draft = FeedAdapter.Adapt(item, feed, document.Raw);
            if (draft.Passages.Count == 0) refusals.Add(new Refusal($"{document.Raw.Source}#{item.Link ?? item.Title}", RefusalCodes.EmptyItem, RefusalCodes.Sentence(RefusalCodes.EmptyItem)));
            else reports.Add(draft.ToReport(document, KeyOf(item, keys), item.Link));
        }

        if (reports.Count == 0 && refusals.Count == 0) return IntakeResult.Refuse(document, RefusalCodes.EmptyFeed);
        return new IntakeResult(reports.ToEquatableArray(), refusals.ToEquatableArray());
    }

    /// <summary>A guid that another item has too is no identity; then address and title stand in.</summary>
    private static string KeyOf(RawFeedItem item, HashSet<string> keys)
    {
        var key = item.Id ?? item.Link ?? item.Title ?? "";
        if (keys.Add(key)) return key;
        key = string.Join('\u001F', item.Id, item.Link, item.Title);
        return keys.Add(key) ? key : string.Join('\u001F', key, item.Start);
    }
}

/// <summary>From an item of a feed to a draft: its markup is read as a page, its text as plain text.</summary>
internal static class FeedAdapter
{
    private const int LongestOutlet = 200;

    public static Draft Adapt(RawFeedItem item, RawFeed feed, RawDocument raw)
    {
        var body = Longer(item.Content, item.Summary) ?? "";
        var own = raw with { Address = item.Link };
        var draft = LooksLikeMarkup(body) ? Fragment(body, own) : PlainTextFormat.Read(body, own, Title(item.Title));
        draft.ForgetPlaces();
        draft.Title = Title(item.Title) ?? draft.Title;
        draft.SignedBy(item.Authors.SelectMany(Byline.Names).Where(name => Credit.Agency(name) is null));
        draft.Credit(item.Authors.Select(name => Credit.Agency(name)).OfType<string>());
        draft.Outlet = feed.Title is { Length: <= LongestOutlet } title ? TextShape.Collapse(title) : Hosts.Of(item.Link);
        draft.Published = Day(item.Published ?? item.Updated, raw) ?? draft.Published;
        return draft;
    }

    /// <summary>A fragment is all article: it gets a wrapper that says so.</summary>
    private static Draft Fragment(string body, RawDocument raw) => HtmlFormat.Read($"<article itemprop=articleBody>{body}</article>", raw);

    private static string? Longer(string? content, string? summary) =>
        content is null || (summary is not null && summary.Length > content.Length * 2) ? summary : content;

    private static bool LooksLikeMarkup(string body) =>
        body.Contains("</", StringComparison.Ordinal) || body.Contains("<p", StringComparison.OrdinalIgnoreCase) || body.Contains("<br", StringComparison.OrdinalIgnoreCase);

    private static string? Title(string? title)
    {
        if (title is null) return null;
        var plain = TextShape.Collapse(Mojibake.Repair(WithoutTags(System.Net.WebUtility.HtmlDecode(title))));
        return plain.Length > 0 ? plain : null;
    }

    private static string WithoutTags(string title)
    {
        var text = new System.Text.StringBuilder();
        var scanner = new Markup.MarkupScanner(title, html: true);
        while (scanner.Next(out var piece))
            if (piece.Kind == Markup.MarkupKind.Text) text.Append(title, piece.Start, piece.Length);
        return text.ToString();
    }

    private static Publication? Day(string? written, RawDocument raw)
    {
        if (written is null || written.Length > 100) return null;
        var mention = DayReader.Find(written).Find(one => one.Year is not null);
        return mention.Year is null ? null : PublicationRules.Of(mention, PublicationRules.Metadata, written[mention.Start..mention.End], raw);
    }
}
