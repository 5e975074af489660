using System.Collections.Immutable;
using Chancery.Text.Lexicons;

namespace Chancery.Extraction.Events;

/// <summary>A type that a predicate may carry, and the class of noun that must stand as its argument; empty if it needs none.</summary>
internal readonly record struct TypeChoice(string Type, string Class);

/// <summary>One line of the table <c>event-predicates</c>: a verb or noun that can carry an event, with its frame.</summary>
/// <param name="Words">Its words by lemma; a verb's first word is the verb, a noun's last the noun.</param>
/// <param name="IsVerb">True for a verb.</param>
/// <param name="Types">PLOVER types in the order of preference.</param>
/// <param name="Mode">PLOVER mode that goes with the first type; empty if none does.</param>
/// <param name="Actor">Where who acts may stand, the first that is there.</param>
/// <param name="Recipient">Where the one it is done to may stand.</param>
/// <param name="Needs">Without what it is no event: <c>recipient</c>, <c>party</c>, <c>complement</c>, <c>known</c>, <c>plural</c>; empty if it needs nothing.</param>
internal sealed record EventPredicate(
    ImmutableArray<string> Words, bool IsVerb, ImmutableArray<TypeChoice> Types, string Mode, ImmutableArray<string> Actor, ImmutableArray<string> Recipient, string Needs)
{
    private const string Infinitive = "to ";

    /// <summary>Reads a line.</summary>
    public static EventPredicate Of(LexiconEntry entry)
    {
        var isVerb = entry.Form.StartsWith(Infinitive, StringComparison.Ordinal);
        var form = isVerb ? entry.Form[Infinitive.Length..] : entry.Form;
        return new EventPredicate(
            [.. form.Replace("-", " - ", StringComparison.Ordinal).Split(' ')], isVerb, [.. Split(entry.Field(0)).Select(Choice)], entry.Field(1), Split(entry.Field(2)), Split(entry.Field(3)), entry.Field(4));
    }

    private static TypeChoice Choice(string word) => word.Split(':') is [var type, var noun] ? new TypeChoice(type, noun) : new TypeChoice(word, "");

    private static ImmutableArray<string> Split(string field) => [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
