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
    private readonly bool _hasBlocks = lines.Skip(1).Any(line => line.StartsBlock);
    private bool _isCard;

    /// <summary>Fills the draft.</summary>
    public void Read()
    {
        var zones = LineZones.Of(lines);
        var at = ReadHead(zones.Body);
        var body = new BodyReader(lines, draft, zones, this);
        body.Read(at);
        for (var i = zones.Tail; i < lines.Count; i++) CutTail(lines[i]);
        draft.Published = _published ?? _dateline;
        draft.Outlet ??= lines.Select(line => CopyLine.OwnerOf(line.Text)).FirstOrDefault(name => name is not null);
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
        draft.SignedBy(names.Where(name => Credit.Agency(name) is null).Select(CopyLine.WithoutCapitals));
        draft.Credit(names.Select(name => Credit.Agency(name)).OfType<string>());
    }

    private int ReadHead(int end)
    {
        var title = draft.Title is { } known ? lines.FindIndex(0, end, line => line.Text == known) : TitleAt(end);
        if (title < 0 && draft.Title is null) end = FirstSentence(end);
        for (var i = 0; i < end; i++)
        {
            if (i == title) SetTitle(lines[i].Text);
            else if (lines[i].Kind == LineKind.Summary) i = CutSummary(i);
            else if (lines[i].Kind == CopyLine.Contact) i = CutContact(i, end);
            else ReadHeadLine(lines[i], isBeforeTitle: i < title);
        }

        return end;
    }

    /// <summary>Without a headline a short sentence is not its standfirst but the beginning of the text.</summary>
    private int FirstSentence(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (lines[i].Kind == LineKind.Summary) i++;
            else if (lines[i].Words >= 3 && lines[i].Text[^1] == '.' && !IsClaimed(lines[i])) return i;
        }

        return end;
    }

    private void SetTitle(string line)
    {
        draft.Title = CopyLine.WithoutPrefix(line.TrimStart('#', ' '));
        draft.Cut(LineKind.Title, line);
    }

    private int CutSummary(int at)
    {
        draft.Cut(LineKind.Summary, lines[at].Text);
        if (at + 1 < lines.Count) draft.Cut(LineKind.Summary, lines[at + 1].Text);
        return at + 1;
    }

    /// <summary>A contact at the head of a release, with the lines of its block that are no headline.</summary>
    private int CutContact(int at, int end)
    {
        draft.Cut(LineKind.Furniture, lines[at].Text);
        while (at + 1 < end && (CopyLine.IsContactLike(lines[at + 1].Text) || lines[at + 1].Kind == CopyLine.Contact || IsBelow(at + 1)))
            draft.Cut(LineKind.Furniture, lines[++at].Text);
        return at;
    }

    /// <summary>A short line of the same block; in a text without blank lines nothing tells blocks apart, and only a name counts.</summary>
    private bool IsBelow(int at) =>
        !lines[at].StartsBlock && (_hasBlocks ? lines[at].Words <= 8 && !lines[at].EndsSentence : lines[at].Words <= 4 && Byline.Alone(lines[at].Text).Count > 0);

    private void ReadHeadLine(TextLine head, bool isBeforeTitle)
    {
        var line = head.Text;
        if (Dateline.Alone(line) is { } dateline) TakeDateline(dateline, line);
        else if (Byline.Cued(line) is { Count: > 0 } cued) TakeByline(cued, line);
        else if (head.Day is { } day) CutDay(day, line);
        else if (head.Kind is { } kind) draft.Cut(kind is LineKind.Tail ? LineKind.Navigation : kind is CopyLine.End ? LineKind.Furniture : kind, line);
        else if (head.Credit is { } credit) TakeCredit(credit, line);
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
        var inContact = false;
        for (var i = 0; i < end; i++)
        {
            var line = lines[i];
            if (line.Kind == LineKind.Summary) break;
            if (line.Kind == CopyLine.Contact) inContact = true;
            else if (line.StartsBlock || !_hasBlocks) inContact = false;
            if (inContact || line.Words is < 2 or > 30 || line.IsLink || line.Text[^1] is '.' or ';' || line.Text[0] is '*' or '•' || CopyLine.IsContactLike(line.Text) || IsClaimed(line)) continue;
            if (line.Words >= 5) return i;
            if (found < 0) found = i;
        }

        return found;
    }

    private static bool IsClaimed(TextLine line) =>
        line.Kind is not null || line.Day is not null || Dateline.Alone(line.Text) is not null || Byline.Cued(line.Text).Count > 0 || line.Credit is not null;

    /// <summary>After the end of the copy comes the sender's card; after a heading of other articles come those.</summary>
    private void CutTail(TextLine line)
    {
        _isCard |= line.Kind == CopyLine.End || LineKind.IsBoilerplate(line.Text);
        if ((line.Text[0] == '(' || _isCard) && line.Credit is { } credit) TakeCredit(credit, line.Text);
        else if (_isCard || line.Kind is CopyLine.Contact) draft.Cut(LineKind.Furniture, line.Text);
        else draft.Cut(line.Kind is { } kind and not LineKind.Tail and not LineKind.Date ? kind : LineKind.Related, line.Text);
    }
}
