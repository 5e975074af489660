using System.Collections.Immutable;
using NodaTime;

namespace Chancery.Record.Briefs;

/// <summary>What a brief is to hold.</summary>
public sealed record BriefOptions
{
    /// <summary>Everything, with countries by code.</summary>
    public static BriefOptions Default { get; } = new();

    /// <summary>English names of countries by ISO 3166-1 alpha-3; a country that is not in it is called by its code.</summary>
    public IReadOnlyDictionary<string, string> Countries { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Leaves out what lies before this day.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Leaves out what lies after this day.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Leaves out reports published after this day, and those whose day is not known.</summary>
    public LocalDate? KnownAt { get; init; }
}
