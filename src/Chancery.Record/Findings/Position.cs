namespace Chancery.Record.Findings;

/// <summary>Where a party stands on an issue. A spokesman's word about his state is the state's position.</summary>
public sealed record Position : Finding
{
    /// <summary>Whose position it is.</summary>
    public required Party Holder { get; init; }

    /// <summary><c>recognition</c>, <c>evacuation</c>, <c>withdrawal</c> … <c>other</c>; see the ontology.</summary>
    public required string Topic { get; init; }

    /// <summary>What it is about, in the report's words.</summary>
    public string? About { get; init; }

    /// <summary><c>for</c>, <c>against</c>, <c>conditional</c>, <c>undecided</c> or <c>deferred</c>.</summary>
    public required string Stance { get; init; }

    /// <summary>The condition, in the report's words.</summary>
    public string? Condition { get; init; }

    /// <inheritdoc/>
    public override string Identity => $"{Holder.Name}|{Topic}|{Stance}|{About}|{Condition}";
}
