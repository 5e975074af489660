using Chancery.Record.Briefs;

namespace Chancery.Tests.Record.Briefs;

public sealed class SentenceAroundTests
{
    [Theory]
    [InlineData("One. Two men left. Three.", "men", "Two men left.")]
    [InlineData("Sgt. Dara of the U.S. Army saw 5 men. Then no more.", "5", "Sgt. Dara of the U.S. Army saw 5 men.")]
    [InlineData("He said \"no.\" Two men left", "men", "Two men left")]
    [InlineData("A head\n\nTwo men left\n\nA tail", "men", "Two men left")]
    [InlineData("men", "men", "men")]
    public void Sentence_is_found_inside_its_paragraph(string text, string words, string expected)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        var span = SentenceAround.Of(text, start, start + words.Length);
        Assert.Equal(expected, text[span.Start..span.End]);
    }
}
