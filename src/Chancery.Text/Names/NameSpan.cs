using System.Collections.Immutable;

namespace Chancery.Text.Names;

/// <summary>What bears a name.</summary>
public enum NameType : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation: government body, party, firm, agency, armed group, team.</summary>
    Organisation,

    /// <summary>A place: country, town, region, river.</summary>
    Place,

    /// <summary>A people, a faith or the adjective of a country ("Afghan").</summary>
    Group,

    /// <summary>A building or work: airport, road, bridge.</summary>
    Facility,

    /// <summary>A product or weapon.</summary>
    Product,

    /// <summary>Some other name: an event, a law, a work of art.</summary>
    Other,

    /// <summary>A date. Not a name; the wide scheme marks dates too, and what they mean is for others to read.</summary>
    Date,

    /// <summary>A sum of money; as with dates.</summary>
    Money,
}

/// <summary>A name in a text: a run of tokens. Says what kind of thing bears it, not which.</summary>
/// <param name="Span">From its first token to its last.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index of the token after its last.</param>
/// <param name="Type">What bears it.</param>
public readonly record struct NameSpan(Span Span, int First, int End, NameType Type) : IAnnotation;

/// <summary>The name layer's short name.</summary>
public static class NameLayer
{
    extension(Document document)
    {
        /// <summary>The names in order; no two overlap.</summary>
        public ImmutableArray<NameSpan> Names => document.Layer<NameSpan>();
    }
}
