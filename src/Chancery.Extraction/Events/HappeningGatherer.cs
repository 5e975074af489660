using Chancery.Record;

namespace Chancery.Extraction.Events;

/// <summary>Gathers what a report tells of one happening in several sentences: one type, one voice, parties, day and place that can be the same.</summary>
internal static class HappeningGatherer
{
    // Two signs of four (actor, recipient, day, place) must agree, and none contradict.
    private const int Enough = 2;

    // Happenings farther back than this are not asked, so that time stays linear.
    private const int Farthest = 64;

    /// <summary>One for each happening, in the order of the text.</summary>
    public static List<Happening> Gather(IEnumerable<Happening> happenings)
    {
        var gathered = new List<Happening>();
        foreach (var happening in happenings)
        {
            var before = gathered.Skip(Math.Max(0, gathered.Count - Farthest)).Where(other => CanBe(other, happening)).OrderByDescending(other => Likeness(other, happening)).FirstOrDefault();
            if (before is not null && Likeness(before, happening) >= Enough) before.Take(happening);
            else if (!happening.IsTakenUp) gathered.Add(happening);
            else if (ToldByAnother(gathered, happening) is { } told) gathered.Add(told);
        }

        return gathered;
    }

    /// <summary>"He said the meeting on Tuesday is planned": the same happening in another voice is another line, with the parties of the first and a day of its own.</summary>
    private static Happening? ToldByAnother(List<Happening> gathered, Happening happening) =>
        happening.Time is not null && gathered.FindLast(other => other.Time is not null && VoiceOf(other) != VoiceOf(happening) && CanBeSame(other, happening)) is { } meant ? happening.With(meant) : null;

    private static bool CanBe(Happening one, Happening other) => VoiceOf(one) == VoiceOf(other) && CanBeSame(one, other);

    private static bool CanBeSame(Happening one, Happening other) => one.Type == other.Type && AreStatusesLike(one, other) &&
        !AreApart(one.Actors, other.Actors) && !AreApart(one.Recipients, other.Recipients) && !AreDaysApart(one.Time?.When, other.Time?.When) &&
        (one.Place is null || other.Place is null || one.Place.Name == other.Place.Name);

    private static bool AreStatusesLike(Happening one, Happening other) =>
        one.Status == other.Status || other.IsTakenUp || (one.Status is "occurred" or "ongoing" && other.Status is "occurred" or "ongoing");

    private static string VoiceOf(Happening happening) => happening.Voice.IsEmpty ? "" : happening.Voice[^1].Name;

    private static int Likeness(Happening one, Happening other) =>
        (Share(one.Actors, other.Actors) ? 1 : 0) + (Share(one.Recipients, other.Recipients) ? 1 : 0) +
        (one.Time is not null && other.Time is not null ? 1 : 0) + (one.Place is not null && other.Place is not null ? 1 : 0) +
        (one.Trigger.Predicate == other.Trigger.Predicate || other.IsTakenUp || one.Sentence == other.Sentence ? 1 : 0) + (other.IsRecalled ? Enough : 0);

    private static bool Share(List<EventParty> one, List<EventParty> other) => one.Exists(party => other.Exists(mine => Happening.Names(party, mine)));

    private static bool AreApart(List<EventParty> one, List<EventParty> other) => one.Count > 0 && other.Count > 0 && !Share(one, other);

    private static bool AreDaysApart(When? one, When? other) => one is not null && other is not null && one.Text != other.Text && (one.To < other.From || other.To < one.From);
}
