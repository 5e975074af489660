using System.Collections.Immutable;
using System.Globalization;
using Chancery.Record.Findings;

namespace Chancery.Record.Claims;

/// <summary>Findings of one kind, from one report or several, that tell the same.</summary>
/// <param name="Key">What they have in common, in a form for comparing; never empty.</param>
/// <param name="Findings">At least one, in the order of their ids.</param>
public sealed record Claim(string Key, ImmutableArray<Finding> Findings);

/// <summary>
/// Puts findings that tell the same together: equal words of an equal speaker, an equal figure of an equal thing on an
/// equal day. It only joins what is equal after folding case and marks; likeness of meaning is not its business.
/// </summary>
public static class ClaimMatcher
{
    // Fewer quoted words than this may well be quoted twice in two different statements ("terrorists").
    private const int TellingWords = 5;

    /// <summary>The claims in the order of their keys. The order of the findings does not matter.</summary>
    public static ImmutableArray<Claim> Match(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return [.. findings
            .GroupBy(KeyOf, StringComparer.Ordinal)
            .Select(group => new Claim(group.Key, [.. group.DistinctBy(finding => finding.Id).OrderBy(finding => finding.Id, StringComparer.Ordinal)]))
            .OrderBy(claim => claim.Key, StringComparer.Ordinal)];
    }

    private static string KeyOf(Finding finding) => $"{LineKinds.Of(finding)}|" + finding switch
    {
        Statement statement => $"{NameOf(statement.Speaker)}|{WordsOf(statement)}",
        Figure figure => $"{KeyOf(figure)}|{KeyOf(figure.When)}",
        Entity entity => $"{entity.Type}|{Folding.Fold(entity.Name)}|{entity.Country}",
        _ => $"{Folding.Fold(finding.Identity)}|{KeyOf(finding.When)}",
    };

    private static string WordsOf(Statement statement)
    {
        var quoted = Folding.Fold(string.Join(' ', statement.Quotes));
        return Folding.Words(quoted) >= TellingWords ? quoted : Folding.Fold(statement.Content);
    }

    private static string KeyOf(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Folding.Fold(figure.What)}|{figure.Value}|{figure.Low}|{figure.High}|{figure.Unit}|{Folding.Fold(figure.Scope)}|{Folding.Fold(figure.Place?.Name)}");

    private static string KeyOf(When? when) => when is null ? "" : $"{when.From:uuuu-MM-dd}/{when.To:uuuu-MM-dd}";

    private static string NameOf(Party? party) => party?.Entity ?? Folding.Fold(party?.Name);
}
