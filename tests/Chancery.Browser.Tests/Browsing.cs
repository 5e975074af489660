using Microsoft.Playwright;

namespace Chancery.Browser.Tests;

/// <summary>What the browser tests need besides the program: Debian's Chromium and the driver of Playwright.</summary>
internal static class Browsing
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Nothing that runs in the background may call anybody.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Why the tests are skipped; <see langword="null"/> if they can run.</summary>
    public static string? SkipReason { get; } = Reason();

    private static string? Chromium { get; } = Places.FirstOrDefault(File.Exists);

    private static string Driver => Path.Combine(AppContext.BaseDirectory, ".playwright");

    public static async Task<IBrowser> Launch(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments, Headless = true });

    private static string? Reason()
    {
        if (!Places.Any(File.Exists)) return $"There is no Chromium ({string.Join(", ", Places)}); Debian: apt-get install chromium.";
        if (!File.Exists(Path.Combine(Driver, "package", "cli.js"))) return $"The driver of Playwright is not in {Driver}; build the tests again.";
        if (Directory.EnumerateFiles(Path.Combine(Driver, "node"), "node*", SearchOption.AllDirectories).Any()) return null;
        if (NodeOnPath() is not { } node) return "The driver of Playwright came without its own Node, and there is no 'node' on the PATH.";
        Environment.SetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH", node);
        return null;
    }

    private static string? NodeOnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")).FirstOrDefault(File.Exists);
}

/// <summary>A fact that needs a browser and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browsing.SkipReason;
}
