using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>Where the parts of a plain text begin, as numbers of lines.</summary>
/// <param name="Body">The first line of running text.</param>
/// <param name="End">The line after the last running text: credits, captions and a byline may follow.</param>
/// <param name="Tail">The heading of the lists of other articles; the number of lines if there is none.</param>
internal readonly record struct LineZones(int Body, int End, int Tail)
{
    private const int LongestCard = 150;

    public static LineZones Of(List<TextLine> lines)
    {
        var body = BodyAt(lines);
        var tail = TailAt(lines, body);
        var end = tail;
        while (end > body && !IsText(lines[end - 1])) end--;
        return new LineZones(body, end == body ? tail : end, tail);
    }

    private static int BodyAt(List<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Summary) i++;
            else if (Dateline.Alone(lines[i].Text) is not null && i + 1 < lines.Count) return i + 1;
            else if ((lines[i].IsProse || Dateline.Read(lines[i].Text) is { Mention: not null } or { Agencies.Count: > 0 }) && lines[i].Kind is null) return i;
        }

        return BodyWithoutProse(lines);
    }

    /// <summary>A text of short lines only: its first sentence, or its second line, or all of it.</summary>
    private static int BodyWithoutProse(List<TextLine> lines)
    {
        var sentence = lines.FindIndex(line => line.EndsSentence && line.Words >= 3 && line.Kind is null);
        if (sentence > 0 || (sentence == 0 && lines.Count == 1)) return sentence;
        return lines.Count > 1 && sentence < 0 ? 1 : 0;
    }

    /// <summary>
    /// The first heading of other articles, end of the copy or beginning of the sender's card after which there is less
    /// running text than before it; after a card that no mark announces, much less.
    /// </summary>
    private static int TailAt(List<TextLine> lines, int body)
    {
        var after = 0;
        for (var i = body; i < lines.Count; i++) after += ProseWords(lines[i]);
        var before = 0;
        for (var i = body; i < lines.Count; i++)
        {
            var words = ProseWords(lines[i]);
            (before, after) = (before + words, after - words);
            if (i > body && before > after && IsTail(lines[i], before, after)) return i;
        }

        return lines.Count;
    }

    private static bool IsTail(TextLine line, int before, int after) =>
        line.Kind is LineKind.Tail or LineKind.Comments or CopyLine.End
        || (after <= LongestCard && after * 2 <= before && LineKind.IsBoilerplate(line.Text) && !line.Text.Contains(':', StringComparison.Ordinal));

    private static int ProseWords(TextLine line) => line.IsProse ? line.Words : 0;

    private static bool IsText(TextLine line) =>
        !line.IsLink && !LineKind.IsTeaser(line.Text) && (line.IsProse || line.EndsSentence)
        && line.Kind is null && line.Credit is null;
}
