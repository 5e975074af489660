using Chancery.Record.Findings;

namespace Chancery.Tests.Extraction.Events;

/// <summary>What is enough for an event, and what tells the same again.</summary>
public class HappeningReaderTests
{
    [Theory]
    [InlineData("A protest in Nairobi was reported.", "PROTEST")]
    [InlineData("A bomb exploded near the market.", "ASSAULT")]
    public void Crowds_and_violence_are_told_without_anybody(string text, string type) =>
        Assert.Equal(type, Assert.Single(Read.All<Event>(text)).Type);

    [Fact]
    public void Declining_to_comment_is_no_refusal() => Assert.Empty(Read.All<Event>("The minister of Malta declined to comment."));

    [Fact]
    public void A_definite_noun_without_parties_takes_up_what_was_told() =>
        Assert.Equal(2, Assert.Single(Read.All<Event>("A bomb exploded in Nairobi. The blast broke windows.")).Evidence.Count);

    [Fact]
    public void The_last_words_of_a_name_stand_for_the_same_party() =>
        Assert.Single(Read.All<Event>("Rebels abducted two sailors on Monday. The rebels abducted the sailors at night."), found => found.Type == "ASSAULT");
}
