namespace Chancery.Tests.Text.Sentences;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("He left. She stayed!", "He left.|She stayed!")]
    [InlineData("Why? \u201CBecause.\u201D He left.", "Why?|\u201CBecause.\u201D|He left.")]
    [InlineData("\"No,\" he said. \"Never.\" Then he left.", "\"No,\" he said.|\"Never.\"|Then he left.")]
    [InlineData("(He left.) She stayed.", "(He left.)|She stayed.")]
    public void End_mark_ends_a_sentence_with_its_closers(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Doc.Sentences(text));

    [Theory]
    [InlineData("Dr. Senjar teaches law.")]
    [InlineData("The U.S. Embassy is closed.")]
    [InlineData("On Aug. 16 they left.")]
    [InlineData("It costs 3.5 million.")]
    [InlineData("He wrote to kabul.gov in vain.")]
    [InlineData("He asked \u201Cwhy?\u201D and left.")]
    public void Full_stop_inside_a_sentence_does_not_end_it(string text) => Assert.Single(Doc.Sentences(text));

    [Fact]
    public void Abbreviation_before_a_word_that_opens_sentences_ends_one() =>
        Assert.Equal(["He lives in the U.S.", "The embassy is closed."], Doc.Sentences("He lives in the U.S. The embassy is closed."));

    [Fact]
    public void Title_never_ends_a_sentence_even_before_a_starter() => Assert.Single(Doc.Sentences("They met Dr. The."));

    [Fact]
    public void Paragraph_without_an_end_mark_is_a_sentence() =>
        Assert.Equal(["Three that stay", "Russia keeps its embassy."], Doc.Sentences("Three that stay\n\nRussia keeps its embassy."));

    [Fact]
    public void Line_break_inside_a_paragraph_does_not_end_a_sentence() =>
        Assert.Single(Doc.Sentences("Russia keeps\nits embassy."));

    [Fact]
    public void Bullet_on_a_new_line_begins_a_sentence() =>
        Assert.Equal(["They ask for:", "\u2022 water", "\u2022 bread"], Doc.Sentences("They ask for:\n\u2022 water\n\u2022 bread"));
}
