using Chancery.Tests.App.Web;
using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>One browser and one desk of samples and hostile reports for all tests.</summary>
public sealed class OpenBrowser : IAsyncLifetime, IDisposable
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ServedDesk? _desk;

    /// <summary>Where the desk answers, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (Browsing.SkipReason is not null) return;
        _desk = new ServedDesk(new Dictionary<string, byte[]> { ["hostile.txt"] = Hostile.Bytes }, InRepository("samples"), "{folder}");
        Address = _desk.Address.GetLeftPart(UriPartial.Authority);
        _playwright = await Playwright.CreateAsync();
        _browser = await Browsing.Launch(_playwright);
    }

    /// <summary>A fresh page whose every error and request is watched.</summary>
    internal async Task<WatchedPage> OpenPage(BrowserNewContextOptions? options = null)
    {
        // Without motion a jump is over when it is made, and no test has to wait for it.
        var context = await _browser!.NewContextAsync(new(options ?? new()) { ReducedMotion = ReducedMotion.Reduce });
        return new WatchedPage(await context.NewPageAsync(), Address);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        _desk?.Dispose();
        _desk = null;
    }

    /// <summary>A place in the repository.</summary>
    public static string InRepository(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Chancery.slnx"))) folder = folder.Parent;
        return Path.Combine([folder?.FullName ?? throw new DirectoryNotFoundException("The repository was not found."), .. parts]);
    }
}

/// <summary>A page that remembers what it complained about and whom it called.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private readonly string _address;

    public WatchedPage(IPage page, string address)
    {
        Page = page;
        _address = address;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _faults.Add($"{message.Type}: {message.Text}"); };
        page.PageError += (_, fault) => _faults.Add(fault);
        page.Request += (_, request) => { if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) _faults.Add($"called {request.Url}"); };
    }

    public IPage Page { get; }

    public Task Go(string path) => Page.GotoAsync(_address + path);

    /// <summary>The words that are lit, in the order of the text.</summary>
    public async Task<string> LitWords() => string.Concat(await Page.Locator("mark.lit").AllTextContentsAsync());

    /// <summary>The ids of the records whose cards are lit.</summary>
    public Task<string[]> LitCards() => Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.card.lit')].map(card => card.dataset.record)");

    public Task<bool> IsInView(string selector) => Page.EvaluateAsync<bool>(
        "selector => { const box = document.querySelector(selector).getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; }", selector);

    /// <summary>Forgets complaints that hold this word and are the test's own doing.</summary>
    public void Forgive(string word) => _faults.RemoveAll(fault => fault.Contains(word, StringComparison.Ordinal));

    /// <summary>Keeps a picture where <c>CHANCERY_PICTURES</c> names a folder.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("CHANCERY_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"web-{name}.png") });
    }

    /// <summary>Fails if the page complained or called anybody but the desk.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(_faults);
    }
}
