using System.Buffers;
using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>What a block's own text and element say: counts of letters and marks, the kind of element, what its words are known as.</summary>
internal static class BlockShape
{
    private static readonly string[] Tags = ["p", "div", "section", "article", "li", "td", "th", "blockquote", "pre", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "dd", "dt", "header", "footer", "aside", "main", "span", "form", "center", "ul", "a"];
    private static readonly string[] Kinds = [LineKind.Furniture, LineKind.Navigation, LineKind.Related, LineKind.Caption, LineKind.Summary, LineKind.Share, LineKind.Newsletter, LineKind.Comments, LineKind.Tail, LineKind.Date];
    private static readonly SearchValues<char> Bars = SearchValues.Create("|»›•·→/");

    /// <summary>Which of the tags it is; the same number for all others.</summary>
    public static int TagOf(string tag) => Array.IndexOf(Tags, tag);

    /// <summary>True for h2 to h6: h1 is the page's own.</summary>
    public static bool IsSubhead(string tag) => tag is ['h', >= '2' and <= '6'];

    /// <summary>Tells of the block alone.</summary>
    /// <param name="row">Where.</param>
    /// <param name="page">The page.</param>
    /// <param name="block">The block.</param>
    /// <param name="number">Its number.</param>
    public static void Fill(ref FeatureRow row, Page page, PageBlock block, int number)
    {
        var (text, tag) = (block.Text, page.NodeOf(block).Tag);
        row.AddLog(block.Words);
        row.AddLog(text.Length);
        row.Add(block.LinkShare);
        row.Add(block.Words == 0 ? 0 : (double)block.StrongWords / block.Words);
        row.Add(block.EndsSentence);
        row.Add(text[^1] is ':');
        row.Add(LineKind.IsTeaser(text));
        row.Add(text[^1] is '?');
        row.Add(TextShape.HasInnerSentenceEnd(text));
        row.Add((double)text.Length / Math.Max(1, block.Words));
        FillLetters(ref row, text);
        FillTag(ref row, tag);
        FillKind(ref row, page, block, number);
    }

    private static void FillLetters(ref FeatureRow row, string text)
    {
        int digits = 0, capitals = 0, commas = 0, starts = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) digits++;
            else if (text[i] == ',') commas++;
            else if (char.IsUpper(text[i])) (capitals, starts) = (capitals + 1, starts + (i == 0 || text[i - 1] == ' ' ? 1 : 0));
        }

        row.Add((double)digits / text.Length);
        row.Add((double)capitals / text.Length);
        row.Add((double)starts / Math.Max(1, text.AsSpan().Count(' ') + 1));
        row.Add((double)commas / Math.Max(1, text.AsSpan().Count(' ') + 1));
        row.Add(char.IsLower(text[0]));
        row.Add(text[0] is '"' or '“' or '„' or '«' or '‘');
        row.Add(char.IsAsciiDigit(text[0]));
        row.Add(!char.IsLetterOrDigit(text[0]));
        row.Add(text.AsSpan().IndexOfAny(Bars) >= 0);
        row.Add(text.Contains('@', StringComparison.Ordinal));
        row.Add(text.Contains('©', StringComparison.Ordinal));
        row.Add(text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains("www.", StringComparison.OrdinalIgnoreCase));
    }

    private static void FillTag(ref FeatureRow row, string tag)
    {
        row.Add(tag == "p");
        row.Add(tag is ['h', >= '1' and <= '6'] ? tag[1] - '0' : 0);
        row.Add(tag is "li" or "dd" or "dt");
        row.Add(tag is "td" or "th");
        row.Add(tag is "div" or "section" or "article" or "main" or "body");
        row.Add(TagOf(tag));
    }

    private static void FillKind(ref FeatureRow row, Page page, PageBlock block, int number)
    {
        var kind = page.Lines.KindOf(number);
        row.Add(Array.IndexOf(Kinds, kind));
        row.Add(kind is LineKind.Tail or LineKind.Related or LineKind.Newsletter or LineKind.Share or LineKind.Comments);
        row.Add(kind is LineKind.Caption);
        row.Add(block.Words <= 60 && page.Lines.CreditOf(number) is not null);
        row.Add(block.Words <= 30 && page.Lines.IsDayLine(number));
        row.Add(block.Words <= 30 && block.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && DayReader.Find(block.Text).Count > 0);
        row.Add(block.Words <= 16 && page.Lines.IsByline(number));
        row.Add(block.Words <= 8 && Byline.Alone(block.Text).Count > 0);
        row.Add(LineKind.IsRelativeTime(block.Text));
    }
}
