using System.Text.Json;
using Chancery.Record;
using Chancery.Tests.App.Feeds;
using Chancery.Tests.App.Fetching;
using Chancery.Tests.App.Web;

namespace Chancery.Tests.App.Commands;

/// <summary>The real executable, fetching from a web of our own.</summary>
public sealed class FeedEndToEndTests : IDisposable
{
    private readonly Chancery _chancery = new();
    private readonly LocalWeb _web = new();

    public void Dispose()
    {
        _chancery.Dispose();
        _web.Dispose();
    }

    private string At(string path) => _web.At(path, "127.0.0.1");

    [Fact]
    public async Task Addresses_are_read_added_and_shown_in_their_versions()
    {
        _web.Page("/a", FetchedDesk.Page("Norby"));
        var read = _chancery.Run("read", At("/a"), At("/missing"), "--json");
        Assert.Equal(3, read.Exit);
        Assert.Equal(At("/a"), ((Report)RecordJson.Read(read.Out.Split('\n')[0])).Source);
        Assert.Contains("FE12", read.Error, StringComparison.Ordinal);

        Assert.Equal(0, _chancery.Run("add", At("/a")).Exit);
        _web.Page("/a", FetchedDesk.Page("Norby", "90"));
        Assert.Contains("\"new\":1,\"revised\":1,\"known\":0", _chancery.Run("add", At("/a"), "--json").Out, StringComparison.Ordinal);

        var text = _chancery.Run("show", "versions").Out;
        Assert.Contains("[-40-] {+90+} people", text, StringComparison.Ordinal);
        Assert.Contains("vanished: ", text, StringComparison.Ordinal);
        var line = JsonDocument.Parse(_chancery.Run("show", "versions", "--about", "norby", "--json").Out).RootElement;
        Assert.StartsWith("fi-", line.GetProperty("vanished").EnumerateArray().Select(id => id.GetString()!).Order(StringComparer.Ordinal).First(), StringComparison.Ordinal);
        Assert.Equal(0, _chancery.Run("verify").Exit);
        await ShowsVersions(line.GetProperty("newer").GetString()!, line.GetProperty("older").GetString()!);
    }

    private async Task ShowsVersions(string newer, string older)
    {
        using var served = new ServedDesk(new Dictionary<string, byte[]>(), "--desk", Path.Combine(_chancery.Folder, "desk"));
        using var client = new HttpClient { BaseAddress = served.Address };
        var page = await client.GetStringAsync($"/reports/{newer}");
        Assert.Contains("<del>40 </del><ins>90 </ins>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/reports/{older}#fi-", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/reports/{newer}\"", await client.GetStringAsync($"/reports/{older}"), StringComparison.Ordinal);
        var twin = JsonDocument.Parse(await client.GetStringAsync($"/reports/{newer}.json")).RootElement.GetProperty("earlier");
        Assert.Equal("changed", twin.GetProperty("changes")[0].GetProperty("kind").GetString());
        Assert.NotEmpty(twin.GetProperty("vanished").EnumerateArray());
    }

    [Fact]
    public void Feeds_are_added_fetched_listed_exported_and_removed()
    {
        _web.Page("/feed", FetchedDesk.Rss(FetchedDesk.Item("1", "A", FetchedDesk.Story("Norby")), FetchedDesk.Item("2", "B", "About 40 people left Sundale.", "/b")));
        _web.Page("/b", _ => (503, "", []));
        var list = _chancery.Write("feeds.opml", $"<opml version='1.0'><body><outline><outline text='Post' xmlUrl='{At("/feed")}'/></outline><outline xmlUrl='ftp://a.test/'/></body></opml>");
        var import = _chancery.Run("feed", "import", list, "--json");
        Assert.Equal((3, "{\"added\":1,\"known\":0,\"refused\":1}\n"), (import.Exit, import.Out));
        Assert.Equal(0, _chancery.Run("feed", "add", At("/feed")).Exit);

        var fetch = _chancery.Run("feed", "fetch", "--json");
        Assert.Equal(3, fetch.Exit);
        Assert.Equal(["news 1", "page 1"], fetch.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Select(visit => $"{visit.GetProperty("what")} {visit.GetProperty("new")}"));
        var feed = JsonDocument.Parse(_chancery.Run("feed", "list", "--json").Out).RootElement;
        Assert.Equal(("Post", 1, 0), (feed.GetProperty("title").GetString(), feed.GetProperty("wantedPages").GetInt32(), feed.GetProperty("failures").GetInt32()));

        var opml = _chancery.Run("feed", "export").Out;
        Assert.Contains($"xmlUrl=\"{At("/feed")}\"", opml, StringComparison.Ordinal);
        Assert.Equal("{\"removed\":1,\"refused\":0}\n", _chancery.Run("feed", "remove", At("/feed"), "--json").Out);
        Assert.Equal((3, true), _chancery.Run("feed", "remove", At("/feed")) is var again ? (again.Exit, again.Error.Contains("FE21", StringComparison.Ordinal)) : default);
        Assert.Equal(2, _chancery.Run("export").Out.Split('\n').Count(line => line.Contains("\"kind\":\"report\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Watch_that_is_killed_goes_on_where_it_was()
    {
        var items = Enumerable.Range(0, 6).Select(i => $"Port{i}").ToList();
        foreach (var name in items) _web.Page($"/{name}", FetchedDesk.Page(name));
        _web.Page("/feed", FetchedDesk.Rss([.. items.Select(name => FetchedDesk.Item(name, name, $"About 40 people left {name}.", $"/{name}"))]));
        _chancery.Run("feed", "add", At("/feed"));
        using (var reached = new ManualResetEventSlim())
        {
            var pages = 0;
            _web.Answering = () =>
            {
                if (_web.Requests.Last().Path.StartsWith("/Port", StringComparison.Ordinal) && Interlocked.Increment(ref pages) == 4) reached.Set();
            };
            using var process = _chancery.Start("watch", "--json");
            Assert.True(reached.Wait(60_000));
            process.Kill();
            process.WaitForExit();
            _web.Answering = null;
        }

        Assert.Equal(0, _chancery.Run("verify").Exit);
        Assert.Equal(0, _chancery.Run("feed", "fetch").Exit);
        var reports = _chancery.Run("export").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RecordJson.Read).OfType<Report>().ToList();
        Assert.Equal(items.Select(name => At($"/{name}")), reports.Select(report => report.Source).Order(StringComparer.Ordinal));
        Assert.Equal(0, _chancery.Run("verify").Exit);
    }

    [Fact]
    public void Wrong_use_of_a_feed_command_leads_to_its_own_help()
    {
        var run = _chancery.Run("feed", "fetsh");
        Assert.Equal(2, run.Exit);
        Assert.Contains("fetch", run.Error, StringComparison.Ordinal);
        var help = _chancery.Run("feed", "add", "--help");
        Assert.StartsWith("Examples:\n  chancery feed add", help.Out, StringComparison.Ordinal);
        Assert.Contains("See: chancery feed add --help", _chancery.Run("feed", "add").Error, StringComparison.Ordinal);
    }
}
