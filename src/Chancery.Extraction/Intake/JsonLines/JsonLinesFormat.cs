using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chancery.Extraction.Intake.Feeds;
using Chancery.Extraction.Intake.Json;
using Chancery.Extraction.Intake.Lines;
using Chancery.Extraction.Intake.PlainText;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake.JsonLines;

/// <summary>
/// Reports as JSON objects, one a line, in one array or alone: <c>id, title, text, date, outlet, url[, byline]</c>; only
/// <c>text</c> is needed. A report's id comes from its object and not from the whole document.
/// </summary>
internal sealed class JsonLinesFormat : IReportFormat
{
    private const string Cue = "\"text\"";

    public string Name => "jsonl";

    /// <summary>It begins as JSON does and holds a text, or the name says so.</summary>
    public bool Recognises(OpenedDocument document)
    {
        var head = document.Head;
        if (head.IsEmpty || head[0] is not ('{' or '[')) return false;
        if (document.IsNamed(".jsonl") || document.IsNamed(".ndjson")) return true;
        return head[1..].TrimStart() is ['"' or '{', ..] && document.Text.Contains(Cue, StringComparison.Ordinal) && JsonItems.Of(document).Any(item => item.Value?.Field("text") is not null);
    }

    public IntakeResult Read(OpenedDocument document)
    {
        var reports = new List<Report>();
        var refusals = new List<Refusal>();
        var items = new List<SourceItem>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (value, number) in JsonItems.Of(document))
        {
            var source = $"{document.Raw.Source}:{number}";
            if (value is not { } json || RawJsonReport.Read(json) is not { } raw || Adapt(raw, document.Raw) is not { Passages.Count: > 0 } draft)
            {
                refusals.Add(new Refusal(source, RefusalCodes.BadJsonLine, RefusalCodes.Sentence(RefusalCodes.BadJsonLine)));
                continue;
            }

            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.GetRawText())));
            reports.Add(draft.ToItem(document, raw.Id ?? raw.Url ?? digest, digest, FeedFormat.Nth(seen, digest), raw.Url ?? source));
            items.Add(new SourceItem(reports[^1].Id, raw.Id, raw.Url, draft.Title, digest));
        }

        if (reports.Count + refusals.Count == 0) return IntakeResult.Refuse(document, RefusalCodes.BadJson);
        return new IntakeResult(reports.ToEquatableArray(), refusals.ToEquatableArray()) { Items = items.ToEquatableArray(), Policy = SourceItem.PolicyOf(items) };
    }

    private static Draft Adapt(RawJsonReport line, RawDocument document)
    {
        var raw = document with { Address = line.Url };
        var markup = line.Text.Contains("</p>", StringComparison.OrdinalIgnoreCase) && line.Text.AsSpan().TrimStart().StartsWith("<");
        var draft = markup ? FeedAdapter.Fragment(line.Text, raw) : PlainTextFormat.Read(line.Text, raw, line.Title);
        draft.ForgetPlaces();
        if (line.Title is { } title) draft.Title = title;
        foreach (var byline in line.Bylines) draft.SignedBy(Byline.Names(byline));
        draft.Outlet = line.Outlet ?? draft.Outlet;
        draft.Published = FeedDates.Read(line.Date, raw) ?? draft.Published;
        return draft;
    }
}

/// <summary>One report as it came.</summary>
internal sealed record RawJsonReport(string Text, string? Id, string? Title, string? Date, string? Outlet, string? Url, IReadOnlyList<string> Bylines)
{
    /// <summary>The object's report; <see langword="null"/> if it is no object with a text.</summary>
    public static RawJsonReport? Read(JsonElement json) =>
        json.Field("text") is not { } text ? null : new RawJsonReport(
            text, json.Field("id"), json.Line("title"), json.Field("date"), json.Line("outlet"), json.Field("url"),
            json.Line("byline") is { } byline ? [byline] : [.. json.Many("byline").Select(JsonText.Text).OfType<string>()]);
}
