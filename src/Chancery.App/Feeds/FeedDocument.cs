using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Chancery.App.Fetching;
using Chancery.Extraction.Intake;
using Chancery.Record;

namespace Chancery.App.Feeds;

/// <summary>An item as a feed lists it now.</summary>
/// <param name="Key">Its identity in the feed.</param>
/// <param name="Report">Its own words as a report.</param>
/// <param name="Address">The page it leads to; <see langword="null"/> if it names none.</param>
/// <param name="IsOnlyOne">True if no other item of the feed leads to that page.</param>
/// <param name="Extent">How much of the text the feed gives, as the format judges it.</param>
internal sealed record ListedItem(string Key, Report Report, string? Address, bool IsOnlyOne, TextExtent Extent)
{
    private const double LeastShared = 0.3;
    private const int LongWord = 5;

    /// <summary>A hash of its words.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Report.Title}\n{Report.Text}")))[..32];

    /// <summary>True if the item only sums up its page. A page that several items share is nobody's whole text.</summary>
    public bool IsSummary => Address is not null && IsOnlyOne && Extent is (TextExtent.Summary or TextExtent.Missing);

    /// <summary>True if the page can be the item's: the item's longer words stand there too. A consent form or a front page has hardly one of them.</summary>
    public bool IsAboutTheSameAs(IEnumerable<Report> page)
    {
        var own = LongWords($"{Report.Title} {Report.Text}");
        var theirs = page.SelectMany(report => LongWords($"{report.Title} {report.Text}")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return own.Count == 0 || own.Count(theirs.Contains) >= own.Count * LeastShared;
    }

    public static int WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static HashSet<string> LongWords(string text) => text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '“', '”', '’', '‘', '…'))
        .Where(word => word.Length >= LongWord).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A feed's document: what it lists. All formats that hold several reports with an identity each will do.</summary>
/// <param name="Items">In the document's order.</param>
/// <param name="Refusals">What could not be read of it.</param>
/// <param name="HasBadIds">True if two items of it have one id.</param>
internal sealed record FeedDocument(ImmutableArray<ListedItem> Items, ImmutableArray<Refusal> Refusals, bool HasBadIds)
{
    // Between the parts of a key; no address and no title holds it.
    private const char Joint = '\u001F';

    /// <summary>True if it was a feed: at least one item with an identity of its own.</summary>
    public bool IsFeed => !Items.IsEmpty;

    /// <summary>What the feed says of itself.</summary>
    public string? Title => Items.FirstOrDefault()?.Report.Outlet;

    /// <summary>Reads it.</summary>
    /// <param name="document">Its bytes.</param>
    /// <param name="hadBadIds">True if its ids were not to be trusted before; they never are again.</param>
    public static FeedDocument Read(RawDocument document, bool hadBadIds)
    {
        var result = Formats.Read(document);
        var reports = result.Reports.DistinctBy(report => report.Id).ToDictionary(report => report.Id, StringComparer.Ordinal);
        var listed = result.Items.Where(item => item.Report is not null || WebAddress.KeyOf(item.Address) is not null)
            .Select(item => (Item: item, Address: AddressOf(item, document))).ToList();
        var isBad = hadBadIds || (listed.Exists(one => one.Item.Native is not null) && result.Policy != IdentityPolicy.Native);
        var counts = listed.Select(one => one.Address).OfType<string>().CountBy(WebAddressKey, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var items = listed.Select(one => new ListedItem(
            KeyOf(one.Item, one.Address, isBad), ReportOf(one.Item, one.Address, reports), one.Address,
            one.Address is { } own && counts[WebAddressKey(own)] == 1, one.Item.Extent));
        return new FeedDocument([.. items.GroupBy(item => item.Key, StringComparer.Ordinal).SelectMany(Unique)], [.. result.Refusals.Where(refusal => !IsWanted(refusal, document))], isBad);
    }

    // What nothing but its words tells apart is told apart by them; what not even these do is one item.
    private static IEnumerable<ListedItem> Unique(IEnumerable<ListedItem> alike)
    {
        var different = alike.DistinctBy(item => item.Digest).ToList();
        return different.Count == 1 ? different : different.Select(item => item with { Key = string.Join(Joint, item.Key, item.Digest) });
    }

    /// <summary>True if an item without a text was refused that leads to a page: the page is wanted, and nothing is lost.</summary>
    private static bool IsWanted(Refusal refusal, RawDocument document) =>
        refusal.Code == RefusalCodes.EmptyItem && refusal.Source.StartsWith(document.Source + "#", StringComparison.Ordinal)
        && WebAddress.KeyOf(refusal.Source[(document.Source.Length + 1)..]) is not null;

    private static Report ReportOf(SourceItem item, string? address, Dictionary<string, Report> reports)
    {
        if (item.Report is not { } id) return new Report { Id = Report.IdOf("", item.Address!), Source = address ?? item.Address!, Title = item.Title, Sha256 = "", Text = "" };
        return address is null ? reports[id] : reports[id] with { Source = address };
    }

    private static string WebAddressKey(string address) => WebAddress.KeyOf(address)!;

    // An item without an identity of its own is known by its page, or at last by its title.
    private static string KeyOf(SourceItem item, string? address, bool isBad) =>
        !isBad && item.Native is not null ? item.Native
        : !isBad && address is not null ? address
        : string.Join(Joint, address, item.Title, address is null ? item.Digest : "");

    // A feed may write addresses as its own page would: below its own. A guid can be the address.
    private static string? AddressOf(SourceItem item, RawDocument document)
    {
        var link = item.Address ?? (WebAddress.KeyOf(item.Native) is null ? null : item.Native);
        var address = WebAddress.Parse(link, WebAddress.Parse(document.Address))?.AbsoluteUri;
        // Escapes can make it longer than addresses are.
        return WebAddress.KeyOf(address) is null ? null : address;
    }
}
