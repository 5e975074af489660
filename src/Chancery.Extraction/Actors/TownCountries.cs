using Chancery.Extraction.Places;

namespace Chancery.Extraction.Actors;

/// <summary>
/// The state of a town or province by its name alone, as the gazetteer has it: only if the name is that of a place of some size, and every place of that name
/// in another state is much smaller. Not the place that a report means, which its context decides.
/// </summary>
/// <param name="resources">Where the gazetteer is; it is read when the first name is asked for.</param>
public sealed class TownCountries(Resources resources)
{
    // Natural logarithms: of 8,000 who live there, and of being five times as large.
    private const double Least = 9;
    private const double Margin = 1.6;

    /// <summary>ISO 3166-1 alpha-3, or <see langword="null"/> if no state is clear.</summary>
    public string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var gazetteer = resources.PlaceGazetteer();
        var largest = gazetteer.Find(name)
            .Where(entry => gazetteer.KindOf(entry.Number) is PlaceKind.Province or PlaceKind.Capital or PlaceKind.Seat or PlaceKind.Town)
            .GroupBy(entry => gazetteer.CountryOf(entry.Number), entry => gazetteer.PopulationOf(entry.Number))
            .Where(state => state.Key.Length > 0)
            .Select(state => (State: state.Key, Size: state.Max()))
            .OrderByDescending(state => state.Size).ThenBy(state => state.State, StringComparer.Ordinal).Take(2).ToList();
        if (largest.Count == 0 || largest[0].Size < Least) return null;
        return largest.Count == 1 || largest[0].Size - largest[1].Size >= Margin ? gazetteer.Alpha3(largest[0].State) : null;
    }
}
