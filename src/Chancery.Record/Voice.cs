namespace Chancery.Record;

/// <summary>One link of the chain by which a report knows something: an outlet, an agency, a spokesman.</summary>
/// <param name="Name">As the record knows it: <c>Zamir Kabulov</c>, not <c>he</c>.</param>
/// <param name="Entity">Id of its entity, if it is one.</param>
/// <param name="Cue">The words that say so: <c>reports</c>, <c>has informed</c>, <c>according to</c>.</param>
public sealed record Voice(string Name, string? Entity, string? Cue);
