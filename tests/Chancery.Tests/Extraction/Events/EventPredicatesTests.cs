using Chancery.Extraction;
using Chancery.Extraction.Events;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Extraction.Events;

public class EventPredicatesTests
{
    private static readonly string[] Types =
        ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];

    private static readonly EventLexicons Lexicons = new(Resources.Default);

    [Fact]
    public void Every_type_is_one_of_PLOVERs() => Assert.All(
        Resources.Default.Lexicon("event-predicates").Entries.SelectMany(entry => EventPredicate.Of(entry).Types), choice => Assert.Contains(choice.Type, Types));

    [Fact]
    public void A_class_of_a_type_is_one_of_a_noun() => Assert.All(
        Resources.Default.Lexicon("event-predicates").Entries.SelectMany(entry => EventPredicate.Of(entry).Types).Where(choice => choice.Class.Length > 0),
        choice => Assert.Contains(Resources.Default.Lexicon("event-objects").Entries, entry => Lexicons.IsOf(TokenKey.Of(entry.Form), choice.Class)));

    [Fact]
    public void A_verb_is_found_by_its_first_word_the_longest_first() =>
        Assert.Equal(["shoot at", "shoot down", "shoot"], Lexicons.Predicates.Verbs(TokenKey.Of("shoot")).Select(predicate => string.Join(' ', predicate.Words)));

    [Fact]
    public void A_noun_is_found_by_its_last_word() =>
        Assert.Contains(Lexicons.Predicates.Nouns(TokenKey.Of("strike")), predicate => predicate.Words is ["hunger", "strike"]);
}
