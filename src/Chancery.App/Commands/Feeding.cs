using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.App.Desk;
using Chancery.App.Feeds;
using Chancery.Store;
using NodaTime;

namespace Chancery.App.Commands;

/// <summary>What <c>feed fetch</c> and <c>watch</c> share.</summary>
internal static class Feeding
{
    public static Watch Open(KeptDesk desk, int? workers) => new(desk, Street.Open(workers, desk.Folder), Schedule(), SystemClock.Instance);

    // Two desks need not come due together; which of them is first is nobody's concern.
    public static Schedule Schedule() =>
        new(Duration.FromMinutes(Settings.Current.FeedInterval), new Random((int)(SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks() & int.MaxValue)));

    /// <summary>One line on a visit.</summary>
    public static void Say(Visit visit, Terminal terminal)
    {
        if (visit.What == "failed") return;
        string?[] parts =
        [
            visit.New > 0 ? Terminal.Count(visit.New, "new report") : null,
            visit.Revised > 0 ? $"of them {Terminal.Count(visit.Revised, "new version")} of others" : null,
            visit.Wanted > 0 ? Terminal.Count(visit.Wanted, "page") + " wanted" : null,
            visit.MovedTo is { } target ? $"moved to {target}" : null,
            visit.What == "gone" ? "gone for good" : null,
        ];
        if (parts.Any(part => part is not null)) terminal.Say($"{visit.Address}: {string.Join(", ", parts.OfType<string>())}");
    }
}

/// <summary>Feeds and visits as JSON.</summary>
internal static class FeedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(Feed feed, int wantedPages) => JsonSerializer.Serialize(new
    {
        feed.Address,
        feed.Title,
        added = feed.Added.ToString(),
        visited = feed.Visited?.ToString(),
        next = feed.IsGone ? null : feed.NextVisit.ToString(),
        gone = feed.IsGone,
        feed.Failures,
        feed.Said,
        wantedPages,
    }, Options);

    public static string Of(Visit visit) => JsonSerializer.Serialize(new
    {
        visit.Address,
        visit.What,
        visit.New,
        visit.Revised,
        visit.Findings,
        visit.Wanted,
        visit.MovedTo,
        refused = visit.Refusals.Select(refusal => new { refusal.Source, refusal.Code, refusal.Detail }),
    }, Options);
}
