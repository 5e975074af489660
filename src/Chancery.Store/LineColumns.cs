using Chancery.Record;
using Chancery.Record.Findings;

namespace Chancery.Store;

/// <summary>What of a finding stands in columns of its own: names to filter by and words to search. A new kind is found by its evidence.</summary>
internal static class LineColumns
{
    private const string Gap = " … ";

    /// <summary>Everybody in it, the main one first: speaker, holder, promisor, actors, then the others and the voices.</summary>
    public static IEnumerable<string> Actors(Finding finding)
    {
        IEnumerable<Party?> parties = finding switch
        {
            Statement it => [it.Speaker, it.Addressee],
            Position it => [it.Holder],
            Pledge it => [it.Promisor, it.Beneficiary],
            Mission it => [it.State],
            Control it => [it.Controller],
            Event it => [.. it.Actors, .. it.Recipients],
            _ => [],
        };
        var names = finding is Entity { Type: not "place" } entity ? [entity.Name, .. entity.Names] : Array.Empty<string>();
        return [.. names.Concat(parties.OfType<Party>().Select(party => party.Name))
            .Concat(finding.Voice.Select(voice => voice.Name))
            .Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Where it is, by name.</summary>
    public static IEnumerable<string> Places(Finding finding) => finding switch
    {
        Event { Place: { } place } => [place.Name],
        Figure { Place: { } place } => [place.Name],
        Control it => [it.Place.Name],
        Mission { City: { } city } => [city],
        Entity { Type: "place" } it => it.Names.Prepend(it.Name).Distinct(StringComparer.Ordinal),
        _ => [],
    };

    /// <summary>The words to search and to show: what it says, then its evidence where that has more.</summary>
    public static string Text(Finding finding)
    {
        IEnumerable<string?> said = finding switch
        {
            Statement it => [it.Content],
            Position it => [it.About, it.Condition],
            Pledge it => [it.Content, it.Condition],
            Figure it => [it.What, it.Scope],
            Entity it => [it.Name, .. it.Names, .. it.Roles.Select(role => role.Title)],
            _ => [],
        };
        return Join(said.OfType<string>().Concat(finding.Evidence.Select(evidence => evidence.Quote)));
    }

    private static string Join(IEnumerable<string> parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
            if (part.Length > 0 && !kept.Exists(earlier => earlier.Contains(part, StringComparison.Ordinal))) kept.Add(part);
        return string.Join(Gap, kept);
    }
}
