using Chancery.Text;

namespace Chancery.Record.Findings;

/// <summary>What a party promised, vowed, agreed or assured to do or not to do. A bare plan is an event.</summary>
public sealed record Pledge : Finding
{
    /// <summary>Who promises.</summary>
    public required Party Promisor { get; init; }

    /// <summary>To whom.</summary>
    public Party? Beneficiary { get; init; }

    /// <summary>What is promised, in the report's words.</summary>
    public required string Content { get; init; }

    /// <summary>On what condition, in the report's words.</summary>
    public string? Condition { get; init; }

    /// <summary>By when.</summary>
    public When? Deadline { get; init; }

    /// <summary><c>open</c>, <c>kept</c>, <c>broken</c>, <c>disputed</c> or <c>overdue</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The words that say so.</summary>
    public EquatableArray<Evidence> OutcomeEvidence { get; init; }

    /// <inheritdoc/>
    public override string Identity => $"{Promisor.Name}|{Beneficiary?.Name}|{Content}";
}
