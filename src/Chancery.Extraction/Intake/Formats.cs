using System.Collections.Immutable;
using Chancery.Extraction.Intake.PlainText;

namespace Chancery.Extraction.Intake;

/// <summary>The formats in order of precedence, and the one door through which bytes become reports.</summary>
public static class Formats
{
    /// <summary>All formats; the first that recognises a document reads it. Plain text takes what is left.</summary>
    public static ImmutableArray<IReportFormat> All { get; } =
    [
        new PlainTextFormat(),
    ];

    /// <summary>The reports in the document, or a refusal that says why there are none. Never throws on content.</summary>
    public static IntakeResult Read(RawDocument raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var (document, refusal) = Opening.Open(raw);
        if (document is null) return new IntakeResult([], [refusal!]);
        var format = All.FirstOrDefault(format => format.Recognises(document));
        return format?.Read(document) ?? IntakeResult.Refuse(document, RefusalCodes.Unrecognised);
    }
}
