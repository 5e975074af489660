namespace Chancery.Record;

/// <summary>
/// Somebody who acts, speaks or holds: a person, state or body. A pronoun or description stands here under the name it
/// resolves to. A government spoken of by its capital is its country.
/// </summary>
/// <param name="Name">As the record knows it.</param>
/// <param name="Entity">Id of its entity.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or <see langword="null"/>; never guessed.</param>
/// <param name="Sector">PLOVER sector (<c>GOV</c>, <c>MIL</c>, <c>REB</c> …), if known.</param>
/// <param name="Role">The role in the report's words: <c>foreign minister</c>.</param>
public sealed record Party(string Name, string? Entity = null, string? Country = null, string? Sector = null, string? Role = null);
