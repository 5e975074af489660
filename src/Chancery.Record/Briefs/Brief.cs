using Chancery.Text;
using NodaTime;

namespace Chancery.Record.Briefs;

/// <summary>
/// Cited sentences composed from records, grouped by day and party. It says nothing that its reports do not say: every
/// line cites, every citation is listed. A value; the same findings give an equal brief.
/// </summary>
public sealed record Brief
{
    /// <summary>Makes a brief.</summary>
    /// <exception cref="ArgumentException">A line cites a number that is not listed.</exception>
    public Brief(string title, EquatableArray<BriefSection> sections, EquatableArray<Citation> citations, int reports)
    {
        Title = title;
        Sections = sections;
        Citations = citations;
        Reports = reports;
        for (var i = 0; i < citations.Count; i++)
            if (citations[i].Number != i + 1) throw new ArgumentException("Citations are numbered from 1 without gaps.", nameof(citations));
        if (Lines.Any(line => line.Citations.Any(number => number < 1 || number > citations.Count)))
            throw new ArgumentException("Every citation of a line is listed.", nameof(citations));
    }

    /// <summary>What it is, in one line.</summary>
    public string Title { get; }

    /// <summary>By day, the newest first and the undated last.</summary>
    public EquatableArray<BriefSection> Sections { get; }

    /// <summary>In the order of their numbers.</summary>
    public EquatableArray<Citation> Citations { get; }

    /// <summary>How many reports were read for it, also those from which no line was made.</summary>
    public int Reports { get; }

    /// <summary>All lines in order.</summary>
    public IEnumerable<BriefLine> Lines => Sections.SelectMany(section => section.Groups).SelectMany(group => group.Lines);

    /// <summary>How to read the marks; the same for every brief.</summary>
    public static string Legend =>
        "“…” are words that a report quotes; «…» is the report's own wording; numbers in brackets are citations. "
        + "A line that names no day of its own stands under the day of its report.";

    /// <summary>What stands in place of sections in a brief without lines.</summary>
    public string Emptiness => Reports == 0
        ? "No report was read, so there is nothing to tell."
        : $"Nothing that Chancery records was found in {Phrases.Count(Reports, "report")}.";
}

/// <summary>What lies in the same days.</summary>
/// <param name="Heading">The days in words.</param>
/// <param name="From">First day; <see langword="null"/> for the undated.</param>
/// <param name="To">Last day.</param>
/// <param name="Groups">By party, in alphabetical order; what has no party last.</param>
public sealed record BriefSection(string Heading, LocalDate? From, LocalDate? To, EquatableArray<BriefGroup> Groups);

/// <summary>What one country or body says or does.</summary>
/// <param name="Party">Name of the country or body.</param>
/// <param name="Lines">At least one.</param>
public sealed record BriefGroup(string Party, EquatableArray<BriefLine> Lines);
