using Chancery.Extraction.Quotations;

namespace Chancery.Tests.Extraction;

public class QuotationMarkTests
{
    [Theory]
    [InlineData("He said «we wait» and left.", "we wait")]
    [InlineData("»We wait«, he said.", "We wait")]
    [InlineData("„We wait“, he said.", "We wait")]
    [InlineData("``We wait,'' he said.", "We wait,")]
    [InlineData("''We wait,'' he said.", "We wait,")]
    [InlineData("‘We wait,’ he said.", "We wait,")]
    [InlineData("He called it 'a gift' and left.", "a gift")]
    [InlineData("«The plan is “Winter Garden” now», he said.", "The plan is “Winter Garden” now")]
    public void Marks_of_a_kind_close_their_own(string text, string inner)
    {
        var document = Read.Document(text);
        var quotation = Assert.Single(document.Quotations);
        Assert.True(quotation.Complete);
        Assert.Equal(inner, document.Text[quotation.Inner]);
    }

    [Theory]
    [InlineData("The farmers' boats and the fishers' nets are gone.")]
    [InlineData("The water stood 6' high in the '90s, didn't it?")]
    public void Apostrophes_open_nothing(string text) => Assert.Empty(Read.Document(text).Quotations);

    [Fact]
    public void An_open_mark_ends_with_its_paragraph()
    {
        var document = Read.Document("He said \"we wait and wait.\n\nThe lake froze. \"It is cold,\" she said.");
        Assert.Equal(2, document.Quotations.Length);
        Assert.Equal("It is cold,", document.Text[document.Quotations[1].Inner]);
    }
}
