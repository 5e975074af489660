using Chancery.Record.Findings;

namespace Chancery.Record.Briefs;

/// <summary>The sentence of an event: what it is, by whom, to whom, where and whether it happened, and the report's words for it.</summary>
internal static class EventSentence
{
    /// <summary>What a type is called and what leads to its recipient; a mode with another name stands behind a colon.</summary>
    private static readonly Dictionary<string, (string Noun, string Link)> Names = new(StringComparer.Ordinal)
    {
        ["AGREE"] = ("agreement", "with"),
        ["CONSULT"] = ("meeting or talks", "with"),
        ["CONSULT:visit"] = ("visit", "to"),
        ["CONSULT:phone"] = ("telephone call", "with"),
        ["SUPPORT"] = ("support", "for"),
        ["CONCEDE"] = ("concession", "to"),
        ["COOPERATE"] = ("cooperation", "with"),
        ["AID"] = ("help", "for"),
        ["RETREAT"] = ("withdrawal", "from"),
        ["RETREAT:release"] = ("release", "of"),
        ["RETREAT:ceasefire"] = ("ceasefire", "with"),
        ["RETREAT:resign"] = ("resignation", "from"),
        ["RETREAT:disarm"] = ("disarmament", "towards"),
        ["REQUEST"] = ("demand", "to"),
        ["ACCUSE"] = ("accusation", "against"),
        ["ACCUSE:investigate"] = ("investigation", "of"),
        ["REJECT"] = ("refusal", "towards"),
        ["THREATEN"] = ("threat", "against"),
        ["PROTEST"] = ("protest", "against"),
        ["PROTEST:strike"] = ("strike", "against"),
        ["PROTEST:riot"] = ("riot", "against"),
        ["PROTEST:boycott"] = ("boycott", "of"),
        ["SANCTION"] = ("sanctions", "against"),
        ["SANCTION:convict"] = ("conviction", "of"),
        ["SANCTION:expel"] = ("expulsion", "of"),
        ["MOBILIZE"] = ("mobilisation", "against"),
        ["COERCE"] = ("coercion", "of"),
        ["COERCE:arrest"] = ("arrest", "of"),
        ["COERCE:seize"] = ("seizure", "of"),
        ["COERCE:deport"] = ("deportation", "of"),
        ["COERCE:restrict"] = ("restriction", "of"),
        ["ASSAULT"] = ("attack", "on"),
        ["ASSAULT:abduct"] = ("abduction", "of"),
    };

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["occurred"] = "",
        ["planned"] = "planned ",
        ["ongoing"] = "ongoing ",
        ["possible"] = "possible ",
        ["conditional"] = "conditional ",
        ["denied"] = "denied: ",
    };

    public static void Write(SentenceBuilder sentence, Event happening, Telling telling)
    {
        var (noun, link) = Names.TryGetValue($"{happening.Type}:{happening.Mode}", out var known) || Names.TryGetValue(happening.Type, out known) ? known : (happening.Type.ToLowerInvariant(), "to");
        sentence.Words($"{Statuses.GetValueOrDefault(happening.Status, "")}{noun}");
        if (happening.Actors.Count > 0) sentence.Words($" {(happening.Type is "AGREE" or "CONSULT" or "COOPERATE" ? "of" : "by")} {List(happening.Actors, telling)}");
        if (happening.Recipients.Count > 0) sentence.Words($" {link} {List(happening.Recipients, telling)}");
        if (happening.Place is { } place && happening.Recipients.All(party => party.Name != place.Name)) sentence.Words($" in {place.Name}");
        sentence.Words(": ").Reported(happening.Evidence[0].Quote);
        if (happening.Background) sentence.Words(" (recalled as background)");
    }

    private static string List(IEnumerable<Party> parties, Telling telling) => string.Join(" and ", parties.Select(telling.Name));
}
