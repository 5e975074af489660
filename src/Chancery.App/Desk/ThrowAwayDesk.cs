using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.App.Desk;

/// <summary>
/// Reports read for one command and kept by nobody: by day, source and id, each once. Of the same bytes under two names
/// the smaller name stays.
/// </summary>
/// <param name="Readings">What each report says.</param>
/// <param name="Refusals">What was refused, by source.</param>
internal sealed record ThrowAwayDesk(ImmutableArray<Reading> Readings, ImmutableArray<Refusal> Refusals)
{
    public IEnumerable<Report> Reports => Readings.Select(reading => reading.Report);

    public IEnumerable<Finding> Findings => Readings.SelectMany(reading => reading.Findings);

    public static ThrowAwayDesk Of(IEnumerable<Outcome> outcomes, IEnumerable<Refusal> refusals)
    {
        var all = outcomes.Select(outcome => outcome with { Document = null, Members = [] }).ToList();
        var readings = all.SelectMany(outcome => outcome.Readings)
            .OrderBy(reading => reading.Report.Source, StringComparer.Ordinal)
            .DistinctBy(reading => reading.Report.Id)
            .ToDictionary(reading => reading.Report.Id, StringComparer.Ordinal);
        return new ThrowAwayDesk(
            [.. ReportOrder.Sort(readings.Values.Select(reading => reading.Report)).Select(report => readings[report.Id])],
            [.. refusals.Concat(all.SelectMany(outcome => outcome.Refusals)).OrderBy(refusal => refusal.Source, StringComparer.Ordinal).Distinct()]);
    }
}
