using NodaTime;

namespace Chancery.Record;

/// <summary>The one order in which reports are told: by day of publication, the undated last, then by source and id.</summary>
public static class ReportOrder
{
    /// <summary>The reports in that order, each id once; of two with one id the smaller source stays.</summary>
    public static IReadOnlyList<Report> Sort(IEnumerable<Report> reports) => [.. reports
        .OrderBy(report => report.Source, StringComparer.Ordinal)
        .DistinctBy(report => report.Id)
        .OrderBy(report => report.Published?.From ?? LocalDate.MaxIsoValue)
        .ThenBy(report => report.Source, StringComparer.Ordinal)
        .ThenBy(report => report.Id, StringComparer.Ordinal)];
}
