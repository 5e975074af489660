using System.Net;
using System.Text;
using Chancery.App.Desk;
using Chancery.App.Feeds;
using Chancery.Extraction;
using Chancery.Record;
using Chancery.Store;
using Chancery.Tests.App.Fetching;
using Chancery.Tests.Store;
using NodaTime;

namespace Chancery.Tests.App.Feeds;

/// <summary>A desk on disk, a web of our own, and a clock that moves when it is told to.</summary>
internal sealed class FetchedDesk : IDisposable
{
    private static readonly Extractor Extractor = new(StandardPipeline.Create(Resources.Default));

    private readonly Folder _folder = new();
    private KeptDesk _desk;
    private Street _street;

    public FetchedDesk()
    {
        _desk = KeptDesk.Open(_folder["desk"], Web.Clock);
        _street = NewStreet();
    }

    public LocalWeb Web { get; } = new();

    public KeptDesk Desk => _desk;

    public Street Street => _street;

    public string Feed => Web.At("/feed");

    public IReadOnlyList<Report> Reports => [.. _desk.Store.Reports()];

    public IEnumerable<string?> Titles => Reports.Select(report => report.Title).Order(StringComparer.Ordinal);

    public Watch Watch => new(_desk, _street, new Schedule(Duration.FromMinutes(30), new Random(1)), Web.Clock);

    public void AddFeed(string? address = null) => _desk.Store.Save(new Feed(address ?? Feed, null, Web.Clock.GetCurrentInstant(), Web.Clock.GetCurrentInstant()));

    /// <summary>Lets everything come due, and visits it.</summary>
    public async Task<List<Visit>> Round(CancellationToken cancel = default)
    {
        Web.Clock.Advance(Duration.FromHours(25));
        var visits = new List<Visit>();
        await Watch.RoundAsync(Watch.Due(), visits.Add, cancel);
        return visits;
    }

    public void Save(string feed) => Web.Page("/feed", feed, "Content-Type: application/rss+xml");

    /// <summary>As if the process had been killed and started again.</summary>
    public void Restart()
    {
        foreach (var end in (string[])["", "-wal"])
            if (File.Exists(KeptDesk.FileIn(_folder["desk"]) + end))
            {
                Directory.CreateDirectory(_folder["killed"]);
                File.Copy(KeptDesk.FileIn(_folder["desk"]) + end, KeptDesk.FileIn(_folder["killed"]) + end, overwrite: true);
            }

        Stop();
        Directory.Delete(_folder["desk"], recursive: true);
        Directory.Move(_folder["killed"], _folder["desk"]);
        _desk = KeptDesk.Open(_folder["desk"], Web.Clock);
        _street = NewStreet();
    }

    /// <summary>Everything that the record says, for comparing.</summary>
    public string Dump() => string.Join('\n', _desk.Store.Lines().Select(RecordJson.Write));

    public void Dispose()
    {
        Stop();
        Web.Dispose();
        _folder.Dispose();
    }

    public static string Rss(params string[] items) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Post</title>{string.Concat(items)}</channel></rss>";

    public static string Item(string? guid, string title, string text, string? link = null) =>
        $"<item>{(guid is null ? "" : $"<guid>{guid}</guid>")}<title>{title}</title>{(link is null ? "" : $"<link>{link}</link>")}<pubDate>Fri, 20 Aug 2021 08:00:00 GMT</pubDate><description>{WebUtility.HtmlEncode(text)}</description></item>";

    /// <summary>A story long enough to be whole.</summary>
    public static string Story(string name, string figure = "40") => string.Concat(Paragraphs(name, figure).Select(paragraph => $"<p>{paragraph}</p>"));

    public static string Page(string name, string figure = "40", string advertisement = "Buy a boat", string head = "") =>
        $"<html><head><title>{name} - Harbour Post</title>{head}</head><body><nav><a href=/>Home</a></nav><aside>{advertisement}</aside><article><h1>{name}</h1>{Story(name, figure)}</article></body></html>";

    private static IEnumerable<string> Paragraphs(string name, string figure)
    {
        yield return $"About {figure} people left {name} on Thursday, the mayor of {name} said in a statement that the harbour office published in the evening.";
        foreach (var number in (string[])["first", "second", "third", "fourth", "fifth", "sixth"])
            yield return $"The {number} ferry from {name} to the islands was full when it left the quay, and many families waited in the {number} hall behind the old customs house of {name} until night fell over the bay.";
    }

    private void Stop()
    {
        if (_street.HasFetched) _street.Fetcher.Dispose();
        _desk.Dispose();
    }

    private Street NewStreet() => new(Extractor, 1, 20_000_000, new(() => Web.Fetcher()));
}
