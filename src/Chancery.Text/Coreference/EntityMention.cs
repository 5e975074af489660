using System.Collections.Immutable;

namespace Chancery.Text.Coreference;

/// <summary>What kind of words a mention is.</summary>
public enum MentionForm : byte
{
    /// <summary>None of the others: a lone adjective, a sign.</summary>
    Other,

    /// <summary>A pronoun of the first person: I, our.</summary>
    First,

    /// <summary>A pronoun of the second person: you, your.</summary>
    Second,

    /// <summary>A personal or possessive pronoun of the third person: he, its.</summary>
    Third,

    /// <summary>A reflexive or reciprocal pronoun: herself, each other.</summary>
    Reflexive,

    /// <summary>A demonstrative that stands alone: this, those.</summary>
    Demonstrative,

    /// <summary>A relative or interrogative pronoun: who, which.</summary>
    Relative,

    /// <summary>An indefinite pronoun: someone, one.</summary>
    Indefinite,

    /// <summary>A name: its head is a proper noun.</summary>
    Name,

    /// <summary>A noun with "the".</summary>
    Definite,

    /// <summary>A noun with "this", "that", "these" or "those".</summary>
    Pointed,

    /// <summary>A noun with a possessor before it.</summary>
    Possessed,

    /// <summary>A noun with "a", "some", "any", "no" or the like.</summary>
    Unknown,

    /// <summary>A noun with a number.</summary>
    Counted,

    /// <summary>A noun without any of these before it.</summary>
    Bare,

    /// <summary>A number or date in figures.</summary>
    Number,

    /// <summary>A clause or verb.</summary>
    Clause,

    /// <summary>An adverb that stands for a place or time: there, then.</summary>
    Adverb,
}

/// <summary>What kind of thing a mention stands for, by the inventory of the GUM corpus (gucorpling.org/gum).</summary>
public enum EntityKind : byte
{
    /// <summary>An idea, quantity, state or anything else that is not one of the others.</summary>
    Abstract,

    /// <summary>A person or persons.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A thing that can be touched.</summary>
    Thing,

    /// <summary>A happening.</summary>
    Event,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A material.</summary>
    Substance,

    /// <summary>An animal.</summary>
    Animal,

    /// <summary>A plant.</summary>
    Plant,
}

/// <summary>
/// A mention of something in a text, and the chain of mentions that stand for the same. It says what belongs together in one text,
/// not who that is in the world. Mentions may lie within one another; no two have the same span.
/// </summary>
/// <param name="Span">From its first token to its last, its modifiers with it.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index of the token after its last.</param>
/// <param name="Head">Index of its head's token.</param>
/// <param name="Chain">The chain's number in the document, from 0 in order of first mention; a chain may have one mention.</param>
/// <param name="Form">What kind of words it is.</param>
/// <param name="Kind">What kind of thing it is taken to stand for.</param>
public readonly record struct EntityMention(Span Span, int First, int End, int Head, int Chain, MentionForm Form, EntityKind Kind) : IAnnotation;

/// <summary>The layer of mentions and chains.</summary>
public static class EntityMentionLayer
{
    extension(Document document)
    {
        /// <summary>The mentions in order of their spans; empty if no resolver ran.</summary>
        public ImmutableArray<EntityMention> EntityMentions => document.Layer<EntityMention>();
    }
}
