using System.Net;
using System.Text;
using Chancery.Extraction.Intake.Markup;

namespace Chancery.Extraction.Intake.Feeds;

/// <summary>
/// Reads a feed of XML by its tags in one pass, without an XML parser: no document type, no entity but the characters that
/// HTML names, no address is ever followed, and a broken feed gives the items that can be read. Namespaces count where
/// they are declared; otherwise prefixes mean what they usually mean.
/// </summary>
internal sealed class FeedReader
{
    private static readonly string[] Items = ["item", "entry"];

    // What stands in these is not the channel's or the item's own.
    private static readonly string[] Boxes = ["image", "textinput", "textInput", "cloud", "skipHours", "skipDays"];

    private readonly string _text;
    private readonly StringBuilder _value = new();
    private readonly RawFeed _feed = new();
    private readonly FeedNames _names = new();
    private RawFeedItem? _item;
    private string? _itemTag;
    private string? _element;
    private string _tag = "";
    private string? _box;
    private bool _keepsMarkup;
    private bool _inSource;
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
        if (_element is not null)
        {
            if (piece.IsNamed(_text, _tag) && !piece.IsEmpty(_text)) _nested++;
            if (_keepsMarkup) Append(piece);
            return;
        }

        _names.Declare(_text, piece);
        var name = _names.Of(piece.Name(_text));
        if (_box is not null) return;
        if (Array.IndexOf(Items, name) >= 0) Open(piece);
        else if (Array.IndexOf(Boxes, name) >= 0 && !piece.IsEmpty(_text)) _box = piece.Name(_text).ToString();
        else if (name == "source" && IsAtom) _inSource = !piece.IsEmpty(_text);
        else if (name == "link" && piece.Attribute(_text, "href") is { } address) Link(piece, address);
        else if (name == "content" && piece.IsEmpty(_text)) _item?.Link ??= Clean(piece.Attribute(_text, "src"));
        else if (!piece.IsEmpty(_text) && IsKnown(name)) Begin(piece, name);
    }

    private void Open(MarkupPiece piece)
    {
        Close();
        _item = new RawFeedItem { Start = piece.Start, Id = Clean(piece.Attribute(_text, "rdf:about")) };
        _itemTag = piece.Name(_text).ToString();
    }

    private void Begin(MarkupPiece piece, string name)
    {
        _element = name;
        _tag = piece.Name(_text).ToString();
        _keepsMarkup = piece.Attribute(_text, "type") is "xhtml" || name is "description" or "content:encoded";
        _nested = 0;
        _value.Clear();
        if (name == "guid" && _item is not null) _item.IsPermanentLink = piece.Attribute(_text, "isPermaLink") is not "false";
    }

    private void Append(MarkupPiece piece) => _value.Append(_text, piece.Start, piece.Length);

    private void Link(MarkupPiece piece, string address)
    {
        if (_inSource || (piece.Attribute(_text, "rel") ?? "alternate") != "alternate") return;
        if (_item is not null) _item.Link ??= Clean(address);
        else _feed.Link ??= Clean(address);
    }

    private void End(MarkupPiece piece)
    {
        if (_element is not null)
        {
            EndInside(piece);
            return;
        }

        var name = _names.Of(piece.Name(_text));
        if (_box is not null && piece.IsNamed(_text, _box)) _box = null;
        else if (name == "source") _inSource = false;
        else if (Array.IndexOf(Items, name) >= 0) Close();
    }

    /// <summary>Inside an element's value: its own end, the end of something in it, or the end of an item that forgot to close it.</summary>
    private void EndInside(MarkupPiece piece)
    {
        if (!piece.IsNamed(_text, _tag))
        {
            if (_keepsMarkup) Append(piece);
            if (_itemTag is not null && piece.IsNamed(_text, _itemTag)) Close();
            return;
        }

        if (_nested-- > 0)
        {
            if (_keepsMarkup) Append(piece);
            return;
        }

        Set(_element!, _value.ToString().Trim());
        _element = null;
    }

    private void Close()
    {
        if (_item is not null) _feed.Items.Add(_item);
        (_item, _element, _itemTag, _inSource, _box) = (null, null, null, false, null);
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
        if (_item is null) SetOfFeed(element, value);
        else if (_inSource) SetOfSource(element, value, _item);
        else _item.Set(element, value);
    }

    private void SetOfFeed(string element, string value)
    {
        if (element == "title") _feed.Title ??= value;
        else if (element == "link") _feed.Link ??= value;
        else if (element == "name") _feed.Authors.Add(value);
    }

    /// <summary>Atom says in <c>source</c> which feed an entry was taken from.</summary>
    private static void SetOfSource(string element, string value, RawFeedItem item)
    {
        if (element == "title") item.Outlet ??= value;
    }

    /// <summary>Atom's author holds a name: its own element is not read, the name in it is.</summary>
    private bool IsKnown(string name) => name switch
    {
        "title" or "link" => true,
        "name" => _item is null || IsAtom,
        "author" or "source" => _item is not null && !IsAtom,
        _ => _item is not null && RawFeedItem.Knows(name),
    };

    private bool IsAtom => _itemTag is not null && _names.Of(_itemTag) == Items[1];

    private static string? Clean(string? address) => address is null ? null : WebUtility.HtmlDecode(address).Trim();
}
