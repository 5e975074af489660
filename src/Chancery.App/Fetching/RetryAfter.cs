using System.Globalization;
using NodaTime;

namespace Chancery.App.Fetching;

/// <summary>Until when an answer wants us to stay away: <c>Retry-After</c> (RFC 9110), in seconds or as a day with its time.</summary>
internal static class RetryAfter
{
    /// <summary>No server is believed beyond so long.</summary>
    public static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>The instant, at most a day away; <see langword="null"/> if it does not say.</summary>
    public static Instant? Of(Fetched answer)
    {
        if (answer.HeaderOf("Retry-After") is not { } text) return null;
        var now = answer.Retrieved;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return now + Duration.Min(Duration.FromSeconds(Math.Min(seconds, 86_400)), Longest);
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)) return null;
        return Instant.Max(now, Instant.Min(Instant.FromDateTimeOffset(day), now + Longest));
    }

    /// <summary>How long the copy counts as fresh, as its <c>Cache-Control: max-age</c> says; at most a day.</summary>
    public static Duration? MaxAge(Fetched answer)
    {
        foreach (var part in (answer.HeaderOf("Cache-Control") ?? "").Split(',', StringSplitOptions.TrimEntries))
            if (part.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase) && int.TryParse(part["max-age=".Length..].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                return Duration.Min(Duration.FromSeconds(seconds), Longest);
        return null;
    }
}
