using Chancery.Record.Briefs;

namespace Chancery.Record.Exporting.Briefs;

/// <summary>A brief for the terminal: lines of at most 96 characters, safe to print.</summary>
internal sealed class TextBriefWriter : IBriefWriter
{
    private const int Width = 96;

    // Fewer characters are shown in their context, marked with stars.
    private const int Telling = 40;

    public string Name => "text";

    public string MediaType => "text/plain; charset=utf-8";

    public void Write(Brief brief, TextWriter writer)
    {
        var title = PlainText.OneLine(brief.Title);
        WriteLine(writer, title);
        WriteLine(writer, new string('=', title.Length));
        if (brief.Sections.IsEmpty)
        {
            WriteWrapped(writer, $"\n{brief.Emptiness}", "");
            return;
        }

        WriteLine(writer, "");
        WriteWrapped(writer, Brief.Legend, "");
        foreach (var section in brief.Sections) WriteSection(writer, section);
        WriteHeading(writer, "Citations", '-');
        foreach (var citation in brief.Citations) WriteCitation(writer, citation);
    }

    private static void WriteSection(TextWriter writer, BriefSection section)
    {
        WriteHeading(writer, section.Heading, '-');
        foreach (var group in section.Groups)
        {
            WriteLine(writer, "");
            WriteLine(writer, PlainText.OneLine(group.Party));
            foreach (var line in group.Lines)
                WriteWrapped(writer, $"{line.Number,4}. {PlainText.OneLine(line.Text)} {string.Concat(line.Citations.Select(number => $"[{number}]"))}", "      ");
        }
    }

    private static void WriteCitation(TextWriter writer, Citation citation)
    {
        var outlet = citation.Outlet is null ? "outlet not named" : citation.Outlet;
        var via = citation.Via is null ? "" : $"; {citation.Via}";
        var source = citation.Title == citation.Source ? "" : $" ({citation.Source})";
        WriteWrapped(writer, PlainText.OneLine($"{$"[{citation.Number}]",5} {citation.Title}{source}. {outlet}, {citation.Day}{via}:"), "      ");
        var words = citation.Evidence.Quote.Length >= Telling
            ? citation.Evidence.Quote
            : $"{citation.Before}*{citation.Evidence.Quote}*{citation.After}";
        WriteWrapped(writer, $"      | {PlainText.OneLine(words)}", "      | ");
    }

    private static void WriteHeading(TextWriter writer, string heading, char rule)
    {
        WriteLine(writer, "");
        WriteLine(writer, heading);
        WriteLine(writer, new string(rule, heading.Length));
    }

    private static void WriteWrapped(TextWriter writer, string text, string indent)
    {
        foreach (var line in PlainText.Wrap(text, Width, indent)) WriteLine(writer, line);
    }

    private static void WriteLine(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
