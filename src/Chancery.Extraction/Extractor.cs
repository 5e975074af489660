using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Extraction;

/// <summary>
/// Reads one report: lays every layer of the pipeline and closes the findings into a reading. A function: the same
/// report and the same fingerprint give an equal reading. Safe to share between threads.
/// </summary>
public sealed class Extractor(Pipeline pipeline)
{
    /// <summary>The pipeline's fingerprint.</summary>
    public string Fingerprint => pipeline.Fingerprint;

    /// <summary>The document with every layer laid on it.</summary>
    public Document Annotate(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return pipeline.Run(new Document(new SourceText(report.Text)).With<ReportHead>([new ReportHead(report)]));
    }

    /// <summary>What the report says.</summary>
    public Reading Read(Report report) => Close(Annotate(report));

    private Reading Close(Document document)
    {
        IEnumerable<Finding> findings = [
            .. document.Layer<Entity>(),
            .. document.Layer<Statement>(),
            .. document.Layer<Figure>(),
            .. document.Layer<Mission>(),
            .. document.Layer<Control>(),
            .. document.Layer<Event>(),
        ];
        var closed = findings
            .DistinctBy(finding => finding.Id)
            .OrderBy(finding => LineKinds.Of(finding), StringComparer.Ordinal)
            .ThenBy(finding => finding.Span)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal);
        return new Reading(document.Report, Fingerprint, closed.ToEquatableArray(), []);
    }
}
