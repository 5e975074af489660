using Chancery.Record.Findings;

namespace Chancery.Record.Exporting.Plover;

/// <summary>
/// The type under which PLOVER codes an event. The record keeps an event's own type and says beside it whether it happened; PLOVER has no status, and codes what
/// is announced or refused under other types.
/// </summary>
/// <remarks>Source: PLOVER Codebook, 2.0 draft (openeventdata/PLOVER, CC BY-SA 4.0), the rules on future and negated events.</remarks>
public static class PloverCode
{
    private static readonly Dictionary<string, int> Quads = new(StringComparer.Ordinal)
    {
        ["AGREE"] = 1, ["CONSULT"] = 1, ["SUPPORT"] = 1, ["CONCEDE"] = 1, ["COOPERATE"] = 2, ["AID"] = 2, ["RETREAT"] = 2,
        ["REQUEST"] = 3, ["ACCUSE"] = 3, ["REJECT"] = 3, ["THREATEN"] = 3, ["PROTEST"] = 4, ["SANCTION"] = 4, ["MOBILIZE"] = 4, ["COERCE"] = 4, ["ASSAULT"] = 4,
    };

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for no type of PLOVER's.</summary>
    public static int QuadOf(string type) => Quads.GetValueOrDefault(type);

    /// <summary>
    /// The type as PLOVER codes it, or <see langword="null"/> where it has none: what is only possible or hangs on a condition is no event there, and neither is conflict that
    /// is said not to have been.
    /// </summary>
    public static string? TypeOf(Event happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return happening.Status switch
        {
            "occurred" or "ongoing" => happening.Type,
            "planned" => Announced(happening.Type),
            "denied" => QuadOf(happening.Type) is 1 or 2 ? "REJECT" : null,
            _ => null,
        };
    }

    private static string Announced(string type) => type switch
    {
        "CONSULT" or "SUPPORT" or "COOPERATE" or "AID" => "AGREE",
        "RETREAT" => "CONCEDE",
        _ when QuadOf(type) == 4 => "THREATEN",
        _ => type,
    };
}
