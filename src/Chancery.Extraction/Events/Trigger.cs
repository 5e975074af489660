using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>A word that tells an event: a verb or a noun, with the words that belong to it.</summary>
/// <param name="Token">The verb or noun on which the arguments hang.</param>
/// <param name="Predicate">Its line in the table.</param>
/// <param name="Type">The PLOVER type that its arguments decide on.</param>
internal sealed record Trigger(int Token, EventPredicate Predicate, string Type)
{
    public bool IsVerb => Predicate.IsVerb;
}
