using Chancery.Record.Entities;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Record.Claims;

/// <summary>
/// Lifts what single reports say to the record: entities joined, findings that tell the same made one line with the
/// evidence of all. A record-level line names no report; it speaks through its evidence.
/// </summary>
public static class RecordJoiner
{
    private const string By = "record-joiner/1";

    /// <summary>The reports, then the lines by kind and id. The order of what is given does not matter.</summary>
    public static IReadOnlyList<Line> Join(IEnumerable<Report> reports, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(findings);
        var given = findings.ToList();
        var links = EntityLinker.Link(given.OfType<Entity>());
        var claims = ClaimMatcher.Match(given.Where(finding => finding is not Entity).Select(links.Apply));
        return [
            .. ReportOrder.Sort(reports),
            .. links.Entities.Concat(claims.Select(Lift))
                .OrderBy(line => LineKinds.Of(line), StringComparer.Ordinal)
                .ThenBy(line => line.Id, StringComparer.Ordinal),
        ];
    }

    private static Finding Lift(Claim claim)
    {
        // The surest finding speaks for all; among equals the first by id.
        var best = claim.Findings.OrderByDescending(finding => finding.Confidence).First();
        return best with
        {
            Id = LineId.Of(LineKinds.Of(best), claim.Key),
            Report = null,
            By = claim.Findings.Length == 1 ? best.By : By,
            Evidence = claim.Findings.SelectMany(finding => finding.Evidence).Distinct()
                .OrderBy(piece => piece.Report, StringComparer.Ordinal).ThenBy(piece => piece.Start).ThenBy(piece => piece.End).ToEquatableArray(),
        };
    }
}
