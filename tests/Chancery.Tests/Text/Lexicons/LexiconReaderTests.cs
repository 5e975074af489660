using Chancery.Text.Lexicons;

namespace Chancery.Tests.Text.Lexicons;

public class LexiconReaderTests
{
    [Fact]
    public void Lexicon_line_gives_form_fields_and_its_place()
    {
        var lexicon = LexiconReader.Read("cues", "# columns: form kind note\n# source: ours\n\nsaid\tspeech\ttold\nvowed\tpledge\n");
        Assert.Equal("form kind note", string.Join(' ', lexicon.Columns));
        Assert.Equal(2, lexicon.Entries.Length);
        Assert.Equal("speech", lexicon.Entries[0].Field(0));
        Assert.Equal("", lexicon.Entries[1].Field(1));
        Assert.Equal(5, lexicon.Entries[1].Line);
    }

    [Theory]
    [InlineData("said\tspeech\n", "cues:1: no '# columns:' line")]
    [InlineData("# columns: form\nsaid\tspeech\n", "cues:2: 2 cells, but 1 columns")]
    [InlineData("# columns: form kind\n\tspeech\n", "cues:2: the form is empty")]
    [InlineData("# columns: form\n said\n", "cues:2: the form is empty or has spaces")]
    [InlineData("# columns: form\nsaid\nSaid\n", "cues:3: 'Said' stands here a second time")]
    public void Lexicon_line_that_is_wrong_is_named_with_its_place(string content, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => LexiconReader.Read("cues", content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Lexicon_hash_changes_with_any_character() =>
        Assert.NotEqual(Doc.Lexicon("form", "said").Hash, Doc.Lexicon("form", "says").Hash);

    [Fact]
    public void Lexicon_with_windows_line_ends_reads_the_same_entries() =>
        Assert.Equal("said", LexiconReader.Read("cues", "# columns: form\r\nsaid\r\n").Entries[0].Form);
}
