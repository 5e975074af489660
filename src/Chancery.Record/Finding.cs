using System.Text.Json.Serialization;
using Chancery.Text;

namespace Chancery.Record;

/// <summary>
/// What one report says, as one reader found it: a line with evidence. Above single reports the same kinds carry the
/// evidence of several, and then <see cref="Report"/> is absent. A value: sealed below, <c>init</c> only, equal by content.
/// </summary>
public abstract record Finding : Line, IAnnotation
{
    /// <summary>Id of the report it was found in; <see langword="null"/> on lines joined across reports.</summary>
    [JsonPropertyOrder(-99)]
    public string? Report { get; init; }

    /// <summary>Where and in which words it stands; at least one piece once it is closed.</summary>
    [JsonPropertyOrder(90)]
    public EquatableArray<Evidence> Evidence { get; init; }

    /// <summary>Who says so, outermost first; empty is the report's own voice.</summary>
    [JsonPropertyOrder(80)]
    public EquatableArray<Voice> Voice { get; init; }

    /// <summary>The days in which it lies; <see langword="null"/> if the report does not say.</summary>
    [JsonPropertyOrder(81)]
    public When? When { get; init; }

    /// <summary>0 to 1, orders lines of one kind; not a probability until a reliability table says so.</summary>
    [JsonPropertyOrder(91)]
    public double Confidence { get; init; }

    /// <summary>How we know: annotator, version and the rule or model part that found it, as in <c>figures/1:counted-noun</c>.</summary>
    [JsonPropertyOrder(92)]
    public string By { get; init; } = "";

    /// <summary>All words that it cites: its evidence, then that of its parts.</summary>
    [JsonIgnore]
    public virtual EquatableArray<Evidence> Cited => Evidence;

    /// <summary>The place of the first piece of evidence in the report's text.</summary>
    [JsonIgnore]
    public Span Span => new(Evidence[0].Start, Evidence[0].End);

    /// <summary>What makes two findings at the same place the same, in a normal form; part of the id.</summary>
    [JsonIgnore]
    public abstract string Identity { get; }
}
