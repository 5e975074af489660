using System.Collections.Immutable;
using Chancery.Record.Claims;
using Chancery.Record.Findings;

namespace Chancery.Record.Briefs;

/// <summary>A claim with the figures that its words tell already.</summary>
/// <param name="Claim">What makes the line.</param>
/// <param name="Figures">Findings that stand inside the claim's own words; they make no line of their own.</param>
internal sealed record FoldedClaim(Claim Claim, ImmutableArray<Finding> Figures);

/// <summary>
/// Lays figures into the statements in whose words they stand, so that a brief does not tell one sentence twice. A figure
/// stays by itself if one of its reports tells it outside a statement, or if it has a day of its own.
/// </summary>
internal static class FigureFolder
{
    public static IEnumerable<FoldedClaim> Fold(IReadOnlyList<Claim> claims)
    {
        var statements = claims
            .SelectMany((claim, index) => claim.Findings.OfType<Statement>().Select(statement => (index, statement)))
            .ToLookup(pair => pair.statement.Evidence[0].Report, StringComparer.Ordinal);
        var homes = claims.Select(claim => HomeOf(claim, statements)).ToList();
        var figures = claims.Index().Where(pair => homes[pair.Index] is not null).ToLookup(pair => homes[pair.Index]!.Value, pair => pair.Item);
        return claims.Index()
            .Where(pair => homes[pair.Index] is null)
            .Select(pair => new FoldedClaim(pair.Item, [.. figures[pair.Index].SelectMany(claim => claim.Findings).OrderBy(finding => finding.Id, StringComparer.Ordinal)]));
    }

    private static int? HomeOf(Claim claim, ILookup<string, (int Index, Statement Statement)> statements)
    {
        if (claim.Findings[0] is not Figure) return null;
        var homes = claim.Findings.Select(figure => HomeOf(figure, statements[figure.Evidence[0].Report])).Distinct().ToList();
        return homes is [{ } home] ? home : null;
    }

    private static int? HomeOf(Finding figure, IEnumerable<(int Index, Statement Statement)> statements)
    {
        foreach (var (index, statement) in statements)
            if ((figure.When is null || figure.When == statement.When) && figure.Evidence.All(piece => statement.Evidence.Any(words => Holds(words, piece))))
                return index;
        return null;
    }

    private static bool Holds(Evidence outer, Evidence inner) =>
        outer.Report == inner.Report && outer.Start <= inner.Start && inner.End <= outer.End;
}
