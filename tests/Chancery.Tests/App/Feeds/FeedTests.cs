using System.Text;
using Chancery.App.Desk;
using Chancery.App.Feeds;
using Chancery.App.Fetching;
using Chancery.Extraction.Intake;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Record.Versions;
using Chancery.Store;
using Dapper;
using NodaTime;
using static Chancery.Tests.App.Feeds.FetchedDesk;

namespace Chancery.Tests.App.Feeds;

/// <summary>Feeds over many visits: nothing lost, nothing doubled, and every change of words a version.</summary>
public sealed class FeedTests : IDisposable
{
    private readonly FetchedDesk _desk = new();

    public FeedTests() => _desk.AddFeed();

    public void Dispose()
    {
        Assert.Empty(_desk.Desk.Store.Verify().Faults);
        _desk.Dispose();
    }

    [Fact]
    public async Task Items_that_share_a_date_and_arrive_late_are_all_kept_once()
    {
        _desk.Save(Rss(Item("2", "B", Story("Sundale"))));
        await _desk.Round();
        _desk.Save(Rss(Item("3", "C", Story("Westport")), Item("2", "B", Story("Sundale")), Item("1", "A", Story("Norby"))));
        var visit = Assert.Single(await _desk.Round());
        _desk.Save(Rss(Item("1", "A", Story("Norby")), Item("3", "C", Story("Westport"))));
        await _desk.Round();

        Assert.Equal(("news", 2, 0), (visit.What, visit.New, visit.Revised));
        Assert.Equal(["A", "B", "C"], _desk.Titles);
        Assert.All(_desk.Reports, report => Assert.Null(report.Revises));
    }

    [Fact]
    public async Task Copy_at_hand_is_asked_for_by_its_validators()
    {
        _desk.Web.Page("/feed", asked => asked.Headers.GetValueOrDefault("If-None-Match") == "\"v1\""
            ? (304, "", [])
            : (200, "ETag: \"v1\"\r\nLast-Modified: whenever", Encoding.UTF8.GetBytes(Rss(Item("1", "A", Story("Norby"))))));
        await _desk.Round();
        Assert.Equal("unchanged", Assert.Single(await _desk.Round()).What);
        Assert.Equal("whenever", _desk.Web.Requests.Last().Headers["If-Modified-Since"]);
        Assert.Single(_desk.Reports);
    }

    [Fact]
    public async Task Not_modified_after_a_copy_that_could_not_be_read_loses_nothing()
    {
        var good = false;
        _desk.Web.Page("/feed", asked => asked.Headers.ContainsKey("If-None-Match")
            ? (304, "", [])
            : (200, "ETag: \"v1\"", Encoding.UTF8.GetBytes(good ? Rss(Item("1", "A", Story("Norby"))) : "<html><body>Database error</body></html>")));
        var first = Assert.Single(await _desk.Round());
        Assert.Equal(("failed", FetchCodes.NotAFeed), (first.What, first.Refusals[0].Code));

        good = true;
        Assert.Equal(1, Assert.Single(await _desk.Round()).New);
    }

    [Fact]
    public async Task Feed_that_is_cut_short_is_asked_for_again_as_a_whole()
    {
        var whole = false;
        _desk.Web.Raw("/feed", async (asked, stream) =>
        {
            Assert.False(asked.Headers.ContainsKey("If-None-Match"));
            var body = Rss(Item("1", "A", Story("Norby")), Item("2", "B", Story("Sundale")));
            await LocalWebWrite(stream, $"HTTP/1.1 200 X\r\nETag: \"v1\"\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{(whole ? body : body[..(body.Length * 3 / 4)])}");
        });
        Assert.Equal(FetchCodes.CutShort, Assert.Single(await _desk.Round()).Refusals[0].Code);
        Assert.Empty(_desk.Reports);
        whole = true;
        Assert.Equal(2, Assert.Single(await _desk.Round()).New);
    }

    [Fact]
    public async Task Item_with_other_words_revises_the_old_one_and_what_vanished_is_told()
    {
        _desk.Save(Rss(Item("1", "A", Story("Norby", "40"))));
        await _desk.Round();
        _desk.Save(Rss(Item("1", "A", Story("Norby", "90"))));
        Assert.Equal((1, 1), (await _desk.Round()) is [var visit] ? (visit.New, visit.Revised) : default);

        var newer = Assert.Single(_desk.Desk.Store.Revisions());
        var older = _desk.Desk.Store.Report(newer.Revises!)!;
        Assert.Equal([newer.Id], _desk.Desk.Store.RevisionsOf(older.Id));
        var difference = ReportDifference.Between(older, newer);
        Assert.Equal("changed", Assert.Single(difference.Paragraphs, paragraph => paragraph.Kind != "same").Kind);
        var findings = _desk.Desk.Store.Findings(report: older.Id).ToList();
        Assert.Contains(findings, finding => finding is Figure { Value: 40 });
        Assert.Contains(difference.Vanished(findings), finding => finding is Figure { Value: 40 });
        Assert.DoesNotContain(difference.Vanished(findings), finding => finding is Entity);
    }

    [Theory]
    [InlineData("/norby.html", "/norby.html")]
    [InlineData("http://news.test/norby?x=1#top", "https://www.news.test/norby?x=1")]
    [InlineData(null, null)]
    public async Task Identity_that_holds_the_headline_and_changes_with_it_is_a_new_version(string? before, string? after)
    {
        _desk.Save(Rss(Item("Ferries-are-full", "Ferries are full", Story("Norby"), before), Item("x", "B", Story("Sundale"))));
        await _desk.Round();
        _desk.Save(Rss(Item("Ferries-are-empty", "Ferries are empty", Story("Norby", "90"), after), Item("x", "B", Story("Sundale"))));
        await _desk.Round();
        Assert.Equal("Ferries are full", _desk.Desk.Store.Report(Assert.Single(_desk.Desk.Store.Revisions()).Revises!)!.Title);
        Assert.Equal(3, _desk.Reports.Count);
    }

    [Fact]
    public async Task Bulletin_much_like_the_last_one_is_no_version_of_it_while_both_are_listed()
    {
        _desk.Save(Rss(Item("1", "Bulletin", Story("Norby", "40"))));
        await _desk.Round();
        _desk.Save(Rss(Item("2", "Bulletin", Story("Norby", "90")), Item("1", "Bulletin", Story("Norby", "40"))));
        await _desk.Round();
        Assert.Empty(_desk.Desk.Store.Revisions());
        Assert.Equal(2, _desk.Reports.Count);
    }

    [Fact]
    public async Task Likeness_reaches_no_farther_back_than_a_week()
    {
        _desk.Save(Rss(Item("1", "Bulletin", Story("Norby", "40"))));
        await _desk.Round();
        _desk.Web.Clock.Advance(Duration.FromDays(8));
        _desk.Save(Rss(Item("2", "Bulletin", Story("Norby", "90"))));
        await _desk.Round();
        Assert.Empty(_desk.Desk.Store.Revisions());
    }

    [Fact]
    public async Task Two_items_with_one_id_are_two_reports_in_any_order()
    {
        string[] items = [Item("same", "A", Story("Norby"), "/a"), Item("same", "B", Story("Sundale"), "/b")];
        _desk.Save(Rss(items));
        await _desk.Round();
        _desk.Save(Rss([Item("same", "C", Story("Westport"), "/c"), .. items.Reverse()]));
        await _desk.Round();
        _desk.Save(Rss(Item("same", "A", Story("Norby"), "/a")));
        await _desk.Round();
        Assert.Equal(["A", "B", "C"], _desk.Titles);
        Assert.Empty(_desk.Desk.Store.Revisions());
    }

    [Fact]
    public async Task Items_that_lead_to_one_page_keep_their_own_words()
    {
        _desk.Web.Page("/live", Page("Elsewhere"));
        _desk.Save(Rss(Item("1", "A", "Norby is calm.", "/live"), Item("2", "B", "Sundale is not.", "/live")));
        await _desk.Round();
        Assert.Equal(["Norby is calm.", "Sundale is not."], _desk.Reports.Select(report => report.Text).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("/live", _desk.Web.Paths);
    }

    [Fact]
    public async Task Item_that_only_sums_up_brings_its_page()
    {
        _desk.Web.Page("/norby", Page("Norby"));
        _desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby.", "/norby")));
        var visits = await _desk.Round();

        Assert.Equal([("news", 0, 1), ("page", 1, 0)], visits.Select(visit => (visit.What, visit.New, visit.Wanted)));
        var report = Assert.Single(_desk.Reports);
        Assert.Contains("sixth ferry", report.Text, StringComparison.Ordinal);
        Assert.Equal(_desk.Web.At("/norby"), report.Source);
        var fetch = Assert.Single(_desk.Desk.Store.Fetches(report.Sha256));
        Assert.Equal((200, _desk.Web.At("/norby")), (fetch.Status, fetch.Final));
        Assert.Empty(_desk.Desk.Store.WantedPages());
    }

    [Fact]
    public async Task Item_with_a_title_only_brings_its_page()
    {
        _desk.Web.Page("/norby", Page("Norby"));
        _desk.Save(Rss($"<item><title>Norby</title><link>{_desk.Web.At("/norby")}</link></item>"));
        await _desk.Round();
        Assert.Contains("sixth ferry", Assert.Single(_desk.Reports).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404")]
    [InlineData("consent")]
    [InlineData("robots")]
    public async Task Page_that_cannot_be_had_leaves_the_items_own_words(string what)
    {
        if (what == "consent") _desk.Web.Page("/norby", "<html><body><article><h1>Your privacy</h1><p>We and our partners store cookies on your device in order to show personal advertisements and to measure their success with readers.</p><p>Choose below which purposes you agree to. You can change your choice at any time.</p></article></body></html>");
        if (what == "robots") _desk.Web.Page("/robots.txt", "User-agent: *\nDisallow: /norby");
        _desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby by the last evening ferry.", "/norby")));
        await _desk.Round();
        await _desk.Round();
        Assert.Equal("About 40 people left Norby by the last evening ferry.", Assert.Single(_desk.Reports).Text);
        Assert.Empty(_desk.Desk.Store.WantedPages());
    }

    [Fact]
    public async Task Page_that_comes_later_revises_the_items_own_words()
    {
        _desk.Web.Page("/norby", _ => (503, "", []));
        _desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby.", "/norby")));
        await _desk.Round();
        Assert.Equal("About 40 people left Norby.", Assert.Single(_desk.Reports).Text);
        Assert.Equal(1, Assert.Single(_desk.Desk.Store.WantedPages()).Attempts);

        _desk.Web.Page("/norby", Page("Norby"));
        await _desk.Round();
        Assert.Equal(2, _desk.Reports.Count);
        Assert.Contains("sixth ferry", Assert.Single(_desk.Desk.Store.Revisions()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_never_comes_is_left_after_some_tries()
    {
        _desk.Web.Page("/norby", _ => (503, "", []));
        _desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby.", "/norby")));
        for (var i = 0; i < 8; i++) await _desk.Round();
        Assert.Equal(5, _desk.Web.Paths.Count(path => path == "/norby"));
        Assert.Single(_desk.Reports);
    }

    [Fact]
    public async Task Summary_that_changes_is_a_new_version_of_itself()
    {
        _desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby.", "/norby")));
        await _desk.Round();
        _desk.Save(Rss(Item("1", "Norby", "About 90 people left Norby.", "/norby")));
        await _desk.Round();
        Assert.Equal("About 90 people left Norby.", Assert.Single(_desk.Desk.Store.Revisions()).Text);
    }

    [Fact]
    public async Task Feed_that_is_gone_is_asked_no_more()
    {
        _desk.Web.Page("/feed", _ => (410, "", []));
        Assert.Equal("gone", Assert.Single(await _desk.Round()).What);
        Assert.Empty(await _desk.Round());
        Assert.Single(_desk.Web.Paths);
    }

    [Fact]
    public async Task Feed_that_moved_for_good_is_asked_at_its_new_address_and_knows_its_items()
    {
        var feed = Rss(Item("1", "A", Story("Norby")));
        _desk.Save(feed);
        await _desk.Round();
        _desk.Web.Redirect("/feed", "/new", 301);
        _desk.Web.Page("/new", Rss(Item("2", "B", Story("Sundale")), Item("1", "A", Story("Norby"))));
        await _desk.Round();
        await _desk.Round();
        Assert.Equal(_desk.Web.At("/new"), Assert.Single(_desk.Desk.Store.Feeds()).Address);
        Assert.Equal(["A", "B"], _desk.Titles);
        Assert.Equal("/new", _desk.Web.Paths.Last());
    }

    [Fact]
    public async Task Feed_that_moved_for_a_while_or_to_nonsense_stays_where_it_is()
    {
        _desk.Web.Redirect("/feed", "/new", 302);
        _desk.Web.Page("/new", Rss(Item("1", "A", Story("Norby"))));
        await _desk.Round();
        _desk.Web.Redirect("/feed", "/parked", 301);
        _desk.Web.Page("/parked", "<html><body><p>This domain is for sale.</p></body></html>");
        await _desk.Round();
        Assert.Equal(_desk.Feed, Assert.Single(_desk.Desk.Store.Feeds()).Address);
    }

    [Fact]
    public async Task Failures_back_off_to_a_day_and_a_wish_of_the_server_is_honoured()
    {
        _desk.Web.Page("/feed", _ => (500, "", []));
        var pauses = new List<Duration>();
        for (var i = 0; i < 12; i++)
        {
            await _desk.Round();
            var feed = Assert.Single(_desk.Desk.Store.Feeds());
            pauses.Add(feed.NextVisit - feed.Visited!.Value);
        }

        Assert.InRange(pauses[0], Duration.FromMinutes(5), Duration.FromMinutes(6));
        Assert.InRange(pauses[2], Duration.FromMinutes(20), Duration.FromMinutes(22));
        Assert.InRange(pauses[^1], Duration.FromDays(1), Duration.FromDays(1.11));

        _desk.Web.Page("/feed", _ => (429, "Retry-After: 7200", []));
        _desk.Save(Rss(Item("1", "A", Story("Norby"))));
        await _desk.Round();
        Assert.Equal(0, Assert.Single(_desk.Desk.Store.Feeds()).Failures);
    }

    [Fact]
    public async Task Feed_that_asks_for_less_is_asked_less()
    {
        _desk.Web.Page("/feed", _ => (200, "Cache-Control: public, max-age=14400", Encoding.UTF8.GetBytes(Rss(Item("1", "A", Story("Norby"))))));
        await _desk.Round();
        var feed = Assert.Single(_desk.Desk.Store.Feeds());
        Assert.InRange(feed.NextVisit - feed.Visited!.Value, Duration.FromHours(4), Duration.FromHours(4.5));
    }

    [Fact]
    public async Task Link_of_an_item_reaches_no_inside()
    {
        _desk.Web.Page("/secret", Page("Norby"));
        _desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby.", $"http://127.0.0.1:{_desk.Web.Port}/secret")));
        var visits = await _desk.Round();
        Assert.Equal(FetchCodes.Inside, visits[1].Refusals[0].Code);
        Assert.Equal("About 40 people left Norby.", Assert.Single(_desk.Reports).Text);
        Assert.DoesNotContain("/secret", _desk.Web.Paths);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Killed_in_the_middle_and_started_again_it_has_the_same_record(int requests)
    {
        Prepare(_desk);
        using var cancel = new CancellationTokenSource();
        _desk.Web.Answering = () =>
        {
            if (--requests == 0) cancel.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _desk.Round(cancel.Token));
        _desk.Restart();
        await _desk.Round();
        await _desk.Round();

        using var other = new FetchedDesk();
        other.AddFeed();
        Prepare(other);
        await other.Round();
        await other.Round();
        Assert.Equal(4, _desk.Reports.Count);
        Assert.Equal(other.Titles, _desk.Titles);
        Assert.Equal(Words(other), Words(_desk));
        Assert.Empty(_desk.Desk.Store.Revisions());
    }

    [Fact]
    public async Task Host_with_many_pages_keeps_no_other_waiting()
    {
        _desk.Save(Rss([.. Enumerable.Range(0, 8).Select(i => Item($"{i}", $"N{i}", "Norby is calm.", $"/{i}"))]));
        _desk.Web.Clock.Advance(Duration.FromHours(1));
        await _desk.Watch.RoundAsync(_desk.Watch.Due(), _ => { }, default, pagesOfAHost: 3);
        Assert.Equal((3, 5), (_desk.Reports.Count, _desk.Desk.Store.WantedPages().Count));
        await _desk.Watch.RoundAsync([], _ => { }, default);
        Assert.Equal((8, 0), (_desk.Reports.Count, _desk.Desk.Store.WantedPages().Count));
    }

    [Theory]
    [InlineData("feed_item")]
    [InlineData("feed")]
    [InlineData("finding")]
    [InlineData("report_address")]
    public async Task Disk_that_fails_in_the_middle_of_a_visit_leaves_nothing_of_it(string table)
    {
        _desk.Web.Page("/feed", asked => asked.Headers.ContainsKey("If-None-Match")
            ? (304, "", [])
            : (200, "ETag: \"v1\"", Encoding.UTF8.GetBytes(Rss(Item("1", "A", Story("Norby"), "/a"), Item("2", "B", Story("Sundale"), "/b")))));
        var before = _desk.Dump();
        _desk.Desk.Store.Writer.Execute($"CREATE TEMP TRIGGER broken BEFORE {(table == "feed" ? "UPDATE" : "INSERT")} ON {table} BEGIN SELECT raise(ABORT, 'broken'); END");
        Assert.Equal("ST07", (await Assert.ThrowsAsync<StoreException>(() => _desk.Round())).Code);
        Assert.Equal(before, _desk.Dump());

        _desk.Desk.Store.Writer.Execute("DROP TRIGGER broken");
        Assert.Equal(2, Assert.Single(await _desk.Round()).New);
    }

    [Fact]
    public async Task Two_that_watch_one_desk_double_nothing()
    {
        Prepare(_desk);
        _desk.Web.Clock.Advance(Duration.FromHours(1));
        var (one, other) = (_desk.Watch, _desk.Watch);
        var feeds = one.Due();
        await Task.WhenAll(one.RoundAsync(feeds, _ => { }, default), other.RoundAsync(feeds, _ => { }, default));
        await _desk.Round();
        Assert.Equal(4, _desk.Reports.Count);
        Assert.Empty(_desk.Desk.Store.Revisions());
    }

    [Fact]
    public async Task Items_that_nothing_but_their_words_tells_apart_are_all_kept()
    {
        _desk.Save(Rss(Item("same", "A", Story("Norby")), Item("same", "A", Story("Sundale")), Item("same", "A", Story("Norby"))));
        await _desk.Round();
        await _desk.Round();
        Assert.Equal(2, _desk.Reports.Count);
    }

    [Fact]
    public async Task Feeds_of_one_outlet_that_list_the_same_article_give_one_report()
    {
        _desk.AddFeed(_desk.Web.At("/other"));
        _desk.Web.Page("/norby", Page("Norby"));
        _desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby.", "/norby"), Item("2", "B", Story("Sundale"), "/b")));
        _desk.Web.Page("/other", Rss(Item("x", "Norby", "About 40 people left Norby.", "/norby"), Item("y", "B", Story("Sundale"), "/b")));
        await _desk.Round();
        Assert.Equal(2, _desk.Reports.Count);
        Assert.Empty(_desk.Desk.Store.Revisions());
    }

    [Fact]
    public async Task Watching_sleeps_until_something_is_due_and_stops_at_once()
    {
        _desk.Save(Rss(Item("1", "A", Story("Norby"))));
        using var cancel = new CancellationTokenSource();
        var slept = Duration.Zero;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _desk.Watch.RunAsync(_ => { }, (pause, _) =>
        {
            Assert.InRange(pause, Duration.FromTicks(1), Duration.FromMinutes(1));
            _desk.Web.Clock.Advance(pause);
            slept += pause;
            if (slept > Duration.FromHours(2)) cancel.Cancel();
            return Task.CompletedTask;
        }, cancel.Token));
        Assert.InRange(_desk.Web.Paths.Count(), 4, 5);
        Assert.Single(_desk.Reports);
    }

    /// <summary>Whatever a feed's bytes are: items or none, each with an identity of its own.</summary>
    [Fact]
    public void Feeds_of_any_bytes_give_items_or_none()
    {
        var random = new Random(37);
        var good = Encoding.UTF8.GetBytes(Rss(Item("1", "A", "Norby is calm.", "/a"), Item("1", "B", "Sundale is not.", "http://[x"), Item(null, "C", "", "/c"), Item("http://news.test/4", "", "Westport waits."), Item("5", "E", "Longsea.", $"/{new string('\u00E9', 2_000)}")));
        for (var round = 0; round < 1_000; round++)
        {
            var bytes = good.ToArray();
            for (var i = random.Next(0, 20); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var document = new RawDocument(_desk.Feed, bytes.AsMemory(0, random.Next(4) > 0 ? bytes.Length : random.Next(bytes.Length)), "application/rss+xml", _desk.Feed, _desk.Web.Clock.GetCurrentInstant());
            var feed = FeedDocument.Read(document, hadBadIds: random.Next(2) == 0);
            Assert.Equal(feed.Items.Length, feed.Items.Select(item => item.Key).Distinct(StringComparer.Ordinal).Count());
        }
    }

    private static void Prepare(FetchedDesk desk)
    {
        foreach (var name in (string[])["Norby", "Sundale", "Westport"]) desk.Web.Page($"/{name}", Page(name));
        desk.Save(Rss(Item("1", "Norby", "About 40 people left Norby.", "/Norby"), Item("2", "Sundale", "About 40 people left Sundale.", "/Sundale"),
            Item("3", "Westport", "About 40 people left Westport.", "/Westport"), Item("4", "Longsea", Story("Longsea"))));
    }

    private static List<string> Words(FetchedDesk desk) => [.. desk.Reports.Select(report => report.Text).Order(StringComparer.Ordinal)];

    private static Task LocalWebWrite(Stream stream, string text) => Fetching.LocalWeb.WriteAsync(stream, text);
}
