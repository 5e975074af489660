using System.Collections.Immutable;
using NodaTime;

namespace Chancery.Extraction.Actors;

/// <summary>Somebody who held offices, with the days: what a table knows of him, not what a report says.</summary>
/// <param name="Name">The name.</param>
/// <param name="Country">His state, or PLOVER's code for those of none.</param>
/// <param name="Terms">His offices in the order in which they began.</param>
public sealed record OfficeHolder(string Name, string Country, ImmutableArray<OfficeTerm> Terms)
{
    /// <summary>
    /// Country and sector on a day. After the last office ended he is one who governed once (<c>ELI</c>), before the first he is nobody yet.
    /// Where no day is known the office last begun counts.
    /// </summary>
    public (string Country, string? Sector) On(LocalDate? day)
    {
        if (Terms.IsEmpty) return (Country, null);
        if (day is not { } known) return Of(Terms[^1]);
        for (var i = Terms.Length - 1; i >= 0; i--)
            if (Terms[i].Holds(known))
                return Of(Terms[i]);
        var began = Terms.Any(term => term.From <= known);
        return (Country, began ? Terms.Any(term => term.Sector == "GOV" && term.From <= known) ? "ELI" : Of(Terms.Last(term => term.From <= known)).Sector : null);
    }

    private (string Country, string? Sector) Of(OfficeTerm term) => (term.Country ?? Country, term.Sector == "-" ? null : term.Sector);
}
