using Chancery.Text;

namespace Chancery.Store;

/// <summary>Something in the record that is not as it must be.</summary>
/// <param name="Code">
/// <c>VE01</c> damaged file, <c>VE02</c> bytes missing, <c>VE03</c> bytes changed, <c>VE04</c> report changed, <c>VE05</c> line unreadable or
/// changed, <c>VE06</c> words not in the report, <c>VE07</c> reference to nothing, <c>VE08</c> search index out of step.
/// </param>
/// <param name="Id">Id of the line or hash of the bytes; empty for the file itself.</param>
/// <param name="Sentence">For a person.</param>
public sealed record Fault(string Code, string Id, string Sentence);

/// <summary>What a check of the whole record found.</summary>
/// <param name="Originals">Stored bytes checked.</param>
/// <param name="Reports">Reports checked, in all their renditions.</param>
/// <param name="Findings">Findings checked, current and earlier.</param>
/// <param name="Evidence">Quotes compared with their report's text.</param>
/// <param name="Derived">Derived lines checked.</param>
/// <param name="Faults">In the order found; empty if the record is whole. At most <see cref="MostFaults"/>.</param>
public sealed record Verification(int Originals, int Reports, int Findings, int Evidence, int Derived, EquatableArray<Fault> Faults)
{
    /// <summary>Faults beyond so many are not listed.</summary>
    public const int MostFaults = 1_000;

    /// <summary>True if nothing is wrong.</summary>
    public bool IsClean => Faults.IsEmpty;
}
