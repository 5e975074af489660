namespace Chancery.Record.Findings;

/// <summary>Who is said to hold a place; always claimed by a voice or by the report itself.</summary>
public sealed record Control : Finding
{
    /// <summary>The place.</summary>
    public required Place Place { get; init; }

    /// <summary>Who is said to hold, take or lose it.</summary>
    public required Party Controller { get; init; }

    /// <summary><c>took</c>, <c>holds</c>, <c>contested</c>, <c>lost</c> or <c>encircles</c>.</summary>
    public required string Change { get; init; }

    /// <inheritdoc/>
    public override string Identity => $"{Controller.Name}|{Change}|{Place.Name}";
}
