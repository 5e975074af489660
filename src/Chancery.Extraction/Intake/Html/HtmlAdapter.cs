using Chancery.Extraction.Intake.Lines;
using Chancery.Record;

namespace Chancery.Extraction.Intake.Html;

/// <summary>From a page and its facts to a draft: choose the article's element, decide block by block, read the lines that tell of it.</summary>
/// <param name="page">The page.</param>
/// <param name="facts">What it says of itself.</param>
/// <param name="raw">Where it came from.</param>
/// <param name="fewestWords">Words below which there is no article in it.</param>
internal sealed class HtmlAdapter(Page page, PageFacts facts, RawDocument raw, int fewestWords)
{
    private const int RescueWords = 40;
    private readonly Draft _draft = new();
    private readonly List<string> _visible = [];
    private string? _dateline;
    private DayMention? _datelineDay;

    /// <summary>The draft; without passages if there is no article.</summary>
    public Draft Adapt()
    {
        _draft.Title = TitleRules.Of(facts);
        var headline = page.Blocks.FindIndex(block => block.Words <= 40 && TitleRules.Matches(block.Text, _draft.Title) && page.NodeOf(block).Tag[0] == 'h');
        if (!TryRead(new BlockScores(page, headline), fewestWords, 1)) TryRead(new BlockScores(page, headline, believesMarks: false), Math.Max(fewestWords, RescueWords), Page.LongWords);
        Rescue();
        Finish();
        return _draft;
    }

    /// <summary>Reads the best element if it holds an article; otherwise leaves the draft as it was.</summary>
    /// <param name="scores">The scores to go by.</param>
    /// <param name="fewest">How many words must stay.</param>
    /// <param name="blockWords">How many words a block must have to count among them.</param>
    private bool TryRead(BlockScores scores, int fewest, int blockWords)
    {
        if (Choice.Of(Candidates.Of(page, scores)) is not { } choice) return false;
        var container = page.Nodes[choice.Chosen.Node];
        var verdicts = new BlockVerdicts(page, scores, container, _draft.Title).All();
        if (page.Blocks.Where((_, number) => verdicts[number] is null).Where(block => block.Words >= blockWords).Sum(block => block.Words) < fewest) return false;
        Take(verdicts, container, scores);
        return true;
    }

    private void Take(List<string?> verdicts, PageNode container, BlockScores scores)
    {
        var cut = new CutRun(_draft);
        var first = verdicts.FindIndex(container.First, container.End - container.First, verdict => verdict is null);
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            if (verdicts[i] is not { } kind)
            {
                cut.Flush();
                Keep(block);
                continue;
            }

            cut.Add(kind, block.Text);
            if (kind == LineKind.Credit && i >= container.First && Credit.Read(block.Text) is { } credit) TakeCredit(credit);
            if (first >= 0 && i < first && i >= first - 20) ReadHead(block, scores);
            else if (kind == LineKind.Byline && i < container.End && i >= container.First) ReadHead(block, scores);
        }

        cut.Flush();
    }

    private void ReadHead(PageBlock block, BlockScores scores)
    {
        if (block.Words > 30) return;
        var marked = (scores.MarksOf(block) & Marks.Byline) != 0;
        if ((scores.MarksOf(block) & (Marks.Related | Marks.Comments | Marks.Cookie)) != 0) return;
        if (DayLine.Read(block.Text) is { Mention.Year: not null } day) facts.Days.Add(new DayWitness("visible", day.Text));
        else if (marked && DayReader.Find(block.Text).Find(mention => mention.Year is not null) is { Year: not null } mention) facts.Days.Add(new DayWitness("visible", block.Text[mention.Start..mention.End]));
        var names = Byline.Cued(block.Text);
        if (names.Count == 0 && marked && block.Words <= 8) names = Byline.Names(block.Text);
        if (_visible.Count == 0) _visible.AddRange(names);
    }

    private void TakeCredit(Credit credit)
    {
        _draft.Credit(credit.Agencies);
        _visible.AddRange(credit.Bylines);
    }

    private void Keep(PageBlock block)
    {
        var text = block.Text;
        if (_draft.Passages.Count == 0 && Dateline.Read(text) is { } dateline)
        {
            _dateline = text[..dateline.Length].TrimEnd();
            _datelineDay = dateline.Mention;
            _draft.Cut(LineKind.Dateline, _dateline);
            _draft.Credit(dateline.Agencies);
            text = text[dateline.Length..];
        }

        if (Credit.StartAtEnd(text) is > 0 and var credit)
        {
            _draft.Cut(LineKind.Credit, text[credit..]);
            TakeCredit(Credit.Read(text[credit..])!);
            text = text[..credit].TrimEnd();
        }

        _draft.Credit(Credit.InText(text));
        _draft.Add(new Passage(KindOf(block), text, block.Source));
    }

    private string KindOf(PageBlock block) => page.NodeOf(block).Tag switch
    {
        "h2" or "h3" or "h4" or "h5" or "h6" => PassageKinds.Subhead,
        "li" or "dd" or "dt" => PassageKinds.Item,
        _ => page.Up(block.Node).Take(3).Any(node => node.Tag == "blockquote") ? PassageKinds.Quote : PassageKinds.Paragraph,
    };

    /// <summary>Where the page shows next to nothing of an article that its metadata carry whole.</summary>
    private void Rescue()
    {
        if (facts.ArticleBody is not { } body || TextShape.Words(body) < RescueWords) return;
        if (_draft.Passages.Sum(passage => TextShape.Words(passage.Text)) * 3 > TextShape.Words(body)) return;
        _draft.Replace([new Passage(PassageKinds.Paragraph, body, -1)]);
    }

    private void Finish()
    {
        var (names, agencies) = BylineRules.Of(facts, _visible);
        _draft.SignedBy(names);
        _draft.Credit(agencies);
        if (DayRules.InAddress(raw.Address ?? facts.Address) is { } address) facts.Days.Add(address);
        _draft.Published = DayRules.Of(facts.Days, raw)
            ?? (_datelineDay is { } day ? PublicationRules.Of(day, PublicationRules.Dateline, _dateline!, raw) : null);
        _draft.Outlet = facts.SiteName ?? facts.Publisher ?? Hosts.Of(raw.Address ?? facts.Address);
    }

    /// <summary>Neighbours that are cut under one kind are one cut.</summary>
    private sealed class CutRun(Draft draft)
    {
        private readonly List<string> _texts = [];
        private string _kind = "";

        public void Add(string kind, string text)
        {
            if (kind != _kind) Flush();
            _kind = kind;
            _texts.Add(text);
        }

        public void Flush()
        {
            if (_texts.Count > 0) draft.Cut(_kind, string.Join('\n', _texts));
            _texts.Clear();
        }
    }
}
