using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Chancery.Tests.App.Web;

/// <summary>One desk for all tests of the pages: a plain report, a hostile one, and a file that is refused.</summary>
public sealed class SmallDesk : IDisposable
{
    private const string Plain = """
        Envoy says the embassy stays

        By Our Correspondent
        16 August 2021

        The special envoy of Norland, Ilan Marek, said on Monday that the embassy in Kabul would keep working. "We are staying in the capital for now," he said in an interview with Radio Ost.

        There are around 100 people in the embassy, Marek added.
        """;

    private readonly ServedDesk _desk = new(
        new Dictionary<string, byte[]> { ["plain.txt"] = ServedDesk.File8(Plain), ["hostile.txt"] = Hostile.Bytes, ["picture.txt"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0] },
        "{folder}");

    public SmallDesk() => Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _desk.Address };

    public HttpClient Client { get; }

    public Uri Address => _desk.Address;

    public void Dispose()
    {
        Client.Dispose();
        _desk.Dispose();
    }
}

/// <summary>The pages as a program sees them, without a browser.</summary>
public sealed class ServeTests(SmallDesk desk) : IClassFixture<SmallDesk>
{
    [Fact]
    public async Task Server_listens_on_this_machine_only_whatever_the_environment_says()
    {
        Assert.Equal("127.0.0.1", desk.Address.Host);
        Assert.Equal(HttpStatusCode.OK, (await desk.Client.GetAsync("/reports")).StatusCode);
    }

    [Theory]
    [InlineData("/reports")]
    [InlineData("/brief")]
    [InlineData("/reports.json")]
    [InlineData("/nowhere")]
    [InlineData("/dist/desk.js")]
    public async Task Every_answer_carries_the_strict_policy(string path)
    {
        using var answer = await desk.Client.GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Pages_hold_no_inline_script_or_style()
    {
        foreach (var path in await Paths())
        {
            var page = await Page(path);
            Assert.Empty(page.QuerySelectorAll("style, base, [style], object, embed"));
            Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.Equal("/dist/desk.js", Assert.Single(page.Scripts).GetAttribute("src"));
        }
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_and_cannot_turn_the_writing()
    {
        foreach (var path in await Paths())
        {
            var page = await Page(path);
            Assert.Empty(page.QuerySelectorAll("img, svg, iframe, b, main script"));
            Assert.DoesNotContain('\u202E', page.DocumentElement.OuterHtml);
        }

        var words = (await Page(await ReportPath("hostile.txt"))).QuerySelector(".words")!.TextContent;
        Assert.Contains("<script>window.hacked = 4</script>", words, StringComparison.Ordinal);
        Assert.Contains("<U+202E>ylno krow<U+202C>", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twin_of_a_report_holds_text_evidence_and_every_character_once()
    {
        var report = await Json($"{await ReportPath("plain.txt")}.json");
        var text = report.GetProperty("text").GetString()!;
        var quotes = report.GetProperty("kinds").EnumerateArray().SelectMany(kind => kind.GetProperty("cards").EnumerateArray())
            .SelectMany(card => card.GetProperty("quotes").EnumerateArray()).ToList();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Equal(text[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()], quote.GetProperty("quote").GetString()));
        var paragraphs = report.GetProperty("paragraphs").EnumerateArray()
            .Select(paragraph => string.Concat(paragraph.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("text").GetString())));
        Assert.Equal(text, string.Join("\n\n", paragraphs));
    }

    [Fact]
    public async Task Every_citation_of_the_brief_leads_to_words_that_are_there()
    {
        var citations = (await Json("/brief.json")).GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var href = citation.GetProperty("href").GetString()!.Split('#');
            Assert.Contains($"id=\"{href[1]}\"", await desk.Client.GetStringAsync(href[0]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Brief_in_pages_tells_every_line_once_with_its_citations()
    {
        var whole = Lines(await Json("/brief.json")).Select(line => line.ToString()).ToList();
        var paged = new List<string>();
        for (var path = "/brief.json?lines=1"; path.Length > 0;)
        {
            var page = await Json(path);
            var line = Assert.Single(Lines(page));
            Assert.Equal(
                line.GetProperty("citations").EnumerateArray().Select(number => number.GetInt32()),
                page.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("number").GetInt32()));
            await desk.Client.GetStringAsync(path.Replace(".json", "", StringComparison.Ordinal));
            paged.Add(line.ToString());
            path = page.TryGetProperty("after", out var after) ? after.GetString()!.Replace("/brief", "/brief.json", StringComparison.Ordinal) : "";
        }

        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Reports_are_listed_with_what_they_gave_and_what_was_refused()
    {
        var list = await Json("/reports.json");
        Assert.Equal(2, list.GetProperty("total").GetInt32());
        var plain = list.GetProperty("reports").EnumerateArray().Single(row => row.GetProperty("source").GetString() == "plain.txt");
        Assert.Equal("2021-08-16", plain.GetProperty("published").GetProperty("from").GetString());
        Assert.Contains(plain.GetProperty("lines").EnumerateArray(), line => line.GetProperty("kind").GetString() == "statement");
        Assert.Equal("picture.txt", Assert.Single(list.GetProperty("refusals").EnumerateArray()).GetProperty("source").GetString());
    }

    [Fact]
    public async Task Search_leads_from_a_word_to_the_line_that_holds_it()
    {
        var found = await Json("/reports.json?q=capital+kind:statement");
        var row = Assert.Single(found.GetProperty("reports").EnumerateArray());
        var href = Assert.Single(row.GetProperty("hits").EnumerateArray()).GetProperty("href").GetString()!.Split('#');
        Assert.Contains($"id=\"{href[1]}\"", await desk.Client.GetStringAsync(href[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_a_page_for_a_person_and_a_problem_for_a_program()
    {
        using var page = await desk.Client.GetAsync("/reports/rp-nowhere");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        using var problem = await desk.Client.GetAsync("/reports/rp-nowhere.json");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (problem.StatusCode, problem.Content.Headers.ContentType!.MediaType));
        Assert.Equal(404, JsonDocument.Parse(await problem.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("desk.example")]
    [InlineData("127.0.0.1.nip.example")]
    [InlineData("localhost.")]
    public async Task Another_name_for_this_machine_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports");
        request.Headers.Host = host;
        using var answer = await desk.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("plain.txt", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        using var answer = await desk.Client.PostAsync("/reports", new StringContent(""));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Day_that_is_none_is_said_and_left_aside()
    {
        var brief = await Json("/brief.json?since=yesterday");
        Assert.Contains("yesterday", Assert.Single(brief.GetProperty("notes").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(brief.GetProperty("sections").EnumerateArray());
    }

    [Fact]
    public async Task Empty_desk_teaches_how_to_begin()
    {
        using var empty = new ServedDesk(new Dictionary<string, byte[]>(), "--desk", "{folder}");
        using var client = new HttpClient { BaseAddress = empty.Address };
        Assert.Contains($"chancery add PATH --desk {empty.Folder}", WebUtility.HtmlDecode(await client.GetStringAsync("/reports")), StringComparison.Ordinal);
        Assert.Contains("chancery add PATH", WebUtility.HtmlDecode(await client.GetStringAsync("/brief")), StringComparison.Ordinal);
    }

    [Fact]
    public void Port_that_is_taken_is_said()
    {
        using var chancery = new Commands.Chancery();
        var run = chancery.Run("serve", "--port", desk.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1, run.Exit);
        Assert.Contains("address already in use", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Lines(JsonElement brief) => brief.GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("groups").EnumerateArray()).SelectMany(group => group.GetProperty("lines").EnumerateArray());

    private async Task<string[]> Paths() => ["/reports", "/brief", "/reports?q=embassy", await ReportPath("plain.txt"), await ReportPath("hostile.txt")];

    private async Task<string> ReportPath(string source) => (await Json("/reports.json")).GetProperty("reports").EnumerateArray()
        .Single(row => row.GetProperty("source").GetString() == source).GetProperty("href").GetString()!;

    private async Task<IHtmlDocument> Page(string path) => new HtmlParser().ParseDocument(await desk.Client.GetStringAsync(path));

    private async Task<JsonElement> Json(string path) => JsonDocument.Parse(await desk.Client.GetStringAsync(path)).RootElement;
}
