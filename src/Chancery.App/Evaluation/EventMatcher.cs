using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>What was right of the events of one report.</summary>
/// <param name="Marked">Marked events that are not optional.</param>
/// <param name="Found">Found events, without those that only meet optional ones.</param>
/// <param name="Type">Pairs with the right type.</param>
/// <param name="Actor">Of these, with a right actor.</param>
/// <param name="Status">Of these, with the right status.</param>
internal readonly record struct EventCounts(int Marked, int Found, int Type, int Actor, int Status)
{
    public static EventCounts operator +(EventCounts left, EventCounts right) =>
        new(left.Marked + right.Marked, left.Found + right.Found, left.Type + right.Type, left.Actor + right.Actor, left.Status + right.Status);

    /// <summary>The counts for one of the three.</summary>
    public Counts Of(int right) => new(Marked, Found, right);
}

/// <summary>A found event and where its evidence stands in the file's text, in characters that are not white space.</summary>
internal sealed record FoundEvent(Event Event, IReadOnlyList<Span> Places);

/// <summary>Pairs found events with marked ones, one to one, as <c>eval/events/README.md</c> says: most right in type, actor and status first, then in type and actor, then in type.</summary>
internal static class EventMatcher
{
    // Each level outweighs everything below it in a report of fewer than a thousand events.
    private const double StatusWeight = 1e9, ActorWeight = 1e6, TypeWeight = 1e3;

    /// <param name="text">The file's text.</param>
    /// <param name="report">Its marks.</param>
    /// <param name="found">What was found.</param>
    public static EventCounts Count(BlackText text, MarkedReport report, IReadOnlyList<FoundEvent> found)
    {
        var sentences = report.Sentences.Select(text.Place).ToList();
        var (weights, optional) = (new Dictionary<(int Gold, int System), double>(), new HashSet<int>());
        for (var m = 0; m < report.Events.Count; m++)
            for (var f = 0; f < found.Count; f++)
                if (Weight(text, sentences, report.Events[m], found[f]) is > 0 and var weight)
                {
                    if (report.Events[m].IsOptional) optional.Add(f);
                    else weights[(m, f)] = weight;
                }

        var pairs = ChainAlignment.Pairs(weights);
        var paired = pairs.Select(pair => pair.System).ToHashSet();
        return new EventCounts(
            report.Events.Count(marked => !marked.IsOptional), found.Count - optional.Count(f => !paired.Contains(f)), pairs.Count,
            pairs.Count(pair => weights[pair] >= ActorWeight), pairs.Count(pair => weights[pair] >= StatusWeight));
    }

    /// <summary>0 if the two cannot be one.</summary>
    private static double Weight(BlackText text, List<Span> sentences, MarkedEvent marked, FoundEvent found)
    {
        if (!marked.Types.Contains(found.Event.Type)) return 0;
        var mentions = marked.Mentions.Select(text.Place).ToList();
        var told = sentences.Where(sentence => mentions.Exists(mention => mention.OverlapsWith(sentence)));
        if (!told.Any(sentence => found.Places.Any(sentence.OverlapsWith))) return 0;
        var isActor = HasActor(marked, found.Event);
        return TypeWeight + (isActor ? ActorWeight : 0) + (isActor && marked.Statuses.Contains(found.Event.Status) ? StatusWeight : 0) +
            (found.Places.Any(place => mentions.Exists(place.OverlapsWith)) ? 1 : 0);
    }

    private static bool HasActor(MarkedEvent marked, Event found)
    {
        if (found.Actors.Count == 0) return marked.Actors.Contains(null);
        for (var i = 0; i < marked.Actors.Count; i++)
            foreach (var actor in found.Actors)
                if ((i < marked.Countries.Count && marked.Countries[i].Length > 0 && marked.Countries[i] == actor.Country) || (marked.Actors[i] ?? "").Split('|').Any(name => Holds(name, actor.Name)))
                    return true;
        return false;
    }

    /// <summary>True if one name holds the other as whole words.</summary>
    private static bool Holds(string one, string other)
    {
        var (left, right) = (Bare(one), Bare(other));
        return left.Length > 2 && right.Length > 2 && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal));
    }

    private static string Bare(string name)
    {
        var words = name.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return $" {string.Join(' ', words is ["the", ..] ? words[1..] : words)} ";
    }
}
