using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction;

/// <summary>
/// An annotator whose annotations are findings. It alone writes report, evidence, provenance and id, so that no
/// extractor can forget or forge them: an extractor gives the places (<see cref="Evidence.Of"/>) and, in
/// <see cref="Finding.By"/>, only the name of the rule or model part that fired.
/// </summary>
/// <param name="name">A short lower-case name, unique in a pipeline.</param>
/// <param name="version">Counted up whenever the same text may give other findings.</param>
/// <param name="needs">The annotation types of the layers it reads, besides the report's head.</param>
internal abstract class FindingAnnotator<T>(string name, int version, params Type[] needs)
    : Annotator<T>(name, version, [typeof(ReportHead), .. needs]) where T : Finding
{
    /// <inheritdoc/>
    protected sealed override T Stamp(Document document, T annotation)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(annotation);
        var report = document.Report.Id;
        var finding = annotation with
        {
            Report = report,
            By = annotation.By.Length == 0 ? By : $"{By}:{annotation.By}",
            Evidence = annotation.Evidence.Select(piece => piece with { Report = report }).ToEquatableArray(),
        };
        return finding with { Id = LineId.Of(finding) };
    }
}
