namespace Chancery.Record.Briefs;

/// <summary>Where a line of a brief comes from: a report and its exact words.</summary>
/// <param name="Number">Its number in the brief, counted from 1.</param>
/// <param name="Evidence">The report's id, the place and the exact words.</param>
/// <param name="Title">The report's headline, or its source if it has none.</param>
/// <param name="Source">The file's name or the address.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">Its day with the rule that gave it.</param>
/// <param name="Via">The chain of voices in this report, outermost first, as one phrase; <see langword="null"/> if the report speaks itself.</param>
/// <param name="Before">What stands before the words in their paragraph, shortened at a word.</param>
/// <param name="After">What stands after them, shortened at a word.</param>
public sealed record Citation(
    int Number,
    Evidence Evidence,
    string Title,
    string Source,
    string? Outlet,
    Publication? Published,
    string? Via,
    string Before,
    string After)
{
    /// <summary>The report's day in words, saying when it is inferred or unknown.</summary>
    public string Day => Published is null
        ? "undated"
        : Days.Text(Published.From, Published.To) + (Published.Basis == "inferred" ? " (inferred)" : "");
}
