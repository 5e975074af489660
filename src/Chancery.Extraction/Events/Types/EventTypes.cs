using System.Collections.Immutable;

namespace Chancery.Extraction.Events.Types;

/// <summary>PLOVER's 16 types of event, and the 15 roots of the PLV benchmark, which counts CONCEDE and RETREAT as one.</summary>
/// <remarks>Source: PLOVER codebook (openeventdata/PLOVER, CC BY-SA 4.0); SANCTION is material, where the manual contradicts itself.</remarks>
public static class EventTypes
{
    /// <summary>The root that stands for CONCEDE and RETREAT.</summary>
    public const string Yield = "YIELD";

    private const int Concede = 3;
    private const int Retreat = 6;

    /// <summary>The types, quad by quad; the order is part of every model.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>The 15 roots; the order is part of every model.</summary>
    public static ImmutableArray<string> Roots { get; } =
    [
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", Yield, "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>The quad of a type or root: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public static int QuadOf(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => 1,
        "COOPERATE" or "AID" or "RETREAT" or Yield => 2,
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => 3,
        "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT" => 4,
        _ => throw new ArgumentException($"There is no type of event '{type}'.", nameof(type)),
    };

    /// <summary>The root of a type.</summary>
    public static string RootOf(string type) => type is "CONCEDE" or "RETREAT" ? Yield : type;

    /// <summary>The types that a root may stand for, a bit each in the order of <see cref="Names"/>.</summary>
    internal static uint MaskOf(string root) => root == Yield ? 1U << Concede | 1U << Retreat : 1U << Names.IndexOf(root);
}
