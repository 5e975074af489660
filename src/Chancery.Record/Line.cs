using System.Text.Json.Serialization;
using Chancery.Record.Conflicts;
using Chancery.Record.Findings;
using Chancery.Record.Origins;
using Chancery.Record.Stories;

namespace Chancery.Record;

/// <summary>
/// One line of the record: the unit that is stored, exported and cited. As JSON it is one object with a <c>kind</c>;
/// what is absent was not reported. The list of kinds below is complete and written out; a test compares it with the types.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Entity), "entity")]
[JsonDerivedType(typeof(Event), "event")]
[JsonDerivedType(typeof(Statement), "statement")]
[JsonDerivedType(typeof(Position), "position")]
[JsonDerivedType(typeof(Pledge), "pledge")]
[JsonDerivedType(typeof(Mission), "mission")]
[JsonDerivedType(typeof(Figure), "figure")]
[JsonDerivedType(typeof(Control), "control")]
[JsonDerivedType(typeof(Conflict), "conflict")]
[JsonDerivedType(typeof(Origin), "origin")]
[JsonDerivedType(typeof(Story), "story")]
public abstract record Line
{
    /// <summary>Stable: a hash of what the line is, never of the program's version or the order of reading.</summary>
    [JsonPropertyOrder(-100)]
    public string Id { get; init; } = "";
}
