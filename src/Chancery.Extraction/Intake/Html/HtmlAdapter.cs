using Chancery.Extraction.Intake.Html.Blocks;
using Chancery.Extraction.Intake.Lines;
using Chancery.Record;

namespace Chancery.Extraction.Intake.Html;

/// <summary>From a page and its facts to a draft: choose the article's element, decide block by block, read the lines that tell of it.</summary>
/// <param name="page">The page.</param>
/// <param name="facts">What it says of itself.</param>
/// <param name="raw">Where it came from.</param>
/// <param name="fewestWords">Words below which there is no article in it.</param>
/// <param name="model">What judges the blocks; <see langword="null"/> to go by hand-set weights alone.</param>
/// <param name="furniture">Texts of blocks that are known to be the site's.</param>
internal sealed class HtmlAdapter(Page page, PageFacts facts, RawDocument raw, int fewestWords, BlockModel? model = null, IReadOnlySet<string>? furniture = null)
{
    private const int RescueWords = 40;
    private readonly Draft _draft = new();
    private readonly List<string> _visible = [];
    private readonly List<PageItem> _items = [];
    private bool _cued;
    private string? _dateline;
    private DayMention? _datelineDay;

    /// <summary>The entries that are reports of their own: of a live blog, of a round-up.</summary>
    public IReadOnlyList<PageItem> Items => _items;

    /// <summary>The draft; without passages if there is no article.</summary>
    public Draft Adapt()
    {
        _draft.Title = TitleRules.Of(facts, raw.Address);
        if (new Proposals(page, facts, _draft.Title, model).Choose(fewestWords) is { } chosen) Take(chosen);
        Rescue();
        Finish();
        return _draft;
    }

    private void Take(Proposal chosen)
    {
        for (var i = 0; furniture is not null && i < chosen.Verdicts.Count; i++)
            if (furniture.Contains(page.Blocks[i].Text)) chosen.Verdicts[i] ??= LineKind.Furniture;
        TakeEntries(chosen.Verdicts, chosen.Scores);
        Take(chosen.Verdicts, chosen.Container, chosen.Scores);
    }

    /// <summary>Takes entries with a time of their own out of the page, each as a report.</summary>
    private void TakeEntries(List<string?> verdicts, BlockScores scores)
    {
        if (model is null) return;
        var entries = new DatedEntries(page, verdicts, _draft.Title);
        foreach (var node in entries.Find())
        {
            var time = entries.TimeOf(node) ?? "";
            var own = new PageFacts { SiteName = facts.SiteName, Publisher = facts.Publisher, Language = facts.Language, Address = facts.Address };
            own.Days.Add(new DayWitness(DayPlaces.Published, time));
            var draft = new HtmlAdapter(page, own, raw, 1).AdaptEntry(verdicts, node, scores, entries.HeadingOf(node));
            if (draft.Passages.Count > 0) _items.Add(new PageItem($"{time} {draft.Title ?? draft.Passages[0].Text}", draft));
            for (var i = node.First; i < node.End; i++) verdicts[i] ??= LineKind.Entry;
        }
    }

    /// <summary>The draft of one entry of a page.</summary>
    private Draft AdaptEntry(List<string?> verdicts, PageNode node, BlockScores scores, string? heading)
    {
        _draft.Title = heading;
        for (var i = node.First; i < node.End; i++)
        {
            var block = page.Blocks[i];
            if (verdicts[i] is { } kind) _draft.Cut(kind, block.Text);
            else if (block.Text == heading) _draft.Cut(LineKind.Title, block.Text);
            else if (DatedEntries.IsTimeLine(block)) _draft.Cut(LineKind.Date, block.Text);
            else Keep(block);
            if (verdicts[i] is LineKind.Byline) ReadHead(block, scores);
        }

        Finish();
        return _draft;
    }

    private void Take(List<string?> verdicts, PageNode container, BlockScores scores)
    {
        var cut = new CutRun(_draft);
        var first = verdicts.FindIndex(container.First, container.End - container.First, verdict => verdict is null);
        var headline = Proposals.HeadlineOf(page, _draft.Title);
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
            if (kind == LineKind.Title) continue;
            if (first >= 0 && i < first && i >= first - 20) ReadHead(block, scores, headline >= 0 && i > headline);
            else if (kind == LineKind.Byline && i < container.End && i >= container.First) ReadHead(block, scores);
        }

        cut.Flush();
        if (first < 0) return;
        var last = verdicts.FindLastIndex(container.End - 1, container.End - first, verdict => verdict is null);
        facts.Days.AddRange(new VisibleDays(page, scores, headline).Of(first, last));
    }

    /// <param name="block">A line near the headline, or a byline in the text.</param>
    /// <param name="scores">What names over it are believed.</param>
    /// <param name="isUnder">True between headline and text: there a name needs no cue.</param>
    private void ReadHead(PageBlock block, BlockScores scores, bool isUnder = false)
    {
        if (block.Words > 30) return;
        var marks = scores.MarksOf(block);
        if ((marks & (Marks.Related | Marks.Comments | Marks.Cookie)) != 0) return;
        var names = NamesOf(block, (marks & Marks.Byline) != 0, isUnder && marks is Marks.None or Marks.Byline or Marks.Summary);
        _cued = Byline.IsCue(block.Text);
        if (_visible.Count == 0) _visible.AddRange(names);
    }

    private List<string> NamesOf(PageBlock block, bool isMarked, bool isUnder)
    {
        if (Byline.Cued(block.Text) is { Count: > 0 } cued) return cued;
        if (Byline.CuedShort(block.Text) is { Count: > 0 } signed) return signed;
        if ((isMarked || isUnder) && DatedByline.Read(block.Text, isMarked) is { Count: > 0 } dated) return dated;
        if ((isMarked || _cued) && block.Words <= 8) return Byline.Names(block.Text).FindAll(name => name.Contains(' ', StringComparison.Ordinal));
        return isUnder && block.Words <= 4 && Byline.Person(block.Text) is { } person && person.Length >= block.Text.Length - 1 ? [person] : [];
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
        "td" or "th" => PassageKinds.Cell,
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
        if (_draft.Published is null && AddressDay.In(raw.Address ?? facts.Address) is { } address) facts.Days.Add(address);
        _draft.Published = DayRules.Of(facts.Days, raw, DayOrders.Of(facts.Language, raw.Address ?? facts.Address))
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

/// <summary>An entry of a page that is a report of its own.</summary>
/// <param name="Key">What tells it from the others, also when the page is read again.</param>
/// <param name="Draft">What was found of it.</param>
internal readonly record struct PageItem(string Key, Draft Draft);
