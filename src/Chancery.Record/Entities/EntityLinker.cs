using System.Collections.Immutable;
using Chancery.Record.Claims;
using Chancery.Record.Findings;
using Chancery.Text;
using NodaTime;

namespace Chancery.Record.Entities;

/// <summary>
/// Joins the entities of single reports into those of the record. Two are one if they are of one type, are not of two
/// countries and share a full name; a person known by one word alone joins the only fuller name that ends with it. When
/// two could be meant it joins neither. A function of the set of entities: their order does not matter.
/// </summary>
public static class EntityLinker
{
    private const string By = "entity-linker/1";

    /// <summary>The entities of the record and which of the given ones each is.</summary>
    public static EntityLinks Link(IEnumerable<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var given = entities.DistinctBy(entity => entity.Id).OrderBy(entity => entity.Id, StringComparer.Ordinal).ToList();
        var clusters = given
            .GroupBy(TypeOf, StringComparer.Ordinal)
            .SelectMany(group => new EntityClusters([.. group]).Clusters)
            .ToList();
        var linked = Distinguished([.. clusters.Select(Join)], clusters);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < clusters.Count; i++)
            foreach (var member in clusters[i])
                ids[member.Id] = linked[i].Id;
        return new EntityLinks(linked.OrderBy(entity => entity.Id, StringComparer.Ordinal).ToEquatableArray(), ids.ToImmutableDictionary(StringComparer.Ordinal));
    }

    // Two that stay apart though they are called alike are told apart by the first of their members.
    private static List<Entity> Distinguished(List<Entity> linked, List<IReadOnlyList<Entity>> clusters)
    {
        var twice = linked.GroupBy(entity => entity.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. linked.Select((entity, index) => twice.Contains(entity.Id) ? entity with { Id = LineId.Of("entity", entity.Id, clusters[index][0].Id) } : entity)];
    }

    private static string TypeOf(Entity entity) => entity.Type;

    private static Entity Join(IReadOnlyList<Entity> members)
    {
        var names = members
            .SelectMany(member => (IEnumerable<string>)[member.Name, .. member.Names])
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(name => Folding.Words(Folding.Fold(name)))
            .ThenByDescending(name => name.Length)
            .ThenBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();
        var country = members.Select(member => member.Country).FirstOrDefault(country => country is not null);
        var name = NameOf(members, names);
        return new Entity
        {
            Id = IdOf(members[0].Type, name, country),
            Name = name,
            Names = names,
            Type = members[0].Type,
            Country = country,
            Roles = RolesOf(members),
            Judgements = members.SelectMany(member => member.Judgements).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray(),
            Evidence = members.SelectMany(member => member.Evidence).Distinct()
                .OrderBy(piece => piece.Report, StringComparer.Ordinal).ThenBy(piece => piece.Start).ThenBy(piece => piece.End).ToEquatableArray(),
            Confidence = members.Max(member => member.Confidence),
            By = By,
        };
    }

    // A state is called by its own name, which is not the longest ("Russian Federation's government").
    private static string NameOf(IReadOnlyList<Entity> members, EquatableArray<string> names) =>
        members[0].Type == "person" ? names[0] : members
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .First().Key;

    private static string IdOf(string type, string name, string? country) => type == "state" && country is not null
        ? LineId.Of("entity", type, country)
        : LineId.Of("entity", type, Folding.Fold(name), country ?? "");

    private static EquatableArray<RoleHeld> RolesOf(IReadOnlyList<Entity> members) => members
        .SelectMany(member => member.Roles)
        .GroupBy(role => (Folding.Fold(role.Title), role.Country))
        .Select(group => new RoleHeld(
            group.Select(role => role.Title).Order(StringComparer.Ordinal).First(),
            group.Key.Country,
            Earliest(group.Select(role => role.From)),
            Latest(group.Select(role => role.To)))
        {
            Evidence = group.SelectMany(role => role.Evidence).Distinct()
                .OrderBy(piece => piece.Report, StringComparer.Ordinal).ThenBy(piece => piece.Start).ThenBy(piece => piece.End).ToEquatableArray(),
        })
        .OrderBy(role => role.From ?? LocalDate.MinIsoValue)
        .ThenBy(role => role.Title, StringComparer.Ordinal)
        .ThenBy(role => role.Country, StringComparer.Ordinal)
        .ToEquatableArray();

    private static LocalDate? Earliest(IEnumerable<LocalDate?> days) => days.Where(day => day is not null).DefaultIfEmpty().Min();

    private static LocalDate? Latest(IEnumerable<LocalDate?> days) => days.Where(day => day is not null).DefaultIfEmpty().Max();
}
