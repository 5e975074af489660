namespace Chancery.Extraction.Intake.Html;

/// <summary>What class names, ids, roles and element names say of an element.</summary>
[Flags]
internal enum Marks
{
    None = 0,
    Related = 1,
    Share = 2,
    Newsletter = 4,
    Comments = 8,
    Advert = 16,
    Navigation = 32,
    Caption = 64,
    Byline = 128,
    Cookie = 256,
    Hidden = 512,
    Video = 1024,
    Summary = 2048,

    /// <summary>A container that by its name holds an article's body.</summary>
    Body = 4096,

    /// <summary>A post of another service, shown in the text.</summary>
    Post = 8192,
}

/// <summary>A block-level element, flat: its subtree is the blocks from <see cref="First"/> to before <see cref="End"/>.</summary>
internal sealed class PageNode(int parent, string tag, Marks marks, string signature, int first)
{
    /// <summary>Number of the parent node; −1 for the body. Parents stand before their children.</summary>
    public int Parent { get; } = parent;

    public string Tag { get; } = tag;

    /// <summary>What the element itself says; whether it is believed is decided later.</summary>
    public Marks Marks { get; } = marks;

    /// <summary>Name and classes: the same for elements made by one template.</summary>
    public string Signature { get; } = signature;

    public int First { get; } = first;

    public int End { get; set; }
}

/// <summary>A leaf run of text.</summary>
/// <param name="Text">One line, white space collapsed.</param>
/// <param name="Node">The number of the nearest block-level element.</param>
/// <param name="Source">Where that element, or the break before the run, began in the decoded source; −1 if unknown.</param>
/// <param name="Words">How many words.</param>
/// <param name="LinkWords">How many of them are links.</param>
/// <param name="StrongWords">How many of them are set off by bold or italic type.</param>
/// <param name="Time">What the first <c>time</c> element in it holds for machines, if there is one.</param>
internal sealed record PageBlock(string Text, int Node, int Source, int Words, int LinkWords, int StrongWords = 0, string? Time = null)
{
    public double LinkShare => Words == 0 ? 0 : (double)LinkWords / Words;

    public bool EndsSentence { get; } = TextShape.EndsSentence(Text);
}

/// <summary>A page as flat lists: blocks in order and the elements over them. Nothing in it needs recursion.</summary>
internal sealed record Page(List<PageNode> Nodes, List<PageBlock> Blocks)
{
    private readonly int[] _signatures = SignaturesOf(Nodes);
    private readonly Dictionary<string, int> _repeats = Blocks.GroupBy(block => block.Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>Words a run must have to count as long text.</summary>
    public const int LongWords = 20;

    /// <summary>What the words of each block make it.</summary>
    public PageLines Lines { get; } = new(Blocks);

    /// <summary>How many levels of block-level elements lie over each node.</summary>
    public int[] Depths { get; } = DepthsOf(Nodes);

    /// <summary>How often the block's text stands on the page.</summary>
    public int Repeats(int number) => _repeats[Blocks[number].Text];

    public PageNode NodeOf(PageBlock block) => Nodes[block.Node];

    /// <summary>A number for the names and classes of the block's element and its parent: the same for blocks that one template made.</summary>
    public int SignatureOf(PageBlock block) => _signatures[block.Node];

    /// <summary>The element and its ancestors, from the inside out.</summary>
    public IEnumerable<PageNode> Up(int node)
    {
        for (; node >= 0; node = Nodes[node].Parent) yield return Nodes[node];
    }

    private static int[] DepthsOf(List<PageNode> nodes)
    {
        var depths = new int[nodes.Count];
        for (var i = 0; i < nodes.Count; i++) depths[i] = nodes[i].Parent >= 0 ? depths[nodes[i].Parent] + 1 : 0;
        return depths;
    }

    private static int[] SignaturesOf(List<PageNode> nodes)
    {
        var numbers = new Dictionary<(string, string), int>();
        var signatures = new int[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            var key = (nodes[i].Parent >= 0 ? nodes[nodes[i].Parent].Signature : "", nodes[i].Signature);
            if (!numbers.TryGetValue(key, out signatures[i])) numbers[key] = signatures[i] = numbers.Count;
        }

        return signatures;
    }
}
