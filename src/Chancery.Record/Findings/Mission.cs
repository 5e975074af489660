namespace Chancery.Record.Findings;

/// <summary>The state of an embassy, consulate or other mission as reported.</summary>
public sealed record Mission : Finding
{
    /// <summary>Whose mission it is.</summary>
    public required Party State { get; init; }

    /// <summary><c>embassy</c>, <c>consulate</c> or <c>mission</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where it stands.</summary>
    public string? City { get; init; }

    /// <summary>In which country, alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary><c>open</c>, <c>reduced</c>, <c>evacuating</c>, <c>evacuated</c>, <c>unstaffed</c>, <c>suspended</c>, <c>closed</c>, <c>relocated</c>, <c>at-risk</c> or <c>reopened</c>.</summary>
    public required string Status { get; init; }

    /// <summary>How many people are in it.</summary>
    public Figure? Staff { get; init; }

    /// <inheritdoc/>
    public override string Identity => $"{State.Name}|{Type}|{City}|{Status}";
}
