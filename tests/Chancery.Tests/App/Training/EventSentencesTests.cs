using Chancery.App.Training;

namespace Chancery.Tests.App.Training;

public class EventSentencesTests
{
    [Fact]
    public void Marks_are_taken_out_and_kept_as_places()
    {
        var sentence = Assert.Single(EventSentence.Read(new StringReader("# head\nRETREAT\tAGREE\t[Malta] will *free* {Fiji}.\n")));
        Assert.Equal("Malta will free Fiji.", sentence.Text);
        Assert.Equal(("RETREAT", "AGREE"), (sentence.Type, sentence.Root));
        Assert.Equal("free", sentence.Text[sentence.Predicate.Start..sentence.Predicate.End]);
    }

    [Theory]
    [InlineData("AID\t\t[Malta] gave {Fiji} rice.")]
    [InlineData("HELP\t\t[Malta] *gave* {Fiji} rice.")]
    [InlineData("AID\t[Malta] *gave* {Fiji} rice.")]
    public void Line_of_another_form_is_refused(string line) => Assert.Throws<FormatException>(() => EventSentence.Read(new StringReader(line)));

    [Fact]
    public void Every_type_has_sentences_of_our_own()
    {
        using var reader = File.OpenText(Doc.PathOf("training", "events", "sentences.tsv"));
        var counts = EventSentence.Read(reader).CountBy(sentence => sentence.Type ?? EventSentence.None).ToDictionary();
        Assert.Equal(17, counts.Count);
        Assert.All(counts.Values, count => Assert.True(count >= 15));
    }
}
