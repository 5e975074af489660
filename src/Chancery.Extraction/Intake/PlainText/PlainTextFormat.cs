using System.Net;
using Chancery.Record;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>Plain text: one report a document. It takes whatever no other format wanted.</summary>
internal sealed class PlainTextFormat : IReportFormat
{
    private static readonly string[] Foreign = ["{\\rtf", "{\"", "[{", "<?xml", "%!PS"];

    public string Name => "text";

    /// <summary>Everything but the beginnings of formats that are not text for people.</summary>
    public bool Recognises(OpenedDocument document) => !Array.Exists(Foreign, mark => document.Head.StartsWith(mark, StringComparison.Ordinal));

    public IntakeResult Read(OpenedDocument document)
    {
        if (HasTooManyLines(document.Text)) return IntakeResult.Refuse(document.Raw, RefusalCodes.TooLarge, $"The text has more than {Limits.Lines:N0} lines; split it.");
        var draft = Read(document.Text, document.Raw);
        return draft.Passages.Count == 0
            ? IntakeResult.Refuse(document, RefusalCodes.NoArticle)
            : new IntakeResult([draft.ToReport(document)], []);
    }

    /// <summary>The draft of a plain text, whichever format it came in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="raw">Where it came from.</param>
    /// <param name="title">The headline, if it is known already; then no line of the text is taken for it but its like.</param>
    public static Draft Read(string text, RawDocument raw, string? title = null)
    {
        var draft = new Draft { Title = title };
        if (HasTooManyLines(text)) return draft;
        var header = LeadingDate.Read(text);
        if (header is not null) draft.Cut(Lines.LineKind.Date, header.Words);
        var lines = LinesOf(text, header?.Length ?? 0);
        new LineReader(lines, draft, header, raw).Read();
        return draft;
    }

    private static bool HasTooManyLines(string text) => text.AsSpan().Count('\n') > Limits.Lines;

    private static List<TextLine> LinesOf(string text, int skip)
    {
        var body = skip == 0 ? text : string.Concat(new string(' ', skip), text.AsSpan(skip));
        if (MarkupInText.IsIn(body)) return MarkupInText.Cut(body);
        if (body.Contains("&lt;", StringComparison.Ordinal) && WebUtility.HtmlDecode(body) is var decoded && MarkupInText.IsIn(decoded))
            return MarkupInText.Cut(decoded).ConvertAll(line => line.Placeless());
        return LineCutter.Cut(body);
    }
}
