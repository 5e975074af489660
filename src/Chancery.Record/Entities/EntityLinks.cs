using System.Collections.Immutable;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Record.Entities;

/// <summary>The entities of the record, and for every entity of a report which of them it is.</summary>
/// <param name="Entities">Joined across reports, in the order of their ids.</param>
/// <param name="Ids">From the id of a report's entity to the id of the record's.</param>
public sealed record EntityLinks(EquatableArray<Entity> Entities, ImmutableDictionary<string, string> Ids)
{
    /// <summary>The finding with its parties and voices pointing at the record's entities. An entity is left as it is.</summary>
    public Finding Apply(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        Finding linked = finding switch
        {
            Statement statement => statement with { Speaker = Of(statement.Speaker), Addressee = Of(statement.Addressee) },
            Position position => position with { Holder = Of(position.Holder)! },
            Pledge pledge => pledge with { Promisor = Of(pledge.Promisor)!, Beneficiary = Of(pledge.Beneficiary) },
            Mission mission => mission with { State = Of(mission.State)! },
            Control control => control with { Controller = Of(control.Controller)! },
            Event happening => happening with { Actors = Of(happening.Actors), Recipients = Of(happening.Recipients) },
            _ => finding,
        };
        return linked.Voice.IsEmpty ? linked : linked with
        {
            Voice = linked.Voice.Select(voice => voice with { Entity = Of(voice.Entity) }).ToEquatableArray(),
        };
    }

    private string? Of(string? id) => id is not null && Ids.TryGetValue(id, out var linked) ? linked : id;

    private Party? Of(Party? party) => party is null ? null : party with { Entity = Of(party.Entity) };

    private EquatableArray<Party> Of(EquatableArray<Party> parties) => parties.Select(party => Of(party)!).ToEquatableArray();
}
