using Chancery.Record;
using Chancery.Record.Briefs;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Tests.Record.Briefs;

public class EventSentenceTests
{
    private static readonly BriefOptions Options = new() { Countries = new Dictionary<string, string> { ["NRL"] = "Norland" } };

    [Theory]
    [InlineData("ASSAULT", null, "occurred", "Attack by Norland on Estport: «guns fired at Estport».")]
    [InlineData("CONSULT", null, "planned", "Planned meeting or talks of Norland with Estport: «guns fired at Estport».")]
    [InlineData("RETREAT", "release", "possible", "Possible release by Norland of Estport: «guns fired at Estport».")]
    [InlineData("AID", null, "denied", "Denied: help by Norland for Estport: «guns fired at Estport».")]
    public void An_event_is_told_by_its_kind_its_parties_and_the_reports_words(string type, string? mode, string status, string expected) =>
        Assert.Equal(expected, Told(Shelling with { Type = type, Mode = mode, Status = status }));

    [Fact]
    public void A_place_is_told_where_it_is_no_party()
    {
        Assert.Equal("Attack in Estport: «guns fired at Estport».", Told(Shelling with { Actors = [], Recipients = [], Place = new Place("Estport") }));
        Assert.Equal("Attack by Norland on Estport: «guns fired at Estport».", Told(Shelling with { Place = new Place("Estport") }));
    }

    [Fact]
    public void What_is_recalled_says_so() => Assert.EndsWith("(recalled as background).", Told(Shelling with { Background = true }), StringComparison.Ordinal);

    private static Event Shelling => new()
    {
        Type = "ASSAULT",
        Status = "occurred",
        Actors = new[] { new Party("Norland", null, "NRL") }.ToEquatableArray(),
        Recipients = new[] { new Party("Estport") }.ToEquatableArray(),
        Evidence = new[] { new Evidence("r", 0, 21, "guns fired at Estport") }.ToEquatableArray(),
    };

    private static string Told(Event happening)
    {
        var sentence = new SentenceBuilder();
        EventSentence.Write(sentence, happening, new Telling(Options));
        return string.Concat(sentence.Close().Select(part => part.Kind == BriefPartKind.Reported ? $"«{part.Text}»" : part.Text));
    }
}
