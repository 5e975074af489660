using System.Collections.Immutable;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>How much a fetch may cost, how long it may take, and what it never touches. The bytes are those of <c>Intake/Limits.cs</c>.</summary>
internal sealed record FetchRules
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Bytes of a body as sent.</summary>
    public int WireBytes { get; init; } = 10 * Megabyte;

    /// <summary>Bytes of a body unpacked.</summary>
    public int UnpackedBytes { get; init; } = 20 * Megabyte;

    /// <summary>How many bytes one sent byte may become once <see cref="RatioFrom"/> were unpacked.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Unpacked bytes below which no ratio counts.</summary>
    public int RatioFrom { get; init; } = Megabyte;

    /// <summary>How often a body may be packed in itself.</summary>
    public int Packings { get; init; } = 2;

    /// <summary>Redirects followed.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>To a connection, TLS included.</summary>
    public Duration Connect { get; init; } = Duration.FromSeconds(10);

    /// <summary>From the request to the end of the answer's head.</summary>
    public Duration Head { get; init; } = Duration.FromSeconds(20);

    /// <summary>For the whole body.</summary>
    public Duration Body { get; init; } = Duration.FromSeconds(60);

    /// <summary>Between two pieces of a body.</summary>
    public Duration Idle { get; init; } = Duration.FromSeconds(10);

    /// <summary>Between two visits to one host; <c>Crawl-delay</c> of robots.txt can make it longer, up to <see cref="LongestDelay"/>.</summary>
    public Duration HostDelay { get; init; } = Duration.FromSeconds(2);

    /// <summary>A host that asks for a longer pause is left alone until then, instead of waited for.</summary>
    public Duration LongestDelay { get; init; } = Duration.FromSeconds(60);

    /// <summary>How long a robots.txt counts (RFC 9309: at most a day).</summary>
    public Duration RobotsAge { get; init; } = Duration.FromHours(24);

    /// <summary>How long a robots.txt that could not be had forbids before it is asked for again.</summary>
    public Duration RobotsRetry { get; init; } = Duration.FromMinutes(10);

    /// <summary>
    /// Hosts that may lie inside: a name or address in small letters, as written in the address bar, with <c>:port</c> for that port only.
    /// What is not named here is never reached, wherever a name or redirect leads.
    /// </summary>
    public ImmutableHashSet<string> AllowedHosts { get; init; } = [];

    /// <summary>Who fetches, and how to reach a person.</summary>
    public string Agent { get; init; } = "chancery/0.1";

    /// <summary>The word by which robots.txt may name us.</summary>
    public const string Product = "chancery";

    /// <summary>The rules as set.</summary>
    public static FetchRules Of(Settings settings) => new()
    {
        AllowedHosts = [.. settings.AllowedHosts.Select(host => host.ToLowerInvariant())],
        HostDelay = Duration.FromSeconds(settings.HostDelaySeconds),
        Agent = settings.Value(Settings.Contact) is { } contact ? $"chancery/0.1 (+{contact})" : "chancery/0.1",
    };

    /// <summary>True if somebody said in so many words that this host may be reached, wherever it lies.</summary>
    public bool Allows(string host, int port)
    {
        var name = host.Trim('[', ']').ToLowerInvariant();
        return AllowedHosts.Contains(name) || AllowedHosts.Contains($"{name}:{port}") || AllowedHosts.Contains($"[{name}]:{port}");
    }
}
