namespace Chancery.Record.Exporting.Plover;

/// <summary>
/// The type that PLOVER's coders give to an event of the record. In the record an event keeps the type of the act and has a status; PLOVER has no status and codes a plan or a
/// refusal as another type. Pure; for exports only.
/// </summary>
/// <remarks>Source: decision rules of the PLOVER codebook (openeventdata/PLOVER, CC BY-SA 4.0).</remarks>
public static class PloverTypes
{
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
