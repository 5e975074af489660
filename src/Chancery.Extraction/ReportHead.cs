using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction;

/// <summary>
/// What is known of the report before its text is looked at (day, title, outlet, credits), laid on the document as its
/// first layer so that annotators may ask. There is exactly one and it spans the whole text.
/// </summary>
/// <param name="Report">The report whose text the document holds.</param>
public sealed record ReportHead(Report Report) : IAnnotation
{
    /// <inheritdoc/>
    public Span Span => new(0, Report.Text.Length);
}

/// <summary>The head's short name.</summary>
internal static class ReportHeadLayer
{
    extension(Document document)
    {
        /// <summary>The report that the document's text belongs to.</summary>
        public Report Report => document.Layer<ReportHead>()[0].Report;
    }
}
