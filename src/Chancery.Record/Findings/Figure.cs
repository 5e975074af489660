using System.Globalization;

namespace Chancery.Record.Findings;

/// <summary>
/// A number that measures something of the crisis. Dates, ages, addresses and list numbers are not figures. "More than
/// 550" has a low bound and no value; "thousands" lies between 1000 and 9999; "a third" is 0.33 with unit <c>share</c>.
/// </summary>
public sealed record Figure : Finding
{
    /// <summary>What is counted: <c>refugees</c>, <c>killed</c>, <c>troops</c>.</summary>
    public required string What { get; init; }

    /// <summary>The number, in units of <see cref="Unit"/>.</summary>
    public double? Value { get; init; }

    /// <summary>At least so many.</summary>
    public double? Low { get; init; }

    /// <summary>At most so many.</summary>
    public double? High { get; init; }

    /// <summary>True if the report says about, some, nearly or the like.</summary>
    public bool Approx { get; init; }

    /// <summary><c>people</c>, <c>share</c>, <c>USD</c>, <c>km</c> …; <see langword="null"/> for plain counts.</summary>
    public string? Unit { get; init; }

    /// <summary>Of what whole: <c>Afghan</c>, <c>in Tajikistan</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>Where it was counted.</summary>
    public Place? Place { get; init; }

    /// <inheritdoc/>
    public override string Identity =>
        string.Create(CultureInfo.InvariantCulture, $"{What}|{Value}|{Low}|{High}|{Unit}");
}
