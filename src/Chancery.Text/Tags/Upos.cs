namespace Chancery.Text.Tags;

/// <summary>The universal parts of speech, spelt as Universal Dependencies spells them (universaldependencies.org/u/pos).</summary>
public enum Upos : byte
{
    /// <summary>Not classified.</summary>
    X,

    /// <summary>Adjective.</summary>
    ADJ,

    /// <summary>Preposition.</summary>
    ADP,

    /// <summary>Adverb.</summary>
    ADV,

    /// <summary>Auxiliary, the copula and modal verbs with it.</summary>
    AUX,

    /// <summary>Coordinating conjunction.</summary>
    CCONJ,

    /// <summary>Determiner.</summary>
    DET,

    /// <summary>Interjection.</summary>
    INTJ,

    /// <summary>Common noun.</summary>
    NOUN,

    /// <summary>Numeral.</summary>
    NUM,

    /// <summary>Particle: "to" of an infinitive, "not", the possessive mark.</summary>
    PART,

    /// <summary>Pronoun.</summary>
    PRON,

    /// <summary>Proper noun.</summary>
    PROPN,

    /// <summary>Punctuation.</summary>
    PUNCT,

    /// <summary>Subordinating conjunction.</summary>
    SCONJ,

    /// <summary>Sign.</summary>
    SYM,

    /// <summary>Verb.</summary>
    VERB,
}
