using System.Collections.Immutable;
using Chancery.Record;
using Chancery.Record.Briefs;

namespace Chancery.App.Desk;

/// <summary>A brief that was read again beside its reports: a line that says more than they do is withheld and named.</summary>
/// <param name="Brief">Without the lines that were withheld.</param>
/// <param name="Faults">Why lines were withheld.</param>
internal sealed record CheckedBrief(Brief Brief, ImmutableArray<BriefFault> Faults)
{
    public static CheckedBrief Compose(IReadOnlyList<Report> reports, IReadOnlyList<Finding> findings, BriefOptions options)
    {
        var brief = BriefComposer.Compose(reports, findings, options);
        var faults = BriefChecker.Check(brief, reports);
        if (faults.IsEmpty) return new CheckedBrief(brief, []);
        var lines = faults.Select(fault => fault.Line).ToHashSet();
        var withheld = brief.Lines.Where(line => lines.Contains(line.Number)).SelectMany(line => line.Findings).ToHashSet(StringComparer.Ordinal);
        return new CheckedBrief(BriefComposer.Compose(reports, findings.Where(finding => !withheld.Contains(finding.Id)), options), [.. faults]);
    }
}
