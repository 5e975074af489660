using Chancery.Text;
using NodaTime;

namespace Chancery.Record.Findings;

/// <summary>
/// A person, state, body, place or office that reports speak of, with the names and roles they give it. Not an actor:
/// that is only ever a role in an event.
/// </summary>
public sealed record Entity : Finding
{
    /// <summary>The fullest name reported.</summary>
    public required string Name { get; init; }

    /// <summary>All names reported, the fullest first.</summary>
    public EquatableArray<string> Names { get; init; }

    /// <summary><c>person</c>, <c>state</c>, <c>organisation</c>, <c>group</c>, <c>place</c> or <c>office</c>.</summary>
    public required string Type { get; init; }

    /// <summary>ISO 3166-1 alpha-3, if reported or known of a state, capital or state body.</summary>
    public string? Country { get; init; }

    /// <summary>Roles as reported, with the days they were reported for.</summary>
    public EquatableArray<RoleHeld> Roles { get; init; }

    /// <summary>Ids of analysts' judgements that shaped this entity.</summary>
    public EquatableArray<string> Judgements { get; init; }

    /// <inheritdoc/>
    public override EquatableArray<Evidence> Cited => Roles.IsEmpty ? Evidence : Evidence.Concat(Roles.SelectMany(role => role.Evidence)).ToEquatableArray();

    /// <inheritdoc/>
    public override string Identity => $"{Type}|{Name}";
}

/// <summary>A role somebody is reported to hold.</summary>
/// <param name="Title">In the report's words.</param>
/// <param name="Country">Of which state, alpha-3.</param>
/// <param name="From">First day it was reported for.</param>
/// <param name="To">Last day it was reported for.</param>
public sealed record RoleHeld(string Title, string? Country, LocalDate? From, LocalDate? To)
{
    /// <summary>The sentences that say so, one of each report.</summary>
    public EquatableArray<Evidence> Evidence { get; init; }
}
