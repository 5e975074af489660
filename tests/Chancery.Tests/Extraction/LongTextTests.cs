using Chancery.Record.Findings;

namespace Chancery.Tests.Extraction;

/// <summary>Texts far longer than any report: nothing is lost, nothing throws, and no step goes back over the whole text.</summary>
public class LongTextTests
{
    private const string Passage = "The minister said on Monday that 40 people had left Riga. \"We wait,\" Ann Lee told reporters. The envoy warned that the road was cut. ";

    [Fact]
    public void Paragraph_a_thousand_times_as_long_gives_a_thousand_times_as_much()
    {
        var (once, often) = (Read.Reading(Passage), Read.Reading(string.Concat(Enumerable.Repeat(Passage, 1000))));
        Assert.Equal(1000 * once.Findings.OfType<Statement>().Count(), often.Findings.OfType<Statement>().Count());
        Assert.Equal(1000 * once.Findings.OfType<Figure>().Count(), often.Findings.OfType<Figure>().Count());
    }

    [Theory]
    [InlineData("\"word, said ")]
    [InlineData("Kabul and ")]
    [InlineData("“")]
    [InlineData("General Ann Lee, the envoy, ")]
    public void Sentence_without_an_end_is_read_to_its_end(string part)
    {
        var reading = Read.Reading(string.Concat(Enumerable.Repeat(part, 20_000)) + "said Ann Lee.");
        Assert.Empty(reading.Problems);
    }
}
