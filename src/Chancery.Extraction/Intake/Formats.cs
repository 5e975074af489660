using System.Collections.Immutable;
using Chancery.Extraction.Intake.Feeds;
using Chancery.Extraction.Intake.Html;
using Chancery.Extraction.Intake.JsonLines;
using Chancery.Extraction.Intake.PlainText;
using Chancery.Extraction.Intake.Warc;

namespace Chancery.Extraction.Intake;

/// <summary>The formats in order of precedence, and the one door through which bytes become reports.</summary>
public static class Formats
{
    /// <summary>All formats; the first that recognises a document reads it. Plain text takes what is left.</summary>
    public static ImmutableArray<IReportFormat> All { get; } =
    [
        new WarcFormat(),
        new FeedFormat(),
        new HtmlFormat(),
        new JsonLinesFormat(),
        new PlainTextFormat(),
    ];

    /// <summary>The reports in the document, or a refusal that says why there are none. Never throws on content.</summary>
    public static IntakeResult Read(RawDocument raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var (document, refusal) = Opening.Open(raw);
        if (document is null) return new IntakeResult([], [refusal!]);
        try
        {
            var format = All.FirstOrDefault(format => format.Recognises(document));
            return format?.Read(document) ?? IntakeResult.Refuse(document, RefusalCodes.Unrecognised);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A defect of ours or of the HTML parser must not stop a batch; the fuzz tests allow none.
            return IntakeResult.Refuse(raw, RefusalCodes.Defect, $"{RefusalCodes.Sentence(RefusalCodes.Defect)} ({fault.GetType().Name})");
        }
    }
}
