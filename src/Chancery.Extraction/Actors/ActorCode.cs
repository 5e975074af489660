using Chancery.Text;

namespace Chancery.Extraction.Actors;

/// <summary>
/// What the words of an actor say of him in PLOVER's codes. Not an entity: two actors with the same code are not the same. What the words do
/// not say is <see langword="null"/>.
/// </summary>
/// <param name="Country">ISO 3166-1 alpha-3 (<c>XKX</c>, <c>PSE</c> and <c>TWN</c> kept), or PLOVER's code for those of no state: <c>IGO</c>, <c>UNO</c>, <c>EUR</c>.</param>
/// <param name="Sector">The primary PLOVER sector; <c>UNK</c> for somebody described by words that name no sector ("two men"), none for a bare state, people or name.</param>
/// <param name="Sectors">All sectors the words give, the primary first.</param>
/// <param name="IsAtHome">True if the country is where a body that is no state's is at home, and not the state it belongs to.</param>
/// <param name="Rule">Which part of the coder decided: <c>holder</c>, <c>organisation</c>, <c>agent</c>, <c>state</c>, <c>place</c>, <c>name</c>, <c>none</c>.</param>
public sealed record ActorCode(string? Country, string? Sector, EquatableArray<string> Sectors, bool IsAtHome, string Rule)
{
    /// <summary>Nothing is known.</summary>
    public static ActorCode None { get; } = new(null, null, [], false, "none");

    /// <summary>The country if it is the state the actor belongs to: not for a body of no state, nor where one is only at home.</summary>
    public string? State => IsAtHome || Country is null or "IGO" or "UNO" or "EUR" ? null : Country;
}
