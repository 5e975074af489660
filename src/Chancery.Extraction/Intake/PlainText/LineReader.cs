using Chancery.Extraction.Intake.Lines;
using Chancery.Record;

namespace Chancery.Extraction.Intake.PlainText;

/// <summary>
/// Reads the lines of a plain text in order: head (furniture, headline, byline, date, standfirst), body, end matter, tail.
/// One pass and no way back; every line ends in the text or in a cut.
/// </summary>
internal sealed class LineReader(List<TextLine> lines, Draft draft, LeadingDate? header, RawDocument raw)
{
    private Publication? _published = header is null ? null : PublicationRules.Of(header.Mention, PublicationRules.Metadata, header.Text, raw);
    private Publication? _dateline;

    /// <summary>Fills the draft.</summary>
    public void Read()
    {
        var zones = LineZones.Of(lines);
        var at = ReadHead(zones.Body);
        var body = new BodyReader(lines, draft, zones, this);
        body.Read(at);
        for (var i = zones.Tail; i < lines.Count; i++) CutTail(lines[i]);
        draft.Published = _published ?? _dateline;
        draft.Outlet ??= draft.Bylines.Select(Byline.OutletOf).FirstOrDefault(name => name is not null) ?? Hosts.Of(raw.Address);
    }

    /// <summary>Takes the line's day if no better one is known.</summary>
    public void TakeDay(DayLine day) => _published ??= PublicationRules.Of(day.Mention, PublicationRules.BylineLine, day.Text, raw);

    /// <summary>Takes a dateline: its agencies, and its day if it has or can be given a year.</summary>
    public void TakeDateline(Dateline dateline, string words)
    {
        draft.Cut(LineKind.Dateline, words);
        draft.Credit(dateline.Agencies);
        if (dateline.Mention is { } mention)
            _dateline = PublicationRules.Of(mention, PublicationRules.Dateline, words, raw, _published?.From.Year);
    }

    /// <summary>Takes a credit line.</summary>
    public void TakeCredit(Credit credit, string words)
    {
        draft.Cut(LineKind.Credit, words);
        draft.Credit(credit.Agencies);
        draft.SignedBy(credit.Bylines);
    }

    /// <summary>Takes a byline; an agency that signs is credited.</summary>
    public void TakeByline(List<string> names, string words)
    {
        draft.Cut(LineKind.Byline, words);
        draft.SignedBy(names.Where(name => Credit.Agency(name) is null));
        draft.Credit(names.Select(name => Credit.Agency(name)).OfType<string>());
    }

    private int ReadHead(int end)
    {
        var title = draft.Title is { } known ? lines.FindIndex(0, end, line => line.Text == known) : TitleAt(end);
        if (title < 0 && draft.Title is null) end = FirstSentence(end);
        for (var i = 0; i < end; i++)
        {
            if (i == title) SetTitle(lines[i].Text);
            else if (LineKind.Of(lines[i].Text) == LineKind.Summary) i = CutSummary(i);
            else ReadHeadLine(lines[i].Text, isBeforeTitle: i < title);
        }

        return end;
    }

    /// <summary>Without a headline a short sentence is not its standfirst but the beginning of the text.</summary>
    private int FirstSentence(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (LineKind.Of(lines[i].Text) == LineKind.Summary) i++;
            else if (lines[i].Words >= 3 && lines[i].Text[^1] == '.' && !IsClaimed(lines[i].Text)) return i;
        }

        return end;
    }

    private void SetTitle(string line)
    {
        draft.Title = line.TrimStart('#', ' ');
        draft.Cut(LineKind.Title, line);
    }

    private int CutSummary(int at)
    {
        draft.Cut(LineKind.Summary, lines[at].Text);
        if (at + 1 < lines.Count) draft.Cut(LineKind.Summary, lines[at + 1].Text);
        return at + 1;
    }

    private void ReadHeadLine(string line, bool isBeforeTitle)
    {
        if (Byline.Cued(line) is { Count: > 0 } cued) TakeByline(cued, line);
        else if (DayLine.Read(line) is { } day) CutDay(day, line);
        else if (LineKind.Of(line) is { } kind) draft.Cut(kind == LineKind.Tail ? LineKind.Navigation : kind, line);
        else if (Credit.Read(line) is { } credit) TakeCredit(credit, line);
        else if (isBeforeTitle) draft.Cut(LineKind.Navigation, line);
        else if (draft.Bylines.Count == 0 && Byline.Alone(line) is { Count: > 0 } names) TakeByline(names, line);
        else if (Credit.Agency(line) is not null) TakeByline([line], line);
        else draft.Cut(LineKind.Summary, line);
    }

    private void CutDay(DayLine day, string line)
    {
        TakeDay(day);
        draft.Cut(LineKind.Date, line);
        if (DayLine.Beside(line) is not { } beside) return;
        if (Byline.IsOutlet(beside)) draft.Outlet ??= beside;
        else if (Credit.Agency(beside) is { } agency) draft.Credit([agency]);
        else if (draft.Bylines.Count == 0) draft.SignedBy(Byline.Alone(beside));
    }

    /// <summary>The first line of five words or more that nothing else claims; failing that, of two.</summary>
    private int TitleAt(int end)
    {
        var found = -1;
        for (var i = 0; i < end; i++)
        {
            var line = lines[i];
            if (LineKind.Of(line.Text) == LineKind.Summary) break;
            if (line.Words is < 2 or > 30 || line.IsLink || line.Text[^1] is '.' or ';' || IsClaimed(line.Text)) continue;
            if (line.Words >= 5) return i;
            if (found < 0) found = i;
        }

        return found;
    }

    private static bool IsClaimed(string line) =>
        LineKind.Of(line) is not null || DayLine.Read(line) is not null || Byline.Cued(line).Count > 0 || Credit.Read(line) is not null;

    private void CutTail(TextLine line)
    {
        if (line.Text[0] == '(' && Credit.Read(line.Text) is { } credit) TakeCredit(credit, line.Text);
        else draft.Cut(LineKind.Of(line.Text) is { } kind and not LineKind.Tail and not LineKind.Date ? kind : LineKind.Related, line.Text);
    }
}
