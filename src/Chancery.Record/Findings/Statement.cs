using Chancery.Text;

namespace Chancery.Record.Findings;

/// <summary>Somebody's words, thought or announcement, as attributed by the report.</summary>
public sealed record Statement : Finding
{
    /// <summary>Who said it; <see langword="null"/> if the report does not say.</summary>
    public Party? Speaker { get; init; }

    /// <summary>To whom it was said.</summary>
    public Party? Addressee { get; init; }

    /// <summary>The words that attribute it: <c>has stated</c>, <c>according to</c>.</summary>
    public string? Cue { get; init; }

    /// <summary>What is attributed, word for word; parts are joined by <c> … </c>.</summary>
    public required string Content { get; init; }

    /// <summary>Only what stood in quotation marks, without the marks.</summary>
    public EquatableArray<string> Quotes { get; init; }

    /// <summary><c>direct</c>, <c>mixed</c> or <c>indirect</c>.</summary>
    public required string Directness { get; init; }

    /// <summary>Interview, press conference, statement or post, with its medium.</summary>
    public string? Occasion { get; init; }

    /// <summary>The id of the statement of the same report that this one denies or takes back; <see langword="null"/> if it is none or the report does not have it.</summary>
    public string? Denies { get; init; }

    /// <inheritdoc/>
    public override string Identity => $"{Speaker?.Name}|{Content}";
}
