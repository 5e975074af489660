using Chancery.App.Evaluation;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Tests.App.Evaluation;

public class EventMatcherTests
{
    private const string Text = "The army shelled Estport.  Norland will\nwithdraw. Nobody knows why.";

    private static readonly MarkedEvent Shelling = new(["ASSAULT"], ["occurred"], ["army|Norland"], ["NRL"], [new Span(9, 16)], false);
    private static readonly MarkedEvent Withdrawal = new(["RETREAT", "CONCEDE"], ["planned"], ["Norland", null], ["NRL", ""], [new Span(40, 48)], false);
    private static readonly MarkedReport Marks = new("r", "seen", "", [new Span(0, 25), new Span(27, 49), new Span(50, 67)], [Shelling, Withdrawal]);

    [Fact]
    public void What_is_marked_found_again_is_all_right() => Assert.Equal(new EventCounts(2, 2, 2, 2, 2), Count(Marks, Shelled(), Withdrawn()));

    [Fact]
    public void An_event_told_twice_is_false_once() => Assert.Equal(new EventCounts(2, 3, 2, 2, 2), Count(Marks, Shelled(), Shelled(), Withdrawn()));

    [Fact]
    public void Another_type_is_no_pair() => Assert.Equal(new EventCounts(2, 2, 1, 1, 1), Count(Marks, Shelled() with { Type = "COERCE" }, Withdrawn()));

    [Fact]
    public void A_second_type_that_is_allowed_is_right() => Assert.Equal(2, Count(Marks, Shelled(), Withdrawn() with { Type = "CONCEDE" }).Status);

    [Fact]
    public void Another_status_leaves_type_and_actor() => Assert.Equal(new EventCounts(2, 2, 2, 2, 1), Count(Marks, Shelled() with { Status = "possible" }, Withdrawn()));

    [Fact]
    public void No_actor_is_right_where_it_is_marked_so()
    {
        Assert.Equal(2, Count(Marks, Shelled(), Withdrawn() with { Actors = [] }).Actor);
        Assert.Equal(1, Count(Marks, Shelled() with { Actors = [] }, Withdrawn()).Actor);
    }

    [Fact]
    public void A_country_or_whole_words_of_a_name_tell_the_actor()
    {
        Assert.Equal(2, Count(Marks, Shelled() with { Actors = Named("its forces", "NRL") }, Withdrawn()).Actor);
        Assert.Equal(2, Count(Marks, Shelled() with { Actors = Named("the Army", null) }, Withdrawn()).Actor);
        Assert.Equal(1, Count(Marks, Shelled() with { Actors = Named("Norlanders", null) }, Withdrawn()).Actor);
    }

    [Fact]
    public void An_optional_event_moves_nothing()
    {
        var optional = Marks with { Events = [Shelling, Withdrawal with { IsOptional = true }] };
        Assert.Equal(new EventCounts(1, 1, 1, 1, 1), Count(optional, Shelled()));
        Assert.Equal(new EventCounts(1, 1, 1, 1, 1), Count(optional, Shelled(), Withdrawn(), Withdrawn()));
    }

    [Fact]
    public void An_event_of_another_sentence_is_no_pair() => Assert.Equal(0, Count(Marks, Found("ASSAULT", "occurred", "Nobody knows")).Type);

    [Fact]
    public void A_text_cut_and_spaced_otherwise_gives_the_same_places()
    {
        var black = new BlackText(Text);
        var places = black.PlacesOf("Norland will withdraw.\n\nNobody  knows why.\n\nSomething else");
        Assert.Equal(black.Place(new Span(40, 48)), new Span(places[13], places[21]));
        Assert.Equal(black.Place(new Span(50, 56)).Start, places[24]);
        Assert.Equal(-1, places[^1]);
    }

    private static Event Shelled() => Found("ASSAULT", "occurred", "shelled Estport");

    private static Event Withdrawn() => Found("RETREAT", "planned", "withdraw") with { Actors = Named("Norland", "NRL") };

    private static Event Found(string type, string status, string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Event { Type = type, Status = status, Actors = Named("army", null), Evidence = new[] { new Evidence("r", start, start + words.Length, words) }.ToEquatableArray() };
    }

    private static EquatableArray<Party> Named(string name, string? country) => new[] { new Party(name, null, country) }.ToEquatableArray();

    private static EventCounts Count(MarkedReport marks, params Event[] found)
    {
        var black = new BlackText(Text);
        return EventMatcher.Count(black, marks, [.. found.Select(one => new FoundEvent(one, [.. one.Evidence.Select(piece => black.Place(new Span(piece.Start, piece.End)))]))]);
    }
}
