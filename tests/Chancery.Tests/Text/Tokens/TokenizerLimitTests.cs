using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Tokens;

/// <summary>Texts made to be slow: were anything quadratic, these tests would not come back.</summary>
public class TokenizerLimitTests
{
    private const int Megabyte = 1_000_000;

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData(")")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("@a")]
    [InlineData("a.")]
    [InlineData("1-")]
    [InlineData("1'")]
    [InlineData("://")]
    [InlineData("\uD83D")]
    [InlineData("\u2019s")]
    [InlineData(".\u201D")]
    [InlineData("((")]
    [InlineData("1,")]
    [InlineData("s'")]
    [InlineData("s' ")]
    [InlineData("11,")]
    [InlineData("e-")]
    [InlineData("non-e-")]
    public void Megabyte_without_spaces_is_cut_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length));
        var document = Doc.Of(text);
        Assert.Equal(text.Count(character => character != ' '), document.Tokens.Sum(token => token.Span.Length));
        Assert.Equal(document.Tokens.Length, document.Sentences.Sum(sentence => sentence.Count));
    }
}
