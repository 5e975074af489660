using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Tokens;

public class TokenizerTests
{
    [Theory]
    [InlineData("They don't know.", "They|do|n't|know|.")]
    [InlineData("He cannot stay", "He|can|not|stay")]
    [InlineData("Ghani's guards", "Ghani|'s|guards")]
    [InlineData("the guards' keys", "the|guards|'|keys")]
    [InlineData("They\u2019ve left; we\u2019ll see", "They|\u2019ve|left|;|we|\u2019ll|see")]
    [InlineData("at six o'clock", "at|six|o'clock")]
    public void Contraction_comes_apart(string text, string expected) => Assert.Equal(expected.Split('|'), Doc.Words(text));

    [Theory]
    [InlineData("a well-known ex-minister", "a|well|-|known|ex|-|minister")]
    [InlineData("the 2001-2021 war", "the|2001|-|2021|war")]
    [InlineData("anti-war talks of the co-founder", "anti-war|talks|of|the|co-founder")]
    [InlineData("an anti-X-ray e- book", "an|anti-X|-|ray|e-|book")]
    [InlineData("Th- they left", "Th-|they|left")]
    [InlineData("the Kabul\u2013Doha flight", "the|Kabul|\u2013|Doha|flight")]
    public void Hyphen_is_a_token(string text, string expected) => Assert.Equal(expected.Split('|'), Doc.Words(text));

    [Theory]
    [InlineData("Dr. Senjar of the U.S. embassy", "Dr.|Senjar|of|the|U.S.|embassy")]
    [InlineData("at 7 a.m. on Aug. 16", "at|7|a.m.|on|Aug.|16")]
    [InlineData("He left.", "He|left|.")]
    [InlineData("It was I.", "It|was|I|.")]
    [InlineData("AT&T lines", "AT&T|lines")]
    [InlineData("No. 5 is no.", "No.|5|is|no|.")]
    [InlineData("on p. 12 (b. 1950)", "on|p.|12|(|b.|1950|)")]
    public void Full_stop_belongs_to_abbreviations_only(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Doc.Words(text));

    [Theory]
    [InlineData("$1,234.50 or 40%", "$|1,234.50|or|40|%")]
    [InlineData("on 2021-08-16 at 18:40", "on|2021-08-16|at|18:40")]
    [InlineData("the 15th, 1990s and 7/8", "the|15th|,|1990s|and|7/8")]
    [InlineData("5km and 3,000.", "5|km|and|3,000|.")]
    [InlineData("call 555-014-1234 or 555-0143", "call|555-014-1234|or|555-0143")]
    [InlineData("500-1000 people", "500|-|1000|people")]
    [InlineData("on 11-20-2000, 3-4-07", "on|11-20-2000|,|3-4-07")]
    [InlineData("12,34,567 in [13,14]", "12,34,567|in|[|13|,|14|]")]
    [InlineData("7,5 euros", "7,5|euros")]
    [InlineData("A340B landed", "A340B|landed")]
    public void Number_stays_whole(string text, string expected) => Assert.Equal(expected.Split('|'), Doc.Words(text));

    [Theory]
    [InlineData("see https://example.org/a?b=c, now", "see|https://example.org/a?b=c|,|now")]
    [InlineData("mail press@relief.example.", "mail|press@relief.example|.")]
    [InlineData("says @KabulCourierEx on #Kabul", "says|@KabulCourierEx|on|#Kabul")]
    [InlineData("the file Annex-2.pdf of desk@RELIEF", "the|file|Annex-2.pdf|of|desk@RELIEF")]
    [InlineData("see http://example.org/ and and/or", "see|http://example.org/|and|and|/|or")]
    [InlineData("at pamirvoice.org today", "at|pamirvoice.org|today")]
    public void Address_is_one_token(string text, string expected)
    {
        Assert.Equal(expected.Split('|'), Doc.Words(text));
        Assert.Contains(Doc.Of(text).Tokens, token => token.Kind == TokenKind.Address);
    }

    [Theory]
    [InlineData("\"No,\" he said.", "\"|No|,|\"|he|said|.")]
    [InlineData("\u201CNo\u201D... yes!!", "\u201C|No|\u201D|...|yes|!!")]
    [InlineData("``No''", "``|No|''")]
    [InlineData("What?! Fine :-) <<so>>", "What|?!|Fine|:-)|<<|so|>>")]
    public void Quotation_marks_and_runs_of_signs_are_tokens(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Doc.Words(text));

    [Fact]
    public void Token_shape_tells_case_digits_and_breaks()
    {
        var tokens = Doc.Of("NATO left\n\nIn 2014 he").Tokens;
        Assert.True(tokens[0].Is(TokenShape.Capital | TokenShape.AllCapitals | TokenShape.ParagraphBefore));
        Assert.False(tokens[1].Is(TokenShape.Capital));
        Assert.True(tokens[2].Is(TokenShape.ParagraphBefore | TokenShape.LineBefore | TokenShape.SpaceBefore));
        Assert.False(tokens[2].Is(TokenShape.AllCapitals));
        Assert.True(tokens[3].Is(TokenShape.Digit | TokenShape.SpaceBefore));
        Assert.False(tokens[3].Is(TokenShape.LineBefore));
    }

    [Fact]
    public void Token_key_ignores_case_and_the_shape_of_apostrophes()
    {
        Assert.Equal(TokenKey.Of("KABUL"), TokenKey.Of("Kabul"));
        Assert.Equal(TokenKey.Of("n't"), TokenKey.Of("N\u2019T"));
        Assert.NotEqual(TokenKey.Of("Kabul"), TokenKey.Of("Kabula"));
    }

    [Theory]
    [InlineData("They don't", "n't")]
    [InlineData("Kabulov's men", "'s")]
    [InlineData("the guards' keys", "'")]
    public void Part_that_is_written_as_one_with_the_word_before_is_joined(string text, string joined)
    {
        var document = Doc.Of(text);
        Assert.Equal(joined, document.Text[Assert.Single(document.Tokens, token => token.Is(TokenShape.Joined)).Span]);
    }

    [Theory]
    [InlineData("He said 'the guards' twice")]
    [InlineData("the guards '")]
    public void Apostrophe_that_closes_a_quotation_is_not_joined(string text) =>
        Assert.DoesNotContain(Doc.Of(text).Tokens, token => token.Is(TokenShape.Joined));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u00A0\u200B")]
    public void Text_without_words_has_no_token(string text) => Assert.Empty(Doc.Of(text).Tokens);
}
