using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>The verbs and nouns that can carry an event, by the lemma of the word on which their arguments hang.</summary>
internal sealed class EventPredicates
{
    private readonly Dictionary<ulong, ImmutableArray<EventPredicate>> _verbs;
    private readonly Dictionary<ulong, ImmutableArray<EventPredicate>> _nouns;

    public EventPredicates(Lexicon lexicon)
    {
        var all = lexicon.Entries.Select(EventPredicate.Of).ToList();
        _verbs = ByKey(all.Where(predicate => predicate.IsVerb), predicate => predicate.Words[0]);
        foreach (var joined in all.Where(predicate => predicate.IsVerb && predicate.Words is [_, "-", _])) Add(_verbs, joined.Words[2], joined);
        _nouns = ByKey(all.Where(predicate => !predicate.IsVerb), predicate => predicate.Words[^1]);
    }

    /// <summary>Who says, and of whom a duty is said.</summary>
    public EventPredicate Duty { get; } = new(["said", "must"], IsVerb: true, [new TypeChoice("REQUEST", "")], "", ["subj"], ["comp"], "recipient");

    /// <summary>True if a verb has a frame in which a clause names a party: "promise", "threaten".</summary>
    public bool TakesClause(ulong lemma) => Verbs(lemma).Any(predicate => predicate.Recipient.Contains("comp"));

    /// <summary>The verbs of this lemma, the longest first; empty if there is none.</summary>
    public ImmutableArray<EventPredicate> Verbs(ulong lemma) => _verbs.GetValueOrDefault(lemma, []);

    /// <summary>The nouns of this lemma, the longest first.</summary>
    public ImmutableArray<EventPredicate> Nouns(ulong lemma) => _nouns.GetValueOrDefault(lemma, []);

    private static Dictionary<ulong, ImmutableArray<EventPredicate>> ByKey(IEnumerable<EventPredicate> predicates, Func<EventPredicate, string> word) => predicates
        .GroupBy(predicate => TokenKey.Of(word(predicate)))
        .ToDictionary(group => group.Key, group => group.OrderByDescending(predicate => predicate.Words.Length).ToImmutableArray());

    private static void Add(Dictionary<ulong, ImmutableArray<EventPredicate>> table, string word, EventPredicate predicate) =>
        table[TokenKey.Of(word)] = [predicate, .. table.GetValueOrDefault(TokenKey.Of(word), [])];
}
