using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>How much of a name stands in the gazetteer.</summary>
internal enum NameMatch
{
    /// <summary>All of it, or all but a word that says what it is: "Kunduz Province".</summary>
    Whole,

    /// <summary>All but a word that narrows it: "northern Kunduz".</summary>
    Part,

    /// <summary>Only its beginning or end: "Dubai World Cup".</summary>
    Inside,
}

/// <summary>A name with the places it may mean, the likeliest by what is known of them alone first.</summary>
internal sealed class Toponym(TokenRange range, string text, PlaceUse use)
{
    public TokenRange Range { get; } = range;

    /// <summary>As written.</summary>
    public string Text { get; } = text;

    /// <summary>The name's key, the same for all places where it stands in the report.</summary>
    public ulong Key { get; } = PlaceKey.Of(text);

    public PlaceUse Use { get; } = use;

    public IReadOnlyList<PlaceEntry> Candidates { get; init; } = [];

    /// <summary>How likely each candidate is before the report is looked at; they sum to 1.</summary>
    public double[] Priors { get; init; } = [];

    /// <summary>What a word in the name says it is: "Kunduz Province".</summary>
    public PlaceKind? Said { get; init; }

    /// <summary>How much of the name was found.</summary>
    public NameMatch Match { get; init; }
}
