using System.Text;
using Chancery.Record.Briefs;

namespace Chancery.Record.Exporting.Briefs;

/// <summary>A brief as Markdown with footnotes; every mark of Markdown and HTML in the reports' words is escaped.</summary>
internal sealed class MarkdownBriefWriter : IBriefWriter
{
    public string Name => "md";

    public string MediaType => "text/markdown; charset=utf-8";

    public void Write(Brief brief, TextWriter writer)
    {
        writer.Write($"# {Escape(brief.Title)}\n");
        if (brief.Sections.IsEmpty)
        {
            writer.Write($"\n{Escape(brief.Emptiness)}\n");
            return;
        }

        writer.Write($"\n{Escape(Brief.Legend)}\n");
        foreach (var section in brief.Sections)
        {
            writer.Write($"\n## {Escape(section.Heading)}\n");
            foreach (var group in section.Groups) WriteGroup(writer, group);
        }

        writer.Write("\n---\n\n");
        foreach (var citation in brief.Citations) WriteCitation(writer, citation);
    }

    private static void WriteGroup(TextWriter writer, BriefGroup group)
    {
        writer.Write($"\n### {Escape(group.Party)}\n\n");
        foreach (var line in group.Lines)
            writer.Write($"{line.Number}. {Escape(line.Text)}{string.Concat(line.Citations.Select(number => $"[^{number}]"))}\n");
    }

    private static void WriteCitation(TextWriter writer, Citation citation)
    {
        var source = citation.Title == citation.Source ? "" : $" ({Escape(citation.Source)})";
        var via = citation.Via is null ? "" : $"; {Escape(citation.Via)}";
        writer.Write($"[^{citation.Number}]: {Escape(citation.Title)}{source}. {Escape(citation.Outlet ?? "outlet not named")}, {Escape(citation.Day)}{via}: {Escape(citation.Before)}**{Escape(citation.Evidence.Quote.Trim())}**{Escape(citation.After)}\n");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in PlainText.OneLine(text))
        {
            if (character is '<') escaped.Append("&lt;");
            else if (character is '&') escaped.Append("&amp;");
            else
            {
                if ("\\`*_[]|~".Contains(character) || escaped.Length == 0 && "#+->".Contains(character)) escaped.Append('\\');
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }
}
