using System.Net;
using System.Text;

namespace Chancery.Extraction.Intake.Markup;

/// <summary>An element of a tree of markup.</summary>
/// <param name="Name">The name in lower case, without its prefix.</param>
/// <param name="Tag">Its start tag.</param>
/// <param name="Parent">The number of the parent; −1 for the root.</param>
internal sealed record MarkupNode(string Name, MarkupPiece Tag, int Parent)
{
    /// <summary>The number after the last element below this one.</summary>
    public int Last { get; set; }

    /// <summary>Where the source goes on after the element's content.</summary>
    public int InnerEnd { get; set; }
}

/// <summary>
/// A document of XML as a flat list of elements, made in one pass without an XML parser: no document type, no entity but the
/// characters that HTML names, no address is followed. A missing end is closed by its parent's, a stray one and a tag that breaks off are passed over,
/// and what lies deeper than the limit counts as its parent's text.
/// </summary>
internal sealed class MarkupTree
{
    private readonly string _text;
    private readonly List<MarkupNode> _nodes = [];
    private readonly List<int> _open = [];
    private readonly Dictionary<string, int> _openNames = new(StringComparer.Ordinal);

    private MarkupTree(string text) => _text = text;

    /// <summary>All elements; parents stand before their children.</summary>
    public IReadOnlyList<MarkupNode> Nodes => _nodes;

    /// <summary>The tree of a text.</summary>
    public static MarkupTree Read(string text)
    {
        var tree = new MarkupTree(text);
        var scanner = new MarkupScanner(text, html: false);
        while (tree._nodes.Count < Limits.Tags && scanner.Next(out var piece))
        {
            if (piece.Kind == MarkupKind.StartTag) tree.Start(piece);
            else if (piece.Kind == MarkupKind.EndTag) tree.End(piece);
        }

        while (tree._open.Count > 0) tree.Close(text.Length);
        return tree;
    }

    /// <summary>The name of the first element in lower case, without its prefix; of <c>rdf:RDF</c> that is <c>rdf</c>.</summary>
    public static string? RootName(string text)
    {
        var scanner = new MarkupScanner(text, html: false);
        while (scanner.Next(out var piece))
            if (piece.Kind == MarkupKind.StartTag)
                return LocalName(text, piece);
        return null;
    }

    /// <summary>The elements of a name below another, or all of the tree.</summary>
    public IEnumerable<MarkupNode> Below(MarkupNode? node, string name)
    {
        var (first, last) = node is null ? (0, _nodes.Count) : (NumberOf(node) + 1, node.Last);
        for (var i = first; i < last; i++)
            if (_nodes[i].Name == name)
                yield return _nodes[i];
    }

    /// <summary>The first element of a name below another, or <see langword="null"/>.</summary>
    public MarkupNode? First(MarkupNode? node, string name) => Below(node, name).FirstOrDefault();

    /// <summary>The children of an element.</summary>
    public IEnumerable<MarkupNode> Children(MarkupNode node)
    {
        for (var i = NumberOf(node) + 1; i < node.Last; i = _nodes[i].Last) yield return _nodes[i];
    }

    /// <summary>An attribute's value with its entities resolved, or <see langword="null"/> if it is missing or blank.</summary>
    public string? Attribute(MarkupNode? node, string name) =>
        node?.Tag.Attribute(_text, name) is { } value && WebUtility.HtmlDecode(value).Trim() is { Length: > 0 } found ? found : null;

    /// <summary>The text below an element as one line; <see langword="null"/> if there is none.</summary>
    public string? Line(MarkupNode? node) => node is not null && TextShape.Collapse(Text(node)) is { Length: > 0 } line ? line : null;

    /// <summary>The text below an element, tags gone and entities resolved once.</summary>
    public string Text(MarkupNode node)
    {
        var text = new StringBuilder();
        var inner = Markup(node);
        var scanner = new MarkupScanner(inner, html: false);
        while (scanner.Next(out var piece))
        {
            if (piece.Kind == MarkupKind.Text) text.Append(WebUtility.HtmlDecode(inner[piece.Start..piece.End]));
            else if (piece.Kind == MarkupKind.Cdata) text.Append(piece.CdataText(inner));
            else if (piece.Kind is MarkupKind.StartTag or MarkupKind.EndTag) text.Append(' ');
        }

        return text.ToString();
    }

    /// <summary>What stands between an element's tags, as it came.</summary>
    public string Markup(MarkupNode node) => node.Tag.IsEmpty(_text) ? "" : _text[node.Tag.End..Math.Max(node.Tag.End, node.InnerEnd)];

    private int NumberOf(MarkupNode node)
    {
        var (low, high) = (0, _nodes.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_nodes[middle].Tag.Start < node.Tag.Start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Start(MarkupPiece piece)
    {
        if (_open.Count >= Limits.Depth || _text[piece.End - 1] != '>') return;
        var name = LocalName(_text, piece);
        _nodes.Add(new MarkupNode(name, piece, _open.Count == 0 ? -1 : _open[^1]));
        _open.Add(_nodes.Count - 1);
        _openNames[name] = _openNames.GetValueOrDefault(name) + 1;
        if (piece.IsEmpty(_text)) Close(piece.End);
    }

    private void End(MarkupPiece piece)
    {
        var name = LocalName(_text, piece);
        if (_openNames.GetValueOrDefault(name) == 0) return;
        while (_nodes[_open[^1]].Name != name) Close(piece.Start);
        Close(piece.Start);
    }

    private void Close(int innerEnd)
    {
        var node = _nodes[_open[^1]];
        _open.RemoveAt(_open.Count - 1);
        _openNames[node.Name]--;
        (node.Last, node.InnerEnd) = (_nodes.Count, innerEnd);
    }

    private static string LocalName(string text, MarkupPiece piece)
    {
        var name = piece.Name(text);
        return name[(name.LastIndexOf(':') + 1)..].ToString().ToLowerInvariant();
    }
}
