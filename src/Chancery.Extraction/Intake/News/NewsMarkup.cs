using System.Text;
using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.News;

/// <summary>Markup inside news items as pages write it: prefixes of names go, and NITF's own names become those of pages.</summary>
internal static class NewsMarkup
{
    private static readonly Dictionary<string, string> PageNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hl1"] = "h1",
        ["hl2"] = "h2",
        ["block"] = "div",
        ["media"] = "figure",
        ["media-caption"] = "figcaption",
        ["bq"] = "blockquote",
    };

    public static string AsPage(string markup)
    {
        var page = new StringBuilder(markup.Length);
        var scanner = new MarkupScanner(markup, html: false);
        while (scanner.Next(out var piece))
        {
            if (piece.Kind is not (MarkupKind.StartTag or MarkupKind.EndTag))
            {
                page.Append(markup, piece.Start, piece.Length);
                continue;
            }

            var name = piece.Name(markup).ToString();
            var local = name[(name.LastIndexOf(':') + 1)..];
            page.Append(piece.Kind == MarkupKind.StartTag ? "<" : "</").Append(PageNames.GetValueOrDefault(local, local)).Append(markup, piece.NameEnd, piece.End - piece.NameEnd);
        }

        return page.ToString();
    }
}
