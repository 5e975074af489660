using System.Collections.Immutable;
using Chancery.Record.Briefs;

namespace Chancery.Record.Exporting.Briefs;

/// <summary>A form in which a brief is written. A function: the same brief gives the same characters.</summary>
public interface IBriefWriter
{
    /// <summary>The name by which it is asked for: <c>md</c>.</summary>
    string Name { get; }

    /// <summary>The media type of what it writes.</summary>
    string MediaType { get; }

    /// <summary>Writes the brief; lines end with a line feed.</summary>
    void Write(Brief brief, TextWriter writer);
}

/// <summary>All forms of a brief, in the order in which help names them.</summary>
public static class BriefWriters
{
    /// <summary>The forms; the first is the default.</summary>
    public static ImmutableArray<IBriefWriter> All { get; } =
        [new TextBriefWriter(), new MarkdownBriefWriter(), new HtmlBriefWriter(), new JsonBriefWriter()];

    /// <summary>The form of that name, or <see langword="null"/>.</summary>
    public static IBriefWriter? Find(string name) => All.FirstOrDefault(writer => string.Equals(writer.Name, name, StringComparison.Ordinal));
}
