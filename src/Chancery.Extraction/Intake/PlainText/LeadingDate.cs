using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>A header before the first word: <c>date 2021-08-16</c>, even on the line of the first sentence.</summary>
/// <param name="Mention">The day.</param>
/// <param name="Words">The header as written, which is cut.</param>
/// <param name="Text">The day as written.</param>
/// <param name="Length">Characters from the beginning of the text to the header's end.</param>
internal sealed record LeadingDate(DayMention Mention, string Words, string Text, int Length)
{
    private static readonly string[] Cues = ["date", "published", "dated"];

    public static LeadingDate? Read(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var head = text.AsSpan(start, Math.Min(40, text.Length - start));
        foreach (var cue in Cues)
        {
            if (!head.StartsWith(cue, StringComparison.OrdinalIgnoreCase) || head.Length <= cue.Length || char.IsLetter(head[cue.Length])) continue;
            var line = head.ToString().Split('\n')[0];
            var mention = DayReader.Find(line).FirstOrDefault();
            if (mention.Year is null || line[cue.Length..mention.Start].Trim(' ', ':', '\t', '-').Length > 0) return null;
            return new LeadingDate(mention, TextShape.Collapse(line.AsSpan(0, mention.End)), line[mention.Start..mention.End], start + mention.End);
        }

        return null;
    }
}
