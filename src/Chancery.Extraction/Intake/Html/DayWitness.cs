namespace Chancery.Extraction.Intake.Html;

/// <summary>A day that something in the page gives.</summary>
/// <param name="Place">Where it stands; the names and their weights are in <see cref="DayPlaces"/>.</param>
/// <param name="Value">As written.</param>
internal readonly record struct DayWitness(string Place, string Value);

/// <summary>
/// The places where a page says its day, and how much each is believed: about in proportion to how often it is right where it is
/// there. What was modified is no place.
/// </summary>
internal static class DayPlaces
{
    public const string Address = "address";
    public const string Meta = "meta";
    public const string JsonLd = "json-ld";
    public const string Microdata = "microdata";

    /// <summary>JSON-LD of a page, a recipe or a video that is no article.</summary>
    public const string JsonLdPage = "json-ld-page";

    /// <summary>A line beside the headline with a word for publishing.</summary>
    public const string Published = "published";

    /// <summary>A line beside the headline.</summary>
    public const string Visible = "visible";

    /// <summary>A further one.</summary>
    public const string AlsoVisible = "also-visible";

    /// <summary>A line under the text with a word for publishing or the marks of a byline.</summary>
    public const string Tail = "tail";

    /// <summary>The first element anywhere that says by name or class that it holds a date.</summary>
    public const string Marked = "marked";

    /// <summary>A line beside the headline that speaks of a change alone: the day a reader takes it for, where nothing gives another.</summary>
    public const string Updated = "updated";

    /// <summary>True for what a reader sees on the page, which counts once.</summary>
    public static bool IsSeen(string place) => place is Published or Visible or AlsoVisible or Tail or Marked or Updated;

    /// <summary>The weight of a place and the basis of a day taken from it; <see langword="null"/> for an unknown one.</summary>
    public static (double Weight, string Basis)? Of(string place) => place switch
    {
        Address => (3.0, PublicationRules.Address),
        Published => (2.5, PublicationRules.BylineLine),
        Meta => (2.2, PublicationRules.Metadata),
        Visible => (2.1, PublicationRules.BylineLine),
        JsonLd => (2.0, PublicationRules.Metadata),
        Microdata => (1.8, PublicationRules.Metadata),
        JsonLdPage => (1.6, PublicationRules.Metadata),
        Tail => (1.3, PublicationRules.BylineLine),
        Marked => (1.1, PublicationRules.BylineLine),
        Updated => (0.1, PublicationRules.BylineLine),
        AlsoVisible => (1.0, PublicationRules.BylineLine),
        _ => null,
    };
}
