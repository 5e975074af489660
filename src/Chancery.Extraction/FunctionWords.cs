using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction;

/// <summary>The closed classes of small words, from the table <c>function-words</c>, as sets of token keys.</summary>
internal sealed class FunctionWords(Lexicon lexicon)
{
    /// <summary>After a cue they begin no clause: what follows belongs to the saying.</summary>
    public HashSet<ulong> NoClause { get; } = Of(lexicon, "no-clause");

    /// <summary>They open a clause: a source stands after them, not before.</summary>
    public HashSet<ulong> ClauseOpeners { get; } = Of(lexicon, "clause-opener");

    /// <summary>After "X said," they go on with the saying and not with what is said.</summary>
    public HashSet<ulong> NoSubject { get; } = Of(lexicon, "no-subject");

    /// <summary>Forms that only a clause holds.</summary>
    public HashSet<ulong> Verbal { get; } = Of(lexicon, "verbal");

    /// <summary>At the head of a verb group they say that it has not happened.</summary>
    public HashSet<ulong> Unsaid { get; } = Of(lexicon, "unsaid");

    /// <summary>Before a participle they make the passive.</summary>
    public HashSet<ulong> Passive { get; } = Of(lexicon, "passive");

    /// <summary>"who", "which".</summary>
    public HashSet<ulong> Relatives { get; } = Of(lexicon, "relative");

    /// <summary>Articles, and the possessives that stand in their place.</summary>
    public HashSet<ulong> Determiners { get; } = Of(lexicon, "determiner");

    /// <summary>Words before which an office is somebody's.</summary>
    public HashSet<ulong> Articles { get; } = Of(lexicon, "article");

    /// <summary>"I", "our".</summary>
    public HashSet<ulong> FirstPerson { get; } = Of(lexicon, "first-person");

    /// <summary>Words that stand before a time.</summary>
    public HashSet<ulong> TimeLinks { get; } = Of(lexicon, "time-link");

    /// <summary>Nobody, though a verb of saying follows.</summary>
    public HashSet<ulong> NoSource { get; } = Of(lexicon, "no-source");

    /// <summary>"one of the soldiers".</summary>
    public HashSet<ulong> Partitives { get; } = Of(lexicon, "partitive");

    /// <summary>Prepositions before nouns.</summary>
    public HashSet<ulong> Prepositions { get; } = Of(lexicon, "preposition");

    /// <summary>"envoy to", "minister of".</summary>
    public HashSet<ulong> OfficeLinks { get; } = Of(lexicon, "office-link");

    /// <summary>They end the nouns before a role.</summary>
    public HashSet<ulong> OfficeBreaks { get; } = Of(lexicon, "office-break");

    /// <summary>They stand inside names: "al", "bin".</summary>
    public HashSet<ulong> NameParticles { get; } = Of(lexicon, "name-particle");

    /// <summary>"Ministry of", "Council for".</summary>
    public HashSet<ulong> NameConnectors { get; } = Of(lexicon, "name-connector");

    /// <summary>Before a description they bring in somebody new.</summary>
    public HashSet<ulong> Indefinite { get; } = Of(lexicon, "indefinite");

    /// <summary>They end a counted phrase.</summary>
    public HashSet<ulong> PhraseBreaks { get; } = Of(lexicon, "phrase-break");

    /// <summary>Between a figure and its whole.</summary>
    public HashSet<ulong> ScopeLinks { get; } = Of(lexicon, "scope-link");

    /// <summary>A place follows.</summary>
    public HashSet<ulong> PlacePrepositions { get; } = Of(lexicon, "place-preposition");

    /// <summary>Between somebody and the state or body he belongs to: "of", "in".</summary>
    public HashSet<ulong> HomeLinks { get; } = Of(lexicon, "home-link");

    /// <summary>After a hyphen they say where somebody is at home: "London-based".</summary>
    public HashSet<ulong> HomeHyphens { get; } = Of(lexicon, "home-hyphen");

    /// <summary>The table's hash.</summary>
    public string Hash => lexicon.Hash;

    private static HashSet<ulong> Of(Lexicon lexicon, string wordClass)
    {
        var keys = lexicon.Entries
            .Where(entry => entry.Field(0).Split(' ').Contains(wordClass, StringComparer.Ordinal))
            .Select(entry => TokenKey.Of(entry.Form))
            .ToHashSet();
        return keys.Count > 0 ? keys : throw new FormatException($"{lexicon.Name}: no word has the class '{wordClass}'.");
    }
}
