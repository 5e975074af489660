using System.Text.Json;
using Chancery.Extraction.Intake.Html;
using Chancery.Extraction.Intake.Lines;
using Chancery.Extraction.Intake.PlainText;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake.JsonLines;

/// <summary>One report a line: <c>id, title, text, date, outlet, url[, byline]</c>; only <c>text</c> is needed.</summary>
internal sealed class JsonLinesFormat : IReportFormat
{
    public string Name => "jsonl";

    /// <summary>The first line is a JSON object that has a text, or the name says so.</summary>
    public bool Recognises(OpenedDocument document)
    {
        var text = document.Text.AsSpan().TrimStart();
        if (!text.StartsWith("{")) return false;
        var end = text.IndexOf('\n');
        return document.IsNamed(".jsonl") || document.IsNamed(".ndjson") || RawJsonReport.Read((end < 0 ? text : text[..end]).ToString()) is not null;
    }

    public IntakeResult Read(OpenedDocument document)
    {
        var reports = new List<Report>();
        var refusals = new List<Refusal>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in document.Text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace()) continue;
            var draft = RawJsonReport.Read(line.ToString()) is { } raw ? Adapt(raw, document.Raw) : null;
            if (draft is not { Draft.Passages.Count: > 0 }) refusals.Add(new Refusal($"{document.Raw.Source}:{number}", RefusalCodes.BadJsonLine, RefusalCodes.Sentence(RefusalCodes.BadJsonLine)));
            else reports.Add(draft.Value.Draft.ToReport(document, keys.Add(draft.Value.Key) ? draft.Value.Key : $"{draft.Value.Key}\u001F{number}", draft.Value.Source ?? $"{document.Raw.Source}:{number}"));
            if (number == Limits.Items) break;
        }

        return new IntakeResult(reports.ToEquatableArray(), refusals.ToEquatableArray());
    }

    private static (Draft Draft, string Key, string? Source)? Adapt(RawJsonReport line, RawDocument document)
    {
        var raw = document with { Address = line.Url };
        var markup = line.Text.Contains("</p>", StringComparison.OrdinalIgnoreCase) && line.Text.AsSpan().TrimStart().StartsWith("<");
        var draft = markup ? HtmlFormat.Read($"<article itemprop=articleBody>{line.Text}</article>", raw) : PlainTextFormat.Read(line.Text, raw, line.Title);
        draft.ForgetPlaces();
        if (line.Title is { } title) draft.Title = title;
        if (line.Byline is { } byline) draft.SignedBy(Byline.Names(byline));
        draft.Outlet = line.Outlet ?? draft.Outlet;
        if (line.Date is { } date && DayReader.Find(date).FirstOrDefault() is { Year: not null } day)
            draft.Published = PublicationRules.Of(day, PublicationRules.Metadata, date[day.Start..day.End], raw) ?? draft.Published;
        return (draft, line.Id ?? line.Url ?? line.Title ?? "", line.Url);
    }
}

/// <summary>One line as it came.</summary>
internal sealed record RawJsonReport(string Text, string? Id, string? Title, string? Date, string? Outlet, string? Url, string? Byline)
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 64 };

    /// <summary>The line; <see langword="null"/> if it is no object with a text.</summary>
    public static RawJsonReport? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object || Field(document.RootElement, "text") is not { } text) return null;
            return new RawJsonReport(text, Field(document.RootElement, "id"), Line(document.RootElement, "title"), Field(document.RootElement, "date"),
                Line(document.RootElement, "outlet"), Field(document.RootElement, "url"), Line(document.RootElement, "byline"));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Line(JsonElement element, string name) =>
        Field(element, name) is { } text && TextShape.Collapse(text) is { Length: > 0 } line ? line : null;

    private static string? Field(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
