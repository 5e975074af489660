using System.Collections.Immutable;

namespace Chancery.Text.Tags;

/// <summary>
/// A tag of the Penn Treebank as Universal Dependencies' English uses it (column XPOS), by its number in the list of names;
/// 0 says nothing.
/// </summary>
/// <param name="Number">Index into <see cref="Names"/>.</param>
public readonly record struct PennTag(byte Number)
{
    /// <summary>The tags as written, by number. The order is part of every tagger's model: append only.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",
        "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "$", "``", "''", ",", ".", ":",
        "-LRB-", "-RRB-", "HYPH", "ADD", "AFX", "GW", "NFP", "XX",
    ];

    /// <summary>The tag of a name; the tag that says nothing if it is not in the list.</summary>
    public static PennTag Of(string name) => new((byte)Math.Max(0, Names.IndexOf(name)));

    /// <summary>True if its name is <paramref name="name"/>.</summary>
    public bool Is(string name) => Names[Number] == name;

    /// <summary>Its name.</summary>
    public override string ToString() => Names[Number];
}
