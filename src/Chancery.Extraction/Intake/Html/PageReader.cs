using System.Text;
using AngleSharp.Dom;

namespace Chancery.Extraction.Intake.Html;

/// <summary>Flattens a parsed page into blocks and the elements over them, with a stack of its own.</summary>
internal sealed class PageReader
{
    private static readonly HashSet<string> BlockTags = Names("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul");
    private static readonly HashSet<string> Skipped = Names("script style noscript template svg math iframe object embed audio video canvas button select textarea input label head title link meta progress meter map datalist");
    private readonly List<PageNode> _nodes = [];
    private readonly List<PageBlock> _blocks = [];
    private readonly StringBuilder _run = new();
    private readonly Dictionary<string, Marks> _marks = new(StringComparer.Ordinal);
    private int _linkWords;
    private int _links;
    private int _strongWords;
    private int _strong;
    private string? _time;
    private int _source = -1;
    private int _breaks;

    /// <summary>The page under the element.</summary>
    public static Page Read(IElement body)
    {
        var reader = new PageReader();
        reader.Walk(body);
        return new Page(reader._nodes, reader._blocks);
    }

    private void Walk(IElement body)
    {
        var stack = new Stack<(INode Node, int Next, int Number)>();
        stack.Push((body, 0, Open(body, -1)));
        while (stack.Count > 0)
        {
            var (node, next, number) = stack.Pop();
            if (next >= node.ChildNodes.Length)
            {
                Leave(node, number);
                continue;
            }

            stack.Push((node, next + 1, number));
            Visit(node.ChildNodes[next], number, stack);
        }
    }

    private void Visit(INode child, int number, Stack<(INode, int, int)> stack)
    {
        if (child is IText text)
        {
            Append(text.Data, number);
        }
        else if (child is IElement element && !Skipped.Contains(element.LocalName) && !MarkupMarks.IsUnseen(element))
        {
            if (element.LocalName == "br") Break(element, number);
            else if (BlockTags.Contains(element.LocalName)) stack.Push((element, 0, Open(element, number)));
            else stack.Push((element, 0, Enter(element, number)));
        }
    }

    private int Open(IElement element, int parent)
    {
        if (parent >= 0) Flush(parent);
        _source = PositionOf(element);
        _nodes.Add(new PageNode(parent, element.LocalName, MarkupMarks.Of(element, _marks), $"{element.LocalName}.{element.ClassName}", _blocks.Count));
        return _nodes.Count - 1;
    }

    private int Enter(IElement element, int number)
    {
        if (element.LocalName == "a") _links++;
        else if (IsStrong(element)) _strong++;
        else if (element.LocalName == "time" && element.GetAttribute("datetime") is { Length: >= 8 and <= 60 } time) _time ??= time;
        return number;
    }

    private void Leave(INode node, int number)
    {
        if (node is not IElement element) return;
        if (BlockTags.Contains(element.LocalName))
        {
            Flush(number);
            _nodes[number].End = _blocks.Count;
        }
        else if (element.LocalName == "a")
        {
            _links--;
        }
        else if (IsStrong(element))
        {
            _strong--;
        }
    }

    /// <summary>One break is a space; two without text between them end a paragraph.</summary>
    private void Break(IElement element, int number)
    {
        _run.Append(' ');
        if (++_breaks < 2) return;
        Flush(number);
        _source = PositionOf(element);
    }

    private void Append(string text, int number)
    {
        if (_run.Length == 0 && string.IsNullOrWhiteSpace(text)) return;
        if (!string.IsNullOrWhiteSpace(text)) _breaks = 0;
        _run.Append(text);
        if (_links + _strong == 0) return;
        var words = TextShape.Words(text);
        if (_links > 0) _linkWords += words;
        if (_strong > 0) _strongWords += words;
    }

    private void Flush(int number)
    {
        if (_run.Length > 0)
        {
            var text = TextShape.Collapse(Mojibake.Repair(_run.ToString()));
            if (text.Length > 0) _blocks.Add(new PageBlock(text, number, _source, TextShape.Words(text), _linkWords, _strongWords, _time));
            _run.Clear();
        }

        (_linkWords, _strongWords, _breaks, _source, _time) = (0, 0, 0, -1, null);
    }

    private static bool IsStrong(IElement element) => element.LocalName is "b" or "strong" or "em" or "i";

    private static int PositionOf(IElement element) => element.SourceReference?.Position.Index ?? -1;

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
