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
internal sealed record ListedItem(string Key, Report Report, string? Address, bool IsOnlyOne)
{
    // What a feed gives of an article that it does not give whole: of 150 words few stories are told.
    private const int FewWords = 150;

    private const double LeastShared = 0.3;
    private const int LongWord = 5;

    /// <summary>A hash of its words.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Report.Title}\n{Report.Text}")))[..32];

    /// <summary>True if the item only sums up its page: it is short, or breaks off. A page that several items share is nobody's whole text.</summary>
    public bool IsSummary => Address is not null && IsOnlyOne && (WordsIn(Report.Text) < FewWords || BreaksOff(Report.Text));

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

    private static bool BreaksOff(string text)
    {
        var end = text.TrimEnd(' ', '\n', ']', ')');
        return end.EndsWith('…') || end.EndsWith("...", StringComparison.Ordinal);
    }
}

/// <summary>A feed's document: what it lists. All formats that hold several reports with an identity each will do.</summary>
/// <param name="Items">In the document's order.</param>
/// <param name="Refusals">What could not be read of it.</param>
/// <param name="HasBadIds">True if two items of it have one id.</param>
internal sealed record FeedDocument(ImmutableArray<ListedItem> Items, ImmutableArray<Refusal> Refusals, bool HasBadIds)
{
    // Intake writes an id that another item has too together with address and title, and this between them.
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
        var (titles, refusals) = TitlesOnly(result, document);
        var reports = result.Reports.Where(report => report.Item.Length > 0).Concat(titles).ToList();
        var isBad = hadBadIds || reports.Exists(report => report.Item.Contains(Joint, StringComparison.Ordinal));
        var addresses = reports.Select(report => AddressOf(report, document)).ToList();
        var counts = addresses.OfType<string>().CountBy(WebAddressKey, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var items = reports.Select((report, index) => new ListedItem(
            isBad ? KeyWithoutId(report, addresses[index]) : report.Item,
            addresses[index] is { } address ? report with { Source = address } : report,
            addresses[index],
            addresses[index] is { } own && counts[WebAddressKey(own)] == 1));
        return new FeedDocument([.. items.GroupBy(item => item.Key, StringComparer.Ordinal).SelectMany(Unique)], [.. refusals], isBad);
    }

    // What nothing but its words tells apart is told apart by them; what not even these do is one item.
    private static IEnumerable<ListedItem> Unique(IEnumerable<ListedItem> alike)
    {
        var different = alike.DistinctBy(item => item.Digest).ToList();
        return different.Count == 1 ? different : different.Select(item => item with { Key = string.Join(Joint, item.Key, item.Digest) });
    }

    /// <summary>Items that have no text, but lead to a page: intake names the page in its refusal, and it is the page that is wanted.</summary>
    private static (List<Report> Titles, List<Refusal> Refusals) TitlesOnly(IntakeResult result, RawDocument document)
    {
        var titles = new List<Report>();
        var refusals = new List<Refusal>();
        foreach (var refusal in result.Refusals)
        {
            var link = refusal.Code == RefusalCodes.EmptyItem && refusal.Source.StartsWith(document.Source + "#", StringComparison.Ordinal) ? refusal.Source[(document.Source.Length + 1)..] : "";
            if (WebAddress.KeyOf(link) is null) refusals.Add(refusal);
            else titles.Add(new Report { Id = Report.IdOf("", link), Source = link, Item = link, Sha256 = "", Text = "" });
        }

        return (titles, refusals);
    }

    private static string WebAddressKey(string address) => WebAddress.KeyOf(address)!;

    private static string KeyWithoutId(Report report, string? address) => string.Join(Joint, address, report.Title, address is null ? report.Text : "");

    // A feed may write addresses as its own page would: below its own. A guid can be the address.
    private static string? AddressOf(Report report, RawDocument document)
    {
        var link = report.Source != document.Source ? report.Source : WebAddress.KeyOf(report.Item) is null ? null : report.Item;
        var address = WebAddress.Parse(link, WebAddress.Parse(document.Address))?.AbsoluteUri;
        // Escapes can make it longer than addresses are.
        return WebAddress.KeyOf(address) is null ? null : address;
    }
}
