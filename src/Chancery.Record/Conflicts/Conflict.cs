using Chancery.Text;

namespace Chancery.Record.Conflicts;

/// <summary>Two lines or more that cannot all be so, or a change worth telling.</summary>
public sealed record Conflict : Line
{
    /// <summary>What they speak about.</summary>
    public required string About { get; init; }

    /// <summary><c>contradicts</c>, <c>changed</c>, <c>differs</c>, <c>denies</c>, <c>implausible</c> or <c>unkept</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>Ids of the lines, oldest first.</summary>
    public EquatableArray<string> Records { get; init; }

    /// <summary>One plain sentence made from the lines' own words and days.</summary>
    public required string Reason { get; init; }

    /// <summary>Both sides' words.</summary>
    public EquatableArray<Evidence> Evidence { get; init; }
}
