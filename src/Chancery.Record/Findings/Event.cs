using Chancery.Text;

namespace Chancery.Record.Findings;

/// <summary>
/// Who does, did or will do what to whom, where and when. Saying something is a <see cref="Statement"/>, not an event;
/// meeting, accusing and demanding are events also when done in words.
/// </summary>
public sealed record Event : Finding
{
    /// <summary>One of PLOVER's 16 types: <c>AGREE</c> … <c>ASSAULT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, if known.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER quad, 1 to 4.</summary>
    public int? Quad { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public EquatableArray<string> Contexts { get; init; }

    /// <summary><c>planned</c>, <c>ongoing</c>, <c>occurred</c>, <c>possible</c>, <c>conditional</c> or <c>denied</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Who acts.</summary>
    public EquatableArray<Party> Actors { get; init; }

    /// <summary>To whom it is done.</summary>
    public EquatableArray<Party> Recipients { get; init; }

    /// <summary>Where it happens, not any place nearby.</summary>
    public Place? Place { get; init; }

    /// <summary>True for what the report recalls from before its story.</summary>
    public bool Background { get; init; }

    /// <summary>Ids of the figures that count whom it befell: killed, injured, displaced, arrested.</summary>
    public EquatableArray<string> Figures { get; init; }

    /// <inheritdoc/>
    public override string Identity => $"{Type}|{Status}|{string.Join(';', Actors.Select(actor => actor.Name))}|{string.Join(';', Recipients.Select(recipient => recipient.Name))}";
}
