using Chancery.Text;

namespace Chancery.Record.Briefs;

/// <summary>One sentence of a brief with its citations. A line without a citation cannot be constructed.</summary>
public sealed record BriefLine
{
    /// <summary>Makes the line.</summary>
    /// <param name="number">Its number in the brief, 1 or more.</param>
    /// <param name="parts">The sentence, at least one part.</param>
    /// <param name="citations">Numbers of the citations it rests on, at least one.</param>
    /// <param name="findings">Ids of the findings it tells, at least one.</param>
    /// <exception cref="ArgumentException">Nothing is said, or nothing is cited: no sentence, no record.</exception>
    public BriefLine(int number, EquatableArray<BriefPart> parts, EquatableArray<int> citations, EquatableArray<string> findings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (parts.IsEmpty || parts.All(part => string.IsNullOrWhiteSpace(part.Text))) throw new ArgumentException("A line says something.", nameof(parts));
        if (citations.IsEmpty) throw new ArgumentException("A line of a brief cites at least one report.", nameof(citations));
        if (findings.IsEmpty) throw new ArgumentException("A line of a brief tells at least one finding.", nameof(findings));
        Number = number;
        Parts = parts;
        Citations = citations;
        Findings = findings;
    }

    /// <summary>Its number in the brief, counted from 1.</summary>
    public int Number { get; }

    /// <summary>The sentence in pieces.</summary>
    public EquatableArray<BriefPart> Parts { get; }

    /// <summary>Numbers of the citations, ascending.</summary>
    public EquatableArray<int> Citations { get; }

    /// <summary>Ids of the findings it tells.</summary>
    public EquatableArray<string> Findings { get; }

    /// <summary>The sentence with its marks, without its citations.</summary>
    public string Text => string.Concat(Parts.Select(part => part.Marked));
}
