using System.Text.Json;
using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>A person at the desk: from a sentence of the brief to the words it rests on, and back.</summary>
public sealed class DeskTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [BrowserFact]
    public async Task Citation_followed_lights_exactly_its_words_and_their_card()
    {
        await using var page = await browser.OpenPage();
        await page.Go("/brief");
        await page.Picture("brief");
        foreach (var citation in (await Json(page, "/brief.json")).GetProperty("citations").EnumerateArray().Take(4).ToList())
        {
            await page.Go("/brief");
            await page.Page.Locator($".lines a.cite[href='{citation.GetProperty("href").GetString()}']").First.ClickAsync();
            await page.Page.WaitForURLAsync($"**{citation.GetProperty("href").GetString()}");
            await page.Page.Locator("mark.lit").First.WaitForAsync();
            Assert.Equal(citation.GetProperty("quote").GetString(), await page.LitWords());
            Assert.NotEmpty(await page.LitCards());
            Assert.True(await page.IsInView("mark.lit"));
        }

        await page.Picture("report");
    }

    [BrowserFact]
    public async Task Words_clicked_light_their_card_and_a_card_clicked_lights_its_words()
    {
        await using var page = await browser.OpenPage();
        var card = await OpenStatement(page);
        await page.Page.Locator($"mark[data-records^='{card.Id}'] a").First.ClickAsync();
        Assert.Equal([card.Id], await page.LitCards());
        Assert.Equal(card.Quote, await page.LitWords());
        Assert.True(await page.IsInView($"#card-{card.Id}"));
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.Empty(await page.LitWords());
        await page.Page.Locator($"#card-{card.Id} .sentence").ClickAsync();
        Assert.Equal(card.Quote, await page.LitWords());
        Assert.Equal([card.Id], await page.LitCards());
        Assert.EndsWith($"#{card.Id}", page.Page.Url, StringComparison.Ordinal);
        await page.Page.ReloadAsync();
        await page.Page.Locator("mark.lit").First.WaitForAsync();
        Assert.Equal(card.Quote, await page.LitWords());
    }

    [BrowserFact]
    public async Task Keyboard_alone_goes_both_ways()
    {
        await using var page = await browser.OpenPage();
        var card = await OpenStatement(page);
        await page.Page.Locator($"mark[data-records~='{card.Id}'] a:not([tabindex])").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        var lit = await page.LitCards();
        Assert.Contains(card.Id, lit);
        Assert.Contains((await Focused(page))["card-".Length..], lit);
        await page.Page.Locator($"#card-{card.Id}").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        var next = await Focused(page);
        Assert.NotEqual($"card-{card.Id}", next);
        Assert.Equal([next["card-".Length..]], await page.LitCards());
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("A", await page.Page.EvaluateAsync<string>("document.activeElement.closest('mark.lit') ? document.activeElement.tagName : ''"));
    }

    [BrowserFact]
    public async Task Without_script_the_same_links_lead_to_the_same_places()
    {
        await using var page = await browser.OpenPage(new() { JavaScriptEnabled = false });
        await page.Go("/brief");
        await page.Page.Locator(".lines a.cite").First.ClickAsync();
        var target = page.Page.Locator("mark:has(:target)");
        await target.WaitForAsync();
        await page.Page.WaitForLoadStateAsync();
        Assert.Equal(await Lit(page), await target.EvaluateAsync<string>("mark => getComputedStyle(mark).backgroundColor"));
        await target.Locator("a").ClickAsync();
        await page.Page.Locator(".card:target").WaitForAsync();
        await page.Go("/reports?q=embassy");
        Assert.NotEqual(0, await page.Page.Locator(".hits a").CountAsync());
    }

    [BrowserFact]
    public async Task Hostile_report_is_read_and_does_not_act()
    {
        await using var page = await browser.OpenPage();
        await page.Go("/reports");
        await page.Page.Locator("h2 a", new() { HasText = "Envoy \"quotes\"" }).ClickAsync();
        await page.Page.Locator(".words mark").First.WaitForAsync();
        Assert.Contains("<script>window.hacked = 4</script>", await page.Page.Locator(".words").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("<U+202E>", await page.Page.Locator(".words").InnerTextAsync(), StringComparison.Ordinal);
        await page.Page.Locator(".card .sentence").First.ClickAsync();
        await page.Go("/brief");
        Assert.Equal("undefined", await page.Page.EvaluateAsync<string>("typeof window.hacked"));
        Assert.Equal(0, await page.Page.Locator("main :is(script, img, svg, iframe, b)").CountAsync());
    }

    [BrowserFact]
    public async Task Search_answers_while_typing_and_leads_to_the_words()
    {
        await using var page = await browser.OpenPage();
        await page.Go("/reports");
        await page.Picture("reports");
        await page.Page.EvaluateAsync("window.stayed = true");
        await page.Page.Locator("#q").PressSequentiallyAsync("embassy kind:statement");
        await page.Page.Locator(".hits a").First.WaitForAsync();
        await page.Page.WaitForURLAsync("**/reports?q=embassy*statement");
        Assert.True(await page.Page.EvaluateAsync<bool>("window.stayed"));
        await page.Picture("search");
        await page.Page.Locator(".hits a").First.ClickAsync();
        await page.Page.Locator("mark.lit").First.WaitForAsync();
        Assert.NotEmpty(await page.LitCards());
    }

    [BrowserFact]
    public async Task Pages_have_no_fault_that_axe_finds_in_light_and_dark()
    {
        var axe = await File.ReadAllTextAsync(OpenBrowser.InRepository("src", "Chancery.App", "Web", "client", "node_modules", "axe-core", "axe.min.js"));
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var page = await browser.OpenPage(new() { ColorScheme = scheme });
            foreach (var path in new[] { "/reports", "/reports?q=embassy", "/brief", $"{await FirstReport(page)}", "/nowhere.html" })
            {
                await page.Go(path);
                if (path.Contains("/rp-", StringComparison.Ordinal)) await page.Page.Locator(".card .sentence").First.ClickAsync();
                await page.Page.EvaluateAsync(axe);
                var faults = await page.Page.EvaluateAsync<string[]>(
                    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(found => found.violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.html} ${node.failureSummary}`)))");
                Assert.True(faults.Length == 0, $"{path} {scheme}:\n{string.Join('\n', faults.Take(5))}");
                page.Forgive("404");
            }
        }
    }

    [BrowserFact]
    public async Task Narrow_and_dark_pages_fit_and_do_not_scroll_sideways()
    {
        await using var page = await browser.OpenPage(new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = ColorScheme.Dark });
        foreach (var path in new[] { "/reports", "/brief", await FirstReport(page) })
        {
            await page.Go(path);
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
            await page.Picture($"dark-phone{path.Split('/')[1]}{(path.Contains("/rp-", StringComparison.Ordinal) ? "-one" : "")}");
        }
    }

    private static Task<string> Lit(WatchedPage page) => page.Page.EvaluateAsync<string>(
        "(() => { const probe = document.createElement('i'); probe.style.color = 'var(--lit)'; document.body.append(probe); const color = getComputedStyle(probe).color; probe.remove(); return color; })()");

    private static Task<string> Focused(WatchedPage page) => page.Page.EvaluateAsync<string>("document.activeElement.id");

    private static async Task<JsonElement> Json(WatchedPage page, string path)
    {
        var answer = await page.Page.APIRequest.GetAsync(new Uri(new Uri(page.Page.Url), path).ToString());
        return JsonDocument.Parse(await answer.TextAsync()).RootElement;
    }

    private static async Task<string> FirstReport(WatchedPage page)
    {
        await page.Go("/reports");
        return (await Json(page, "/reports.json")).GetProperty("reports").EnumerateArray()
            .First(row => row.GetProperty("source").GetString() == "harbour-post-embassies.html").GetProperty("href").GetString()!;
    }

    /// <summary>Opens a sample with many records; gives its second statement and that statement's words.</summary>
    private static async Task<(string Id, string Quote)> OpenStatement(WatchedPage page)
    {
        var path = await FirstReport(page);
        await page.Go(path);
        await page.Page.Locator(".card").First.WaitForAsync();
        var cards = (await Json(page, $"{path}.json")).GetProperty("kinds").EnumerateArray()
            .Single(kind => kind.GetProperty("kind").GetString() == "statement").GetProperty("cards").EnumerateArray();
        var card = cards.ElementAt(1);
        return (card.GetProperty("id").GetString()!, string.Concat(card.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("quote").GetString())));
    }
}
