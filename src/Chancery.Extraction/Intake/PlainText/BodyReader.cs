using Chancery.Extraction.Intake.Lines;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>Reads the body and the end matter: what stays is a passage, what goes is cut by its kind.</summary>
internal sealed class BodyReader(List<TextLine> lines, Draft draft, LineZones zones, LineReader reader)
{
    private const int SubheadWords = 14;

    // Highlights and notes may stand before the first sentence of agency copy.
    private const int LatestDateline = 3;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Reads from the line to the tail.</summary>
    public void Read(int at)
    {
        var hasTeasers = lines[zones.End..zones.Tail].Exists(line => LineKind.IsTeaser(line.Text) || LineKind.IsRelativeTime(line.Text));
        for (var i = at; i < zones.Tail; i++)
        {
            if (i >= zones.End && lines[i].Kind == CopyLine.Contact) i = CutContact(i);
            else if (i >= zones.End) ReadEnd(i, hasTeasers);
            else i = ReadBody(i);
        }
    }

    private int ReadBody(int at)
    {
        var line = lines[at];
        var kind = line.IsLink ? LineKind.Related : KindOf(line);
        if (kind is LineKind.Tail or LineKind.Related) return CutRelated(at);
        if (kind == LineKind.Summary) return CutSummary(at);
        if (kind == CopyLine.Contact) return CutContact(at);
        if (kind is not null) draft.Cut(kind == CopyLine.End ? LineKind.Furniture : kind, line.Text);
        else if (line.Credit is { } credit) reader.TakeCredit(credit, line.Text);
        else if (!line.EndsSentence && line.Day is not null) draft.Cut(LineKind.Date, line.Text);
        else if (!line.EndsSentence && line.Words <= 8 && Byline.Cued(line.Text) is { Count: > 0 } names) reader.TakeByline(names, line.Text);
        else if (IsRepeat(at)) draft.Cut(LineKind.Repeat, line.Text);
        else Keep(line, at);
        return at;
    }

    /// <summary>A long sentence that only begins like furniture is text.</summary>
    private static string? KindOf(TextLine line) =>
        (line.Words > 40 || (line.Words > 25 && line.EndsSentence)) && !LineKind.IsBoilerplate(line.Text) ? null : line.Kind;

    /// <summary>A heading or a line of other articles amid the text, with the headlines that follow it.</summary>
    private int CutRelated(int at)
    {
        draft.Cut(LineKind.Related, lines[at].Text);
        if (lines[at].Kind is not (LineKind.Tail or LineKind.Related) || lines[at].Words > 4) return at;
        while (at + 1 < zones.End && !lines[at + 1].IsProse && !lines[at + 1].EndsSentence && lines[at + 1].Words >= 4)
            draft.Cut(LineKind.Related, lines[++at].Text);
        return at;
    }

    private int CutSummary(int at)
    {
        draft.Cut(LineKind.Summary, lines[at].Text);
        if (at + 1 < zones.End) draft.Cut(LineKind.Summary, lines[++at].Text);
        return at;
    }

    /// <summary>A contact with the lines of its block and the addresses and numbers below it.</summary>
    private int CutContact(int at)
    {
        draft.Cut(LineKind.Furniture, lines[at].Text);
        while (at + 1 < zones.Tail && IsOfContact(lines[at + 1])) draft.Cut(LineKind.Furniture, lines[++at].Text);
        return at;
    }

    private static bool IsOfContact(TextLine line) =>
        CopyLine.IsContactLike(line.Text) || line.Kind == CopyLine.Contact || (!line.StartsBlock && !line.IsProse && !line.EndsSentence && line.Words <= 8);

    private bool IsRepeat(int at)
    {
        if (lines[at].Words < 8) return lines[at].Text == draft.Title;
        return !_seen.Add(lines[at].Text) || EmbeddedPost.Repeats(lines, at);
    }

    private void Keep(TextLine line, int at)
    {
        var text = line.Text;
        var source = line.Source;
        if (draft.Passages.Count <= LatestDateline && Dateline.Read(text) is { } dateline && (draft.Passages.Count == 0 || dateline.Agencies.Count > 0))
        {
            reader.TakeDateline(dateline, text[..dateline.Length].TrimEnd());
            (text, source) = (text[dateline.Length..], source < 0 ? source : source + dateline.Length);
        }

        if (Credit.StartAtEnd(text) is > 0 and var credit)
        {
            reader.TakeCredit(Credit.Read(text[credit..])!, text[credit..]);
            text = text[..credit].TrimEnd();
        }

        if (CopyLine.EndMarkAt(text) is > 0 and var end)
        {
            draft.Cut(LineKind.Furniture, text[(end + 1)..]);
            text = text[..end].TrimEnd();
        }

        draft.Credit(Credit.InText(text));
        draft.Add(Shape(text, source, line, mayHead: at + 1 < zones.End));
    }

    private static Passage Shape(string text, int source, TextLine line, bool mayHead)
    {
        if (text.Length > 2 && text[0] is '•' or '*' or '-' or '–' or '·' && text[1] == ' ') return new Passage(PassageKinds.Item, text[2..], source);
        if (mayHead && !line.EndsSentence && line.Words <= SubheadWords && text.Length > 0 && text[^1] is not (':' or ',' or ';' or '-' or '–'))
            return new Passage(PassageKinds.Subhead, text.TrimStart('#', ' '), source);
        return new Passage(PassageKinds.Paragraph, text, source);
    }

    /// <summary>After the last sentence: credits, a byline with its date, captions; with teasers about, their headlines.</summary>
    private void ReadEnd(int at, bool hasTeasers)
    {
        var line = lines[at].Text;
        if (lines[at].Credit is { } credit) reader.TakeCredit(credit, line);
        else if (Byline.Cued(line) is { Count: > 0 } cued) reader.TakeByline(cued, line);
        else if (lines[at].Kind is { } kind) draft.Cut(kind == LineKind.Tail ? LineKind.Related : kind is CopyLine.End or CopyLine.Contact ? LineKind.Furniture : kind, line);
        else if (CopyLine.IsContactLike(line)) draft.Cut(LineKind.Furniture, line);
        else if (lines[at].IsLink) draft.Cut(LineKind.Related, line);
        else if (lines[at].Day is { } day) CutDay(day, at);
        else if (draft.Bylines.Count == 0 && line.Any(char.IsLower) && Byline.Alone(line) is { Count: > 0 } names) reader.TakeByline(names, line);
        else draft.Cut(hasTeasers ? LineKind.Related : LineKind.Caption, line);
    }

    private void CutDay(DayLine day, int at)
    {
        var beside = at > 0 && (Byline.Cued(lines[at - 1].Text).Count > 0 || Byline.Alone(lines[at - 1].Text).Count > 0);
        if (beside) reader.TakeDay(day);
        draft.Cut(LineKind.Date, lines[at].Text);
    }
}
