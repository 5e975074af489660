using System.Collections.Concurrent;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>What a site's robots.txt asks.</summary>
/// <param name="Rules">Its rules; <see langword="null"/> if they could not be had.</param>
/// <param name="Code">Why not: one of <see cref="FetchCodes"/>.</param>
/// <param name="Detail">The reason in a sentence.</param>
internal sealed record RobotsAnswer(RobotsRules? Rules, string Code, string Detail);

/// <summary>
/// The robots.txt of each site, asked for when it is first needed and again after a day. As RFC 9309 has it: a 4xx allows
/// everything, a 5xx or no answer forbids everything until it can be had.
/// </summary>
/// <param name="rules">How long it counts.</param>
/// <param name="clock">Now.</param>
/// <param name="fetch">Fetches an address without asking any robots.txt.</param>
internal sealed class RobotsReader(FetchRules rules, IClock clock, Func<Uri, CancellationToken, Task<Fetched>> fetch)
{
    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the site asks; without rules if they could not be had, with the code that says why.</summary>
    public async Task<RobotsAnswer> OfAsync(Uri address, CancellationToken cancel)
    {
        var root = address.GetLeftPart(UriPartial.Authority);
        var site = _sites.GetOrAdd(root, static _ => new Site());
        await site.Door.WaitAsync(cancel);
        try
        {
            if (clock.GetCurrentInstant() >= site.Until)
            {
                var fetched = await fetch(new Uri(root + "/robots.txt"), cancel);
                site.Answer = Read(fetched);
                site.Until = clock.GetCurrentInstant() + (site.Answer.Rules is null ? rules.RobotsRetry : rules.RobotsAge);
            }

            return site.Answer;
        }
        finally
        {
            site.Door.Release();
        }
    }

    private static RobotsAnswer Read(Fetched fetched)
    {
        if (fetched.IsBody) return new RobotsAnswer(RobotsRules.Read(fetched.Bytes.Span, FetchRules.Product), "", "");
        if (fetched.Status is >= 400 and < 500 and not 429 || fetched.Code is FetchCodes.LostInRedirects) return new RobotsAnswer(RobotsRules.None, "", "");
        // Where nobody answers at all, that is the reason, and robots.txt only the first to meet it.
        return fetched.Status == 0
            ? new RobotsAnswer(null, fetched.Code!, fetched.Detail!)
            : new RobotsAnswer(null, FetchCodes.RobotsUnknown, $"The site's robots.txt could not be had ({fetched.Detail}), so that it is not known what may be fetched; try again later.");
    }

    private sealed class Site
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public RobotsAnswer Answer { get; set; } = null!;

        public Instant Until { get; set; } = Instant.MinValue;
    }
}
