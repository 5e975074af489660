using Chancery.Record;
using Chancery.Record.Exporting.Plover;
using Chancery.Record.Findings;

namespace Chancery.App.Evaluation;

/// <summary>An event as PLOVER's dyadic files write it: one source, one target, a type; either may be missing.</summary>
/// <param name="Source">Country, or the code of a body without one, with its sector; empty if nobody is named.</param>
/// <param name="Target">The same of who it is done to.</param>
/// <param name="Plover">PLOVER type, what is still to come or refused counted as PLOVER counts it.</param>
/// <param name="Mode">PLOVER mode, if known.</param>
internal sealed record DyadRow(string Source, string Target, string Plover, string? Mode)
{
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal) { "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC" };

    /// <summary>The rows of an event: each actor with each recipient; of several actors without a recipient each with each other; a place that is attacked stands for its state.</summary>
    /// <param name="found">The event; none if PLOVER would not count it.</param>
    public static IEnumerable<DyadRow> Of(Event found)
    {
        if (PloverTypes.Of(found) is not { } type) return [];
        var (sources, targets) = (Codes(found.Actors), Codes(found.Recipients));
        if (targets.Count == 0 && sources.Count == 1 && found.Place is { Country: { } country } place && (country != sources[0][..3] || place.Precision != "country")) targets = [country];
        if (targets.Count == 0 && sources.Count > 1)
            return from source in sources from target in sources where source != target select new DyadRow(source, target, type, found.Mode);
        return from source in sources.DefaultIfEmpty("") from target in targets.DefaultIfEmpty("") select new DyadRow(source, target, type, found.Mode);
    }

    private static List<string> Codes(IEnumerable<Party> parties) => [.. parties.Select(CodeOf).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string CodeOf(Party party) => party switch
    {
        { Country: { } country } => country + party.Sector,
        { Sector: { } sector } when Bodies.Contains(sector) => sector is "UNO" or "EUR" ? "IGO" : sector,
        { Sector: { } sector } => "---" + sector,
        _ => "",
    };
}
