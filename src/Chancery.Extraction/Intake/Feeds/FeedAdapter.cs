using Chancery.Extraction.Intake.Html;
using Chancery.Extraction.Intake.Lines;
using Chancery.Extraction.Intake.PlainText;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>From an item of a feed to a draft: its markup is read as a page, its text as plain text.</summary>
internal static class FeedAdapter
{
    private const int LongestOutlet = 200;

    public static Draft Adapt(FeedItem item, RawFeed feed, RawDocument raw)
    {
        var body = Longer(item.Raw.Content, item.Raw.Summary) ?? item.Raw.Fallback ?? "";
        var own = raw with { Address = item.Address };
        var draft = LooksLikeMarkup(body) ? Fragment(body, own) : PlainTextFormat.Read(body, own, Title(item.Raw.Title));
        draft.ForgetPlaces();
        draft.Title = Title(item.Raw.Title) ?? draft.Title;
        var authors = (item.Raw.Authors.Count > 0 ? item.Raw.Authors : feed.Authors).Select(WithoutAddress).ToList();
        draft.SignedBy(authors.SelectMany(Byline.Names).Where(name => Credit.Agency(name) is null));
        draft.Credit(authors.Select(name => Credit.Agency(name)).OfType<string>());
        draft.Outlet = Outlet(item.Raw.Outlet) ?? Outlet(feed.Title) ?? Hosts.Of(item.Address);
        draft.Published = FeedDates.Read(item.Raw.Published, raw) ?? FeedDates.Read(item.Raw.Updated, raw) ?? draft.Published;
        return draft;
    }

    /// <summary>A headline without the tags and entities that feeds leave in it; <see langword="null"/> if nothing is left.</summary>
    public static string? Title(string? title)
    {
        if (title is null) return null;
        var plain = TextShape.Collapse(Mojibake.Repair(WithoutTags(System.Net.WebUtility.HtmlDecode(title))));
        return plain.Length > 0 ? plain : null;
    }

    /// <summary>True if the text has tags in it that make a page.</summary>
    public static bool LooksLikeMarkup(string body) =>
        body.Contains("</", StringComparison.Ordinal) || body.Contains("<p", StringComparison.OrdinalIgnoreCase) || body.Contains("<br", StringComparison.OrdinalIgnoreCase);

    /// <summary>A fragment is all article: it gets a wrapper that says so.</summary>
    public static Draft Fragment(string body, RawDocument raw) => HtmlFormat.Read($"<article itemprop=articleBody>{body}</article>", raw);

    private static string? Longer(string? content, string? summary) =>
        content is null || (summary is not null && summary.Length > content.Length * 2) ? summary : content;

    private static string? Outlet(string? name) =>
        name is { Length: <= LongestOutlet } && TextShape.Collapse(System.Net.WebUtility.HtmlDecode(name)) is { Length: > 0 } outlet ? outlet : null;

    /// <summary>RSS writes its authors as <c>desk@voice.example (Jo Quill)</c>.</summary>
    private static string WithoutAddress(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        var close = author.LastIndexOf(')');
        return author.Contains('@', StringComparison.Ordinal) && open >= 0 && close > open ? author[(open + 1)..close] : author;
    }

    private static string WithoutTags(string title)
    {
        var text = new System.Text.StringBuilder();
        var scanner = new Markup.MarkupScanner(title, html: true);
        while (scanner.Next(out var piece))
            if (piece.Kind == Markup.MarkupKind.Text) text.Append(title, piece.Start, piece.Length);
        return text.ToString();
    }
}
