using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chancery.Record.Briefs;

namespace Chancery.Record.Exporting.Briefs;

/// <summary>
/// A brief as one complete page that needs no network and no script, can be printed, and links lines and citations in both
/// directions. Every text of a report is encoded.
/// </summary>
internal sealed class HtmlBriefWriter : IBriefWriter
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
        h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.2}
        h2{border-bottom:1px solid;padding-bottom:.2rem;margin-top:2rem}
        h3{margin-bottom:.3rem}
        ol.lines{margin-top:.3rem}
        li:target,li:target mark{outline:2px solid #b58900;outline-offset:2px}
        .reported{font-style:italic}
        sup a{text-decoration:none}
        footer,.head{font:.85rem/1.4 system-ui,sans-serif}
        blockquote{margin:.2rem 0 .8rem}
        @media print{body{max-width:none;margin:0}h2,h3{break-after:avoid}li{break-inside:avoid}a{color:inherit}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Name => "html";

    public string MediaType => "text/html; charset=utf-8";

    public void Write(Brief brief, TextWriter writer)
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        writer.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        writer.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        writer.Write($"<title>{Encode(brief.Title)}</title>\n<style>\n{Style.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>\n<h1>{Encode(brief.Title)}</h1>\n");
        if (brief.Sections.IsEmpty) writer.Write($"<p>{Encode(brief.Emptiness)}</p>\n</main>\n");
        else WriteContent(writer, brief);
        writer.Write("</body>\n</html>\n");
    }

    private static void WriteContent(TextWriter writer, Brief brief)
    {
        writer.Write($"<p class=\"head\">{Encode(Brief.Legend)}</p>\n");
        foreach (var section in brief.Sections) WriteSection(writer, section);
        writer.Write("</main>\n<footer>\n<h2>Citations</h2>\n<ol class=\"citations\">\n");
        var lines = brief.Lines
            .SelectMany(line => line.Citations.Select(number => (number, line.Number)))
            .ToLookup(pair => pair.number, pair => pair.Number);
        foreach (var citation in brief.Citations) WriteCitation(writer, citation, lines[citation.Number]);
        writer.Write("</ol>\n</footer>\n");
    }

    private static void WriteSection(TextWriter writer, BriefSection section)
    {
        writer.Write($"<section>\n<h2>{Encode(section.Heading)}</h2>\n");
        foreach (var group in section.Groups)
        {
            writer.Write($"<h3>{Encode(group.Party)}</h3>\n<ol class=\"lines\" start=\"{group.Lines[0].Number}\">\n");
            foreach (var line in group.Lines)
                writer.Write($"<li id=\"line-{line.Number}\">{string.Concat(line.Parts.Select(Mark))}{string.Concat(line.Citations.Select(LinkTo))}</li>\n");
            writer.Write("</ol>\n");
        }

        writer.Write("</section>\n");
    }

    private static string Mark(BriefPart part) => part.Kind switch
    {
        BriefPartKind.Quoted => $"“<span class=\"quoted\">{Encode(part.Text)}</span>”",
        BriefPartKind.Reported => $"«<span class=\"reported\">{Encode(part.Text)}</span>»",
        _ => Encode(part.Text),
    };

    private static string LinkTo(int number) => $" <sup><a href=\"#citation-{number}\">[{number}]</a></sup>";

    private static void WriteCitation(TextWriter writer, Citation citation, IEnumerable<int> lines)
    {
        var source = citation.Title == citation.Source ? "" : $" ({Encode(citation.Source)})";
        var via = citation.Via is null ? "" : $"; {Encode(citation.Via)}";
        var back = string.Join(" ", lines.Select(number => $"<a href=\"#line-{number}\">↑ line {number}</a>"));
        writer.Write($"<li id=\"citation-{citation.Number}\"><div class=\"head\"><cite>{Encode(citation.Title)}</cite>{source}. {Encode(citation.Outlet ?? "outlet not named")}, {Encode(citation.Day)}{via}. {back}</div>\n");
        writer.Write($"<blockquote>{Encode(citation.Before)}<mark>{Encode(citation.Evidence.Quote)}</mark>{Encode(citation.After)}</blockquote></li>\n");
    }

    private static string Encode(string text) => Encoder.Encode(PlainText.OneLine(text));
}
