using Chancery.Text;

namespace Chancery.Tests.Text;

public class SourceTextTests
{
    [Fact]
    public void Source_text_keeps_every_code_unit_as_it_came()
    {
        var value = " \uD83D a\u0000b\r\n\uFEFF\u00AD\uDE00 ";
        var text = new SourceText(value);
        Assert.Equal(value, text.Value);
        Assert.Equal(value, text[text.Whole]);
        Assert.Equal(value.Length, text.Length);
    }

    [Fact]
    public void Source_texts_of_the_same_characters_are_equal_and_hash_alike()
    {
        Assert.Equal(new SourceText("Kabul"), new SourceText("Kab" + "ul"));
        Assert.Equal(new SourceText("Kabul").Hash, new SourceText("Kabul").Hash);
        Assert.NotEqual(new SourceText("Kabul").Hash, new SourceText("kabul").Hash);
    }

    [Fact]
    public void Source_text_with_an_unpaired_surrogate_has_a_hash_of_its_own() =>
        Assert.NotEqual(new SourceText("a\uD83D").Hash, new SourceText("a\uFFFD").Hash);

    [Fact]
    public void Source_text_sliced_beyond_its_end_throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourceText("abc")[new Span(2, 4)]);
}
