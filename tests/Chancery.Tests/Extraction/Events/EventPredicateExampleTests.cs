using Chancery.Extraction;
using Chancery.Extraction.Events;
using Chancery.Record.Findings;
using Chancery.Tests.House;

namespace Chancery.Tests.Extraction.Events;

/// <summary>Every line of <c>event-predicates</c> against its own example, in which Malta acts and Fiji is the one it is done to.</summary>
public class EventPredicateExampleTests
{
    [Fact]
    public void Every_example_tells_an_event_of_its_line_with_its_parties() => Offenders.None(
        "The example of a line of event-predicates does not tell an event of its types, or not with Malta as actor and Fiji as the other party:",
        Resources.Default.Lexicon("event-predicates").Entries.Where(entry => !IsTold(entry.Field(5), EventPredicate.Of(entry))).Select(entry => $"{entry.Line}: {entry.Form}: {entry.Field(5)}"));

    private static bool IsTold(string example, EventPredicate predicate) => Read.All<Event>(example).Any(found =>
        predicate.Types.Any(choice => choice.Type == found.Type) &&
        (!example.Contains("Malta", StringComparison.Ordinal) || found.Actors.Any(party => party.Country == "MLT")) &&
        (!example.Contains("Fiji", StringComparison.Ordinal) || found.Recipients.Concat(found.Actors).Any(party => party.Country == "FJI")));
}
