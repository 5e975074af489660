using Chancery.Text.Lexicons;

namespace Chancery.Tests.Text.Lexicons;

public class LexiconTests
{
    [Fact]
    public void Lexicon_match_is_the_longest_entry()
    {
        var lexicon = Doc.Lexicon("form", "prime", "prime minister", "prime minister's office");
        Assert.Equal(2, lexicon.Match(Doc.Of("Prime Minister Venn"), 0)?.Length);
        Assert.Equal(4, lexicon.Match(Doc.Of("the prime minister's office"), 1)?.Length);
        Assert.Null(lexicon.Match(Doc.Of("the prime minister"), 0));
    }

    [Fact]
    public void Lexicon_match_stays_before_the_limit() =>
        Assert.Equal("prime", Doc.Lexicon("form", "prime", "prime minister").Match(Doc.Of("prime minister"), 0, 1)?.Entry.Form);

    [Fact]
    public void Lexicon_entry_with_exact_case_counts_only_as_written()
    {
        var lexicon = Doc.Lexicon("form code", "=US\tUSA", "us\tpronoun");
        Assert.Equal("USA", lexicon.Match(Doc.Of("the US left"), 1)?.Entry.Field(0));
        Assert.Equal("pronoun", lexicon.Match(Doc.Of("tell us more"), 1)?.Entry.Field(0));
        Assert.Equal("pronoun", lexicon.Find("Us")?.Field(0));
    }

    [Fact]
    public void Lexicon_phrase_matches_across_a_line_break_and_a_curly_apostrophe() =>
        Assert.Equal(3, Doc.Lexicon("form", "state's envoy").Match(Doc.Of("State\u2019s\nEnvoy"), 0)?.Length);

    [Fact]
    public void Lexicon_form_with_a_stop_is_cut_as_texts_are()
    {
        var lexicon = Doc.Lexicon("form", "U.S. envoy");
        Assert.Equal(2, lexicon.Match(Doc.Of("the U.S. envoy"), 1)?.Length);
    }

    [Fact]
    public void Lexicon_find_sees_single_words_only()
    {
        var lexicon = Doc.Lexicon("form", "prime minister", "envoy");
        Assert.True(lexicon.Contains("ENVOY"));
        Assert.False(lexicon.Contains("prime minister"));
        Assert.False(lexicon.Contains("prime"));
    }
}
