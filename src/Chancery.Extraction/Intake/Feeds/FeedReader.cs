using System.Net;
using System.Text;
using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>
/// Reads a feed by its tags in one pass, without an XML parser: no document type, no entity but the characters that HTML
/// names, no address is ever followed, and a broken feed gives the items that can be read. Elements are known by their
/// usual prefixes.
/// </summary>
internal sealed class FeedReader
{
    private static readonly string[] Items = ["item", "entry"];
    private readonly string _text;
    private readonly StringBuilder _value = new();
    private readonly RawFeed _feed = new();
    private RawFeedItem? _item;
    private string? _element;
    private bool _keepsMarkup;
    private int _nested;

    private FeedReader(string text) => _text = text;

    /// <summary>The feed.</summary>
    public static RawFeed Read(string text)
    {
        var reader = new FeedReader(text);
        var scanner = new MarkupScanner(text, html: false);
        while (reader._feed.Items.Count < Limits.Items && scanner.Next(out var piece)) reader.Take(piece);
        reader.Finish();
        return reader._feed;
    }

    private void Take(MarkupPiece piece)
    {
        switch (piece.Kind)
        {
            case MarkupKind.Text when _element is not null: _value.Append(_keepsMarkup && _nested > 0 ? _text.AsSpan(piece.Start, piece.Length) : WebUtility.HtmlDecode(_text[piece.Start..piece.End])); break;
            case MarkupKind.Cdata when _element is not null: _value.Append(piece.CdataText(_text)); break;
            case MarkupKind.StartTag: Start(piece); break;
            case MarkupKind.EndTag: End(piece); break;
            default: break;
        }
    }

    private void Start(MarkupPiece piece)
    {
        var name = piece.Name(_text);
        if (_element is not null)
        {
            if (piece.IsNamed(_text, _element) && !piece.IsEmpty(_text)) _nested++;
            if (_keepsMarkup) Markup(piece);
            return;
        }

        if (IsItem(name)) Open(piece);
        else if (piece.IsNamed(_text, "link") && piece.Attribute(_text, "href") is { } address) Link(piece, address);
        else if (!piece.IsEmpty(_text) && IsKnown(name)) Begin(piece);
    }

    private void Open(MarkupPiece piece)
    {
        Close();
        _item = new RawFeedItem { Start = piece.Start, Id = piece.Attribute(_text, "rdf:about") };
    }

    private void Begin(MarkupPiece piece)
    {
        _element = piece.Name(_text).ToString();
        _keepsMarkup = piece.Attribute(_text, "type") is "xhtml" || piece.IsNamed(_text, "description") || piece.IsNamed(_text, "content:encoded");
        _nested = 0;
        _value.Clear();
    }

    private void Markup(MarkupPiece piece) => _value.Append(_text, piece.Start, piece.Length);

    private void Link(MarkupPiece piece, string address)
    {
        if (_item is not null && (piece.Attribute(_text, "rel") ?? "alternate") == "alternate") _item.Link ??= WebUtility.HtmlDecode(address).Trim();
    }

    private void End(MarkupPiece piece)
    {
        if (_element is not null)
        {
            if (!piece.IsNamed(_text, _element))
            {
                if (_keepsMarkup) Markup(piece);
                if (IsItem(piece.Name(_text))) Close();
                return;
            }

            if (_nested-- > 0) return;
            Set(_element.ToLowerInvariant(), _value.ToString().Trim());
            _element = null;
        }
        else if (IsItem(piece.Name(_text)))
        {
            Close();
        }
    }

    private void Close()
    {
        if (_item is not null) _feed.Items.Add(_item);
        (_item, _element) = (null, null);
    }

    /// <summary>An item that the document broke off in is kept if an element of its text was whole.</summary>
    private void Finish()
    {
        if (_item is null) return;
        _feed.IsCutShort = true;
        if (_item.Content is not null || _item.Summary is not null) Close();
    }

    private void Set(string element, string value)
    {
        if (value.Length == 0) return;
        if (_item is null)
        {
            if (element == "title") _feed.Title ??= value;
            return;
        }

        switch (element)
        {
            case "title": _item.Title ??= value; break;
            case "guid" or "id": _item.Id = value; break;
            case "link": _item.Link ??= value; break;
            case "content:encoded" or "content": _item.Content ??= value; break;
            case "description" or "summary": _item.Summary ??= value; break;
            case "pubdate" or "published" or "dc:date" or "issued": _item.Published ??= value; break;
            case "updated" or "dcterms:modified" or "modified": _item.Updated ??= value; break;
            case "dc:creator" or "author" or "name": _item.Authors.Add(value); break;
            default: break;
        }
    }

    private static bool IsItem(ReadOnlySpan<char> name) =>
        name.Equals(Items[0], StringComparison.OrdinalIgnoreCase) || name.Equals(Items[1], StringComparison.OrdinalIgnoreCase);

    /// <summary>Atom's author holds a name: its own element is not read, the name in it is.</summary>
    private bool IsKnown(ReadOnlySpan<char> name) => name.ToString().ToLowerInvariant() switch
    {
        "title" => true,
        "author" => _item is not null && !IsAtom,
        "guid" or "id" or "link" or "content:encoded" or "content" or "description" or "summary" or "pubdate" or "published" or "dc:date" or "issued"
            or "updated" or "dcterms:modified" or "modified" or "dc:creator" or "name" => _item is not null,
        _ => false,
    };

    private bool IsAtom => _text.AsSpan(_item!.Start + 1).StartsWith(Items[1], StringComparison.OrdinalIgnoreCase);
}
