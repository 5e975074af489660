namespace Chancery.Record.Exporting.Plover;

/// <summary>
/// The type that PLOVER's coders give to an event of the record. In the record an event keeps the type of the act and has a status; PLOVER has no status and codes a plan or a
/// refusal as another type. Pure; for exports only.
/// </summary>
/// <remarks>Source: decision rules of the PLOVER codebook (openeventdata/PLOVER, CC BY-SA 4.0).</remarks>
public static class PloverTypes
{
    private static readonly Dictionary<string, int> Quads = new(StringComparer.Ordinal)
    {
        ["AGREE"] = 1,
        ["CONSULT"] = 1,
        ["SUPPORT"] = 1,
        ["CONCEDE"] = 1,
        ["COOPERATE"] = 2,
        ["AID"] = 2,
        ["RETREAT"] = 2,
        ["REQUEST"] = 3,
        ["ACCUSE"] = 3,
        ["REJECT"] = 3,
        ["THREATEN"] = 3,
        ["PROTEST"] = 4,
        ["SANCTION"] = 4,
        ["MOBILIZE"] = 4,
        ["COERCE"] = 4,
        ["ASSAULT"] = 4,
    };

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for no type of PLOVER's.</summary>
    public static int QuadOf(string type) => Quads.GetValueOrDefault(type);

    /// <summary>The type to export of an event of the record: none, too, for what is only possible or hangs on a condition, since a row without status would tell it as done.</summary>
    public static string? Of(Findings.Event happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return happening.Status is "possible" or "conditional" ? null : Of(happening.Type, happening.Status);
    }

    /// <summary>
    /// The type to export, or <see langword="null"/> if PLOVER has none: an act of conflict that is said not to have happened is no event there.
    /// </summary>
    /// <param name="type">One of PLOVER's 16 types, as in the record.</param>
    /// <param name="status">The status, as in the record.</param>
    public static string? Of(string type, string status) => status switch
    {
        "planned" or "possible" or "conditional" => Ahead(type),
        "denied" => Denied(type),
        _ => type,
    };

    private static string Ahead(string type) => type switch
    {
        "CONSULT" or "SUPPORT" or "COOPERATE" or "AID" => "AGREE",
        "RETREAT" => "CONCEDE",
        "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT" => "THREATEN",
        _ => type,
    };

    private static string? Denied(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" or "COOPERATE" or "AID" or "RETREAT" => "REJECT",
        "REQUEST" or "ACCUSE" or "REJECT" => "AGREE",
        _ => null,
    };
}
