using Chancery.Text;

namespace Chancery.Record;

/// <summary>What one run over one report found. A value: the same report and fingerprint give an equal reading.</summary>
/// <param name="Report">The report read.</param>
/// <param name="Fingerprint">The pipeline's fingerprint.</param>
/// <param name="Findings">Sorted by kind, place and id; ids are unique.</param>
/// <param name="Problems">What could not be made into a finding.</param>
public sealed record Reading(Report Report, string Fingerprint, EquatableArray<Finding> Findings, EquatableArray<Problem> Problems);

/// <summary>A finding that could not be made, though its report could be read.</summary>
/// <param name="Code">From the catalogue in <c>docs/cli.md</c>: <c>EX…</c>.</param>
/// <param name="Detail">One sentence for a person.</param>
public sealed record Problem(string Code, string Detail);

/// <summary>An input from which no report could be made.</summary>
/// <param name="Source">The file's name or the address.</param>
/// <param name="Code">From the catalogue in <c>docs/cli.md</c>: <c>IN…</c>.</param>
/// <param name="Detail">One sentence for a person, saying what is wrong and, where possible, what to do.</param>
public sealed record Refusal(string Source, string Code, string Detail);
