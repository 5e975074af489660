using System.Text;

namespace Chancery.Tests.Extraction.Intake.Html;

/// <summary>Pages of our own, built of parts, in the shapes that are known to break readers.</summary>
internal static class Pages
{
    /// <summary>Sentences about a bridge; a number gives always the same ones.</summary>
    public static string Sentence(int number) => number switch
    {
        0 => "The old bridge over the Lune was closed to lorries on Wednesday, the harbour council of Port Elm said in a statement.",
        1 => "Drivers who had waited since dawn were told to turn back and to take the long road over the hills, which is narrow and often blocked by snow.",
        2 => "Engineers found cracks in two of the seven arches last month, and a third may be damaged as well, according to a report that the council has not published.",
        3 => "“We had no choice, and we are sorry for everybody who will now arrive late,” said Mara Quill, who leads the council's works department.",
        4 => "Shopkeepers on the island fear that deliveries will become dearer, and some have begun to fill their cellars before the winter.",
        5 => "The ministry has promised money for the repair, but not before the spring, when the new budget is to be passed by the assembly.",
        _ => $"In district number {number} the inspectors counted {number + 12} vehicles that had crossed the river at night although the barriers were down.",
    };

    /// <summary>So many paragraphs of the article.</summary>
    public static string Paragraphs(int count, int from = 0) => string.Concat(Enumerable.Range(from, count).Select(number => $"<p>{Sentence(number)}</p>\n"));

    /// <summary>A whole page with head, navigation, body and footer.</summary>
    public static string Page(string body, string head = "", string title = "Old bridge closed to lorries") =>
        $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Riverland Post</title><meta property="og:site_name" content="The Riverland Post">{head}</head>
        <body><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        {body}
        <footer class="footer"><p>© The Riverland Post. All rights reserved. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer></body></html>
        """;

    /// <summary>An article with its headline in the usual place.</summary>
    public static string Article(int paragraphs = 5, string before = "", string after = "") =>
        $"<main><article><h1>Old bridge closed to lorries</h1>{before}{Paragraphs(paragraphs)}{after}</article></main>";

    /// <summary>The text that <see cref="Article"/> must give.</summary>
    public static string Text(int paragraphs = 5) => string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(Sentence));

    public static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);
}
