using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Text.Factuality;

/// <summary>What a word makes of the status of what it governs.</summary>
internal enum Effect : byte
{
    /// <summary>Nothing is known of it.</summary>
    None,

    /// <summary>It stands as it is told itself.</summary>
    Own,

    /// <summary>It has the status of the word above.</summary>
    Kept,

    /// <summary>It occurred if the word above holds; so with the others.</summary>
    Occurred,

    /// <summary>It goes on.</summary>
    Ongoing,

    /// <summary>It is planned.</summary>
    Planned,

    /// <summary>It is possible.</summary>
    Possible,

    /// <summary>It stands under a condition.</summary>
    Conditional,

    /// <summary>It is denied.</summary>
    Denied,
}

/// <summary>
/// The words by which status is told: verbs, nouns and adjectives with what becomes of what they govern, openers of clauses, modal verbs, adverbs, and verbs of lasting states.
/// Immutable; safe to share.
/// </summary>
/// <param name="verbs"><c>status-verbs.tsv</c>: lemma, perhaps with a particle or preposition; effects on clause, object, subject; effect on the clause where denied.</param>
/// <param name="nouns"><c>status-nouns.tsv</c>: lemma; effects on a clause, on a noun below.</param>
/// <param name="adjectives"><c>status-adjectives.tsv</c>: form; effects on a clause, on the noun it modifies; effect on the clause where denied.</param>
/// <param name="openers"><c>status-openers.tsv</c>: form; effects on the clause, on the noun, on the clause above.</param>
/// <param name="modals"><c>status-modals.tsv</c>: form; effect; where denied; before a perfect.</param>
/// <param name="adverbs"><c>status-adverbs.tsv</c>: form; effect.</param>
/// <param name="states"><c>status-states.tsv</c>: lemma.</param>
public sealed class StatusLexicons(Lexicon verbs, Lexicon nouns, Lexicon adjectives, Lexicon openers, Lexicon modals, Lexicon adverbs, Lexicon states)
{
    private readonly Dictionary<(ulong Word, ulong Beside), LexiconEntry> _verbs = Index(verbs);
    private readonly Dictionary<(ulong Word, ulong Beside), LexiconEntry> _nouns = Index(nouns);
    private readonly Dictionary<(ulong Word, ulong Beside), LexiconEntry> _adjectives = Index(adjectives);
    private readonly Dictionary<(ulong Word, ulong Beside), LexiconEntry> _modals = Index(modals);
    private readonly Dictionary<(ulong Word, ulong Beside), LexiconEntry> _adverbs = Index(adverbs);
    private readonly Dictionary<(ulong Word, ulong Beside), LexiconEntry> _states = Index(states);

    /// <summary>A hash over all of them.</summary>
    public string Hash { get; } = string.Concat(new[] { verbs, nouns, adjectives, openers, modals, adverbs, states }.Select(lexicon => lexicon.Hash[..9]));

    /// <summary>The verb with its particle or preposition, else the verb alone.</summary>
    /// <param name="lemma">Its lemma.</param>
    /// <param name="beside">The key of the particle or preposition, or 0.</param>
    internal LexiconEntry? Verb(ulong lemma, ulong beside = 0) => (beside != 0 ? _verbs.GetValueOrDefault((lemma, beside)) : null) ?? _verbs.GetValueOrDefault((lemma, 0UL));

    /// <summary>The verb with just this preposition.</summary>
    internal LexiconEntry? VerbWith(ulong lemma, ulong preposition) => _verbs.GetValueOrDefault((lemma, preposition));

    internal LexiconEntry? Noun(ulong lemma) => _nouns.GetValueOrDefault((lemma, 0UL));

    internal LexiconEntry? Adjective(ulong form) => _adjectives.GetValueOrDefault((form, 0UL));

    internal LexiconEntry? Modal(ulong form) => _modals.GetValueOrDefault((form, 0UL));

    internal Effect Adverb(ulong form) => _adverbs.TryGetValue((form, 0UL), out var entry) ? EffectOf(entry, 0) : Effect.None;

    internal bool IsState(ulong lemma) => _states.ContainsKey((lemma, 0UL));

    /// <summary>The opener that begins at a token or right before it.</summary>
    internal LexiconEntry? Opener(Document document, int token)
    {
        if (token > 0 && openers.Match(document, token - 1) is { Length: > 1 } wide) return wide.Entry;
        return openers.Match(document, token)?.Entry;
    }

    /// <summary>The effect in a column; none for an empty cell.</summary>
    internal static Effect EffectOf(LexiconEntry entry, int column) => Enum.TryParse<Effect>(entry.Field(column), ignoreCase: true, out var effect) ? effect : Effect.None;

    private static Dictionary<(ulong Word, ulong Beside), LexiconEntry> Index(Lexicon lexicon) => lexicon.Entries.ToDictionary(entry =>
        entry.Form.Split(' ') is [var word, var beside] ? (TokenKey.Of(word), TokenKey.Of(beside)) : (TokenKey.Of(entry.Form), 0UL));
}
