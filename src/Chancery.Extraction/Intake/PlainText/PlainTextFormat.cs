using System.Net;
using Chancery.Record;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>Plain text: one report a document. It takes whatever no other format wanted.</summary>
internal sealed class PlainTextFormat : IReportFormat
{
    public string Name => "text";

    public bool Recognises(OpenedDocument document) => true;

    public IntakeResult Read(OpenedDocument document)
    {
        var draft = Read(document.Text, document.Raw);
        return draft.Passages.Count == 0
            ? IntakeResult.Refuse(document, RefusalCodes.NoArticle)
            : new IntakeResult([draft.ToReport(document)], []);
    }

    /// <summary>The draft of a plain text, whichever format it came in.</summary>
    public static Draft Read(string text, RawDocument raw)
    {
        var draft = new Draft();
        var header = LeadingDate.Read(text);
        if (header is not null) draft.Cut(Lines.LineKind.Date, header.Words);
        var lines = LinesOf(text, header?.Length ?? 0);
        new LineReader(lines, draft, header, raw).Read();
        return draft;
    }

    private static List<TextLine> LinesOf(string text, int skip)
    {
        var body = skip == 0 ? text : string.Concat(new string(' ', skip), text.AsSpan(skip));
        if (MarkupInText.IsIn(body)) return MarkupInText.Cut(body);
        if (body.Contains("&lt;", StringComparison.Ordinal) && WebUtility.HtmlDecode(body) is var decoded && MarkupInText.IsIn(decoded))
            return MarkupInText.Cut(decoded).ConvertAll(line => line with { Source = -1 });
        return LineCutter.Cut(body);
    }
}
