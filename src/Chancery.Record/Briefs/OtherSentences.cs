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

    public static void Write(SentenceBuilder sentence, Control control, Telling telling)
    {
        var change = Changes.GetValueOrDefault(control.Change, $"is reported ({control.Change}) of");
        if (IsPlural(control.Controller.Name)) change = $"are{change[2..]}";
        sentence.Words($"{telling.Name(control.Controller)} {change} {control.Place.Name}");
    }

    /// <summary>"Taliban leaders", "government forces": a last word in small letters with the plural's s.</summary>
    private static bool IsPlural(string name) => name.Split(' ')[^1] is { Length: > 3 } last && char.IsLower(last[0]) && last[^1] == 's' && last[^2] != 's';
}
