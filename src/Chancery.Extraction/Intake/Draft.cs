using System.Text;
using Chancery.Record;
using Chancery.Text;

namespace Chancery.Extraction.Intake;

/// <summary>A piece of text and where it began in the decoded source, counted in characters; −1 if unknown.</summary>
internal readonly record struct Passage(string Kind, string Text, int Source);

/// <summary>
/// A report in the making: what an adapter has found so far. It alone joins passages into the report's text, so that
/// every format gives blocks and spans alike. Not shared between threads.
/// </summary>
internal sealed class Draft
{
    private readonly List<Passage> _passages = [];
    private readonly List<Cut> _cuts = [];
    private readonly List<string> _bylines = [];
    private readonly List<string> _agencies = [];

    public string? Title { get; set; }

    public string? Outlet { get; set; }

    public Publication? Published { get; set; }

    public IReadOnlyList<Passage> Passages => _passages;

    public IReadOnlyList<string> Bylines => _bylines;

    public IReadOnlyList<Cut> Cuts => _cuts;

    public void Add(Passage passage)
    {
        if (passage.Text.Length > 0) _passages.Add(passage);
    }

    /// <summary>Takes these passages instead of what was found before; the former are cut as furniture.</summary>
    public void Replace(IEnumerable<Passage> passages)
    {
        foreach (var passage in _passages) Cut(Lines.LineKind.Furniture, passage.Text);
        _passages.Clear();
        foreach (var passage in passages) Add(passage);
    }

    /// <summary>Takes the text of a further page of the same article; its places are in another document, so they are forgotten.</summary>
    public void Continue(Draft next)
    {
        foreach (var passage in next.Passages) Add(passage with { Source = -1 });
        _cuts.AddRange(next._cuts);
        SignedBy(next._bylines);
        Credit(next._agencies);
    }

    /// <summary>For texts that did not stand in the source as they are: their passages have no place in it.</summary>
    public void ForgetPlaces()
    {
        for (var i = 0; i < _passages.Count; i++) _passages[i] = _passages[i] with { Source = -1 };
    }

    public void Cut(string kind, string text)
    {
        if (text.Length > 0) _cuts.Add(new Cut(kind, TextShape.Words(text), text));
    }

    public void SignedBy(IEnumerable<string> names)
    {
        foreach (var name in names)
            if (!_bylines.Contains(name, StringComparer.OrdinalIgnoreCase))
                _bylines.Add(name);
    }

    public void Credit(IEnumerable<string> agencies)
    {
        foreach (var agency in agencies)
            if (!_agencies.Contains(agency, StringComparer.Ordinal))
                _agencies.Add(agency);
    }

    /// <summary>The finished report. An agency that signs is credited and is no byline.</summary>
    /// <param name="document">Where it stood.</param>
    /// <param name="item">Its own identity inside the document; empty if the document is the report.</param>
    /// <param name="source">Its own address, if it has one; otherwise the document's source.</param>
    public Report ToReport(OpenedDocument document, string item = "", string? source = null)
    {
        var (text, blocks) = Join();
        return new Report
        {
            Id = Report.IdOf(document.Sha256, item),
            Source = source ?? document.Raw.Source,
            Title = Title,
            Bylines = _bylines.Where(name => !_agencies.Contains(name, StringComparer.OrdinalIgnoreCase)).ToEquatableArray(),
            Outlet = Outlet,
            Agencies = _agencies.ToEquatableArray(),
            Published = Published,
            Language = Languages.Of(text),
            Text = text,
            Sha256 = document.Sha256,
            Cut = _cuts.ToEquatableArray(),
            Blocks = blocks,
        };
    }

    /// <summary>
    /// The report of an item of a feed or another list. Its id comes from what the item says and not from the document's
    /// bytes: the same item in the next copy of the document is the same report.
    /// </summary>
    /// <param name="document">Where it stood.</param>
    /// <param name="key">What its source knows it by.</param>
    /// <param name="digest">The hash of what the item says.</param>
    /// <param name="nth">How many items before it in the document say the same.</param>
    /// <param name="source">Its own address, if it has one; otherwise the document's source.</param>
    public Report ToItem(OpenedDocument document, string key, string digest, int nth, string? source = null) =>
        ToReport(document, key, source) with { Id = Report.IdOf(digest, nth == 0 ? "" : nth.ToString(System.Globalization.CultureInfo.InvariantCulture)) };

    private (string, EquatableArray<Block>) Join()
    {
        var text = new StringBuilder();
        var blocks = new List<Block>(_passages.Count);
        foreach (var passage in _passages)
        {
            if (text.Length > 0) text.Append("\n\n");
            blocks.Add(new Block(passage.Kind, new Span(text.Length, text.Length + passage.Text.Length), passage.Source));
            text.Append(passage.Text);
        }

        return (text.ToString(), blocks.ToEquatableArray());
    }
}

/// <summary>The kinds of blocks that a text has.</summary>
internal static class PassageKinds
{
    public const string Paragraph = "paragraph";
    public const string Subhead = "subhead";
    public const string Item = "item";
    public const string Quote = "quote";

    /// <summary>A cell of a table.</summary>
    public const string Cell = "cell";
}
