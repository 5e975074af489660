using System.Security.Cryptography;
using System.Text;
using Chancery.Extraction.Intake.Feeds;
using Chancery.Extraction.Intake.Lines;
using Chancery.Extraction.Intake.PlainText;
using Chancery.Record;
using Chancery.Text;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Extraction.Intake.News;

/// <summary>
/// Turns the news items of a document into reports: what is withdrawn, under embargo or without text is refused, and of two
/// versions the later one revises the earlier.
/// </summary>
internal sealed class NewsDesk(OpenedDocument document)
{
    private static readonly string[] Usable = ["usable", ""];
    private static readonly string[] TextKinds = ["text", "composite", ""];
    private readonly List<(Report Report, SourceItem Item)> _read = [];
    private readonly List<Refusal> _refusals = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The result for all items; a document without any is refused.</summary>
    public static IntakeResult Read(OpenedDocument document, IEnumerable<NewsItem> items)
    {
        var desk = new NewsDesk(document);
        foreach (var item in items.Take(Limits.Items)) desk.Take(item);
        if (desk._read.Count + desk._refusals.Count == 0) return IntakeResult.Refuse(document, RefusalCodes.NoNewsText);
        var reports = desk.LinkVersions();
        var known = desk._read.Select(read => read.Item).ToList();
        return new IntakeResult(reports.ToEquatableArray(), desk._refusals.ToEquatableArray()) { Items = known.ToEquatableArray(), Policy = SourceItem.PolicyOf(known) };
    }

    private void Take(NewsItem item)
    {
        if (FaultOf(item) is { } fault)
        {
            Refuse(item, fault.Code, fault.Detail);
            return;
        }

        var draft = Adapt(item);
        if (draft.Passages.Count == 0)
        {
            Refuse(item, RefusalCodes.NoNewsText, RefusalCodes.Sentence(RefusalCodes.NoNewsText));
            return;
        }

        var digest = Digest(item);
        var report = draft.ToItem(document, item.Id ?? digest, digest, FeedFormat.Nth(_seen, digest), item.Address ?? SourceOf(item));
        _read.Add((report, new SourceItem(report.Id, item.Id, item.Address, draft.Title, digest, Version: item.Version)));
    }

    private (string Code, string Detail)? FaultOf(NewsItem item)
    {
        if (Array.IndexOf(Usable, item.Status ?? "") < 0) return (RefusalCodes.Withdrawn, $"{RefusalCodes.Sentence(RefusalCodes.Withdrawn)} (status: {item.Status})");
        if (item.Embargo is { } embargo && !IsOver(embargo, item)) return (RefusalCodes.Embargoed, $"{RefusalCodes.Sentence(RefusalCodes.Embargoed)} (until {embargo})");
        if (Array.IndexOf(TextKinds, item.Kind ?? "") < 0 || (item.Markup ?? item.Text) is null) return (RefusalCodes.NoNewsText, RefusalCodes.Sentence(RefusalCodes.NoNewsText));
        return null;
    }

    /// <summary>Over if the document was fetched, or the item itself made, after its end. There is no clock in here.</summary>
    private bool IsOver(string embargo, NewsItem item)
    {
        if (TimeOf(embargo) is not { } end) return false;
        return document.Raw.Retrieved >= end || TimeOf(item.Changed) >= end;
    }

    /// <summary>A time with a zone; one without is taken at the end of the day in the last of zones.</summary>
    private static Instant? TimeOf(string? written)
    {
        if (written is null) return null;
        if (OffsetDateTimePattern.ExtendedIso.Parse(written) is { Success: true, Value: var exact }) return exact.ToInstant();
        return written.Length >= 10 && LocalDatePattern.Iso.Parse(written[..10]) is { Success: true, Value: var day } ? day.PlusDays(1).AtMidnight().WithOffset(Offset.FromHours(-12)).ToInstant() : null;
    }

    private Draft Adapt(NewsItem item)
    {
        var raw = document.Raw with { Address = item.Address };
        var title = FeedAdapter.Title(item.Headline);
        var draft = item.Markup is { } markup && FeedAdapter.LooksLikeMarkup(markup) ? FeedAdapter.Fragment(markup, raw) : PlainTextFormat.Read(item.Markup ?? item.Text!, raw, title);
        draft.ForgetPlaces();
        draft.Title = title ?? draft.Title;
        draft.SignedBy(item.Bylines.SelectMany(Byline.Names));
        draft.Credit(item.Credits.SelectMany(Credit.AgenciesByPlace));
        draft.Credit(item.Bylines.Select(name => Credit.Agency(name)).OfType<string>());
        draft.Outlet = item.Provider ?? draft.Outlet;
        draft.Published = FeedDates.Read(item.Created, raw) ?? FeedDates.Read(item.Changed, raw) ?? draft.Published;
        if (item.Note is { } note) draft.Cut(LineKind.Furniture, TextShape.Collapse(note));
        return draft;
    }

    /// <summary>The reports, each with the version before it in this document.</summary>
    private IEnumerable<Report> LinkVersions()
    {
        var earlier = new Dictionary<string, string>(StringComparer.Ordinal);
        var revises = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (report, item) in _read.Where(read => read.Item is { Native: not null, Version: not null }).OrderBy(read => read.Item.Version))
        {
            if (earlier.TryGetValue(item.Native!, out var before)) revises[report.Id] = before;
            earlier[item.Native!] = report.Id;
        }

        return _read.Select(read => revises.TryGetValue(read.Report.Id, out var before) ? read.Report with { Revises = before } : read.Report);
    }

    private void Refuse(NewsItem item, string code, string detail) => _refusals.Add(new Refusal(item.Address ?? SourceOf(item), code, detail));

    private string SourceOf(NewsItem item) => item.Id is null ? document.Raw.Source : $"{document.Raw.Source}#{item.Id}";

    private static string Digest(NewsItem item) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001F', [item.Id, $"{item.Version}", item.Headline, item.Markup, item.Text, item.Created, item.Changed, item.Provider, .. item.Bylines, "\u001E", .. item.Credits]))));
}
