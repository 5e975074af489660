using Chancery.Record.Findings;

namespace Chancery.Record.Briefs;

/// <summary>The plain sentences of the kinds that are neither statement nor figure.</summary>
internal static class OtherSentences
{
    private static readonly Dictionary<string, string> Changes = new(StringComparer.Ordinal)
    {
        ["took"] = "is reported to have taken",
        ["holds"] = "is reported to hold",
        ["contested"] = "is reported to contest",
        ["lost"] = "is reported to have lost",
        ["encircles"] = "is reported to encircle",
    };

    public static void Write(SentenceBuilder sentence, Position position, Telling telling)
    {
        sentence.Words($"{telling.Name(position.Holder)} is reported as {position.Stance} on {position.Topic}");
        if (position.About is { } about) sentence.Words(" (").Reported(about).Words(")");
        if (position.Condition is { } condition) sentence.Words(", the condition being ").Reported(condition);
    }

    public static void Write(SentenceBuilder sentence, Pledge pledge, Telling telling)
    {
        sentence.Words($"{telling.Name(pledge.Promisor)} is reported to have pledged");
        if (pledge.Beneficiary is { } beneficiary) sentence.Words($", to {telling.Name(beneficiary)}");
        sentence.Words(": ").Reported(pledge.Content);
        if (pledge.Condition is { } condition) sentence.Words(", on condition: ").Reported(condition);
        if (pledge.Deadline is { } deadline) sentence.Words(", to be kept ").Day(deadline.From, deadline.To, deadline.Text);
        sentence.Words($" (outcome: {pledge.Outcome})");
    }

    public static void Write(SentenceBuilder sentence, Mission mission, Telling telling)
    {
        sentence.Words($"the {mission.Type} of {telling.Name(mission.State)}");
        var where = mission.City ?? (mission.Country is null ? null : Phrases.Country(mission.Country, telling.Options));
        if (where is not null) sentence.Words($" in {where}");
        sentence.Words($" is reported as {mission.Status}");
        if (mission.Staff is { } staff)
        {
            sentence.Words(", staff: ");
            FigureSentence.Write(sentence, staff with { Evidence = mission.Evidence });
        }
    }

    public static void Write(SentenceBuilder sentence, Control control, Telling telling) => sentence.Words(
        $"{telling.Name(control.Controller)} {Changes.GetValueOrDefault(control.Change, $"is reported ({control.Change}) of")} {control.Place.Name}");

    public static void Write(SentenceBuilder sentence, Event happening, Telling telling)
    {
        var actors = List(happening.Actors, telling);
        var recipients = List(happening.Recipients, telling);
        sentence.Words($"{happening.Status} ({happening.Type.ToLowerInvariant()})");
        if (actors.Length > 0) sentence.Words($", by {actors}");
        if (recipients.Length > 0) sentence.Words($", to {recipients}");
        if (happening.Place is { } place) sentence.Words($", in {place.Name}");
        sentence.Words(": ").Reported(happening.Evidence[0].Quote);
        if (happening.Background) sentence.Words(" (recalled as background)");
    }

    private static string List(IEnumerable<Party> parties, Telling telling) =>
        string.Join(" and ", parties.Select(party => telling.Name(party)));
}
