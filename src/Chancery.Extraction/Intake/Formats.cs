using System.Collections.Immutable;

namespace Chancery.Extraction.Intake;

/// <summary>The formats in order of precedence, and the one door through which bytes become reports.</summary>
public static class Formats
{
    /// <summary>All formats; the first that recognises a document reads it.</summary>
    public static ImmutableArray<IReportFormat> All { get; } = [];

    /// <summary>The reports in the document, or a refusal that says why there are none.</summary>
    public static IntakeResult Read(RawDocument raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var format = All.FirstOrDefault(format => format.Recognises(raw));
        return format?.Read(raw) ?? IntakeResult.Refuse(raw, "IN03", "No format that Chancery reads was recognised.");
    }
}
