using Chancery.Text.Sentences;

namespace Chancery.Tests.Text.Sentences;

public class SentenceLayerTests
{
    [Fact]
    public void Sentence_and_token_at_a_place_are_found()
    {
        var document = Doc.Of("He left. She stayed.");
        Assert.Equal(0, document.SentenceAt(0));
        Assert.Equal(0, document.SentenceAt(8));
        Assert.Equal(1, document.SentenceAt(9));
        Assert.Equal(4, document.TokenAt(14));
        Assert.Equal(-1, Doc.Of("  He").TokenAt(1));
    }
}
