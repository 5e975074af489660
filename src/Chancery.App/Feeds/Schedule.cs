using Chancery.App.Fetching;
using NodaTime;

namespace Chancery.App.Feeds;

/// <summary>When a feed or page is visited again. Clock and chance are handed in.</summary>
/// <param name="interval">Between two visits that do not fail.</param>
/// <param name="chance">Spreads visits, so that not all feeds come due at once.</param>
internal sealed class Schedule(Duration interval, Random chance)
{
    /// <summary>No pause is longer: what was down is found again within a day.</summary>
    public static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>Visits to a page that fail before its item's own words must do.</summary>
    public const int MostAttempts = 5;

    private static readonly Duration FirstRetry = Duration.FromMinutes(5);

    /// <summary>After a visit that did not fail: the interval, or what the server asks for if that is longer.</summary>
    public Instant AfterVisit(Fetched fetched) => fetched.Retrieved + Spread(Duration.Max(interval, RetryAfter.MaxAge(fetched) ?? Duration.Zero), fetched);

    /// <summary>After a failure: twice as long each time, up to a day; never before the server wants it.</summary>
    /// <param name="fetched">The visit.</param>
    /// <param name="failures">How many in a row, this one among them.</param>
    public Instant AfterFailure(Fetched fetched, int failures) =>
        fetched.Retrieved + Spread(FirstRetry * Math.Pow(2, Math.Min(failures - 1, 12)), fetched);

    private Duration Spread(Duration pause, Fetched fetched)
    {
        lock (chance)
        {
            var spread = Duration.Min(pause, Longest) * (1 + (chance.NextDouble() / 10));
            return fetched.NotBefore is { } wanted ? Duration.Max(spread, wanted - fetched.Retrieved) : spread;
        }
    }
}
