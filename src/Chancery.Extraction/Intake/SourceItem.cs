using System.Globalization;

namespace Chancery.Extraction.Intake;

/// <summary>How much of a report's text the document held.</summary>
public enum TextExtent
{
    /// <summary>All of it, for all that can be seen.</summary>
    Whole,

    /// <summary>A summary or the beginning only; the whole stands at the item's address.</summary>
    Summary,

    /// <summary>The document broke off, or says itself that it was cut short.</summary>
    CutShort,

    /// <summary>No text at all; the item has a title or an address only, and no report was made of it.</summary>
    Missing,
}

/// <summary>By what the items of one source are told apart, from the best witness to the last resort.</summary>
public enum IdentityPolicy
{
    /// <summary>The identity that the source gives: guid, id, uri.</summary>
    Native,

    /// <summary>That with the address: the source gives one guid to several items.</summary>
    NativeAndAddress,

    /// <summary>The address: items have no identity of their own.</summary>
    Address,

    /// <summary>A hash of what the item says.</summary>
    Content,
}

/// <summary>
/// An item of a document that holds several, as its source knows it: what the next reading of the same source recognises
/// it by. It is no part of the record.
/// </summary>
/// <param name="Report">The id of the report made of it; <see langword="null"/> if it had no text.</param>
/// <param name="Native">Its identity in the source's own words: guid, id, uri.</param>
/// <param name="Address">Where the item's own page stands.</param>
/// <param name="Title">Its title, as it came.</param>
/// <param name="Digest">Hash of what the item says; another one under the same key is another version.</param>
/// <param name="Extent">How much of the text was there.</param>
/// <param name="Version">The version that the source counts; <see langword="null"/> if it counts none.</param>
public sealed record SourceItem(
    string? Report, string? Native, string? Address, string? Title, string Digest, TextExtent Extent = TextExtent.Whole, int? Version = null)
{
    /// <summary>
    /// The key under a policy. A source that was once caught with bad identities keeps its weaker policy, or all its items
    /// would look new: hand in the weaker one of the stored and the found.
    /// </summary>
    public string KeyUnder(IdentityPolicy policy) => policy switch
    {
        IdentityPolicy.Native when Native is not null => Native,
        IdentityPolicy.NativeAndAddress when Native is not null => $"{Native}\u001F{Address}",
        IdentityPolicy.Content => Digest,
        _ => Address ?? Native ?? Digest,
    };

    /// <summary>The strongest policy under which these items have keys of their own; items that say the same share theirs.</summary>
    public static IdentityPolicy PolicyOf(IReadOnlyCollection<SourceItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Any(item => item.Native is not null) && AreApart(items, IdentityPolicy.Native)) return IdentityPolicy.Native;
        if (items.Any(item => item.Native is not null) && AreApart(items, IdentityPolicy.NativeAndAddress)) return IdentityPolicy.NativeAndAddress;
        return AreApart(items, IdentityPolicy.Address) ? IdentityPolicy.Address : IdentityPolicy.Content;
    }

    private static bool AreApart(IReadOnlyCollection<SourceItem> items, IdentityPolicy policy)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var key = $"{item.KeyUnder(policy)}\u001F{item.Version?.ToString(CultureInfo.InvariantCulture)}";
            if (!versions.TryAdd(key, item.Digest) && versions[key] != item.Digest) return false;
        }

        return true;
    }
}
