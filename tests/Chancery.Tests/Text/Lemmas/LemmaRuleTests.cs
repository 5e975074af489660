using Chancery.Text.Lemmas;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Lemmas;

public sealed class LemmaRuleTests
{
    [Theory]
    [InlineData("Cities", 3, "y", LemmaSpelling.Lower, "city")]
    [InlineData("Kabul", 0, "", LemmaSpelling.AsWritten, "Kabul")]
    [InlineData("KABUL", 0, "", LemmaSpelling.Title, "Kabul")]
    [InlineData("12,500", 0, "", LemmaSpelling.WithoutCommas, "12500")]
    [InlineData("was", 3, "be", LemmaSpelling.Lower, "be")]
    [InlineData("is", 9, "be", LemmaSpelling.Lower, "be")]
    [InlineData("", 2, "x", LemmaSpelling.AsWritten, "x")]
    public void A_rule_cuts_adds_and_spells(string form, byte cut, string add, LemmaSpelling spelling, string lemma)
    {
        var rule = new LemmaRule(cut, add, spelling);
        Assert.Equal(lemma, rule.Of(form));
        Assert.Equal(TokenKey.Of(lemma), rule.KeyOf(form));
    }

    [Theory]
    [InlineData("Cities", "city", 3, "y", LemmaSpelling.Lower)]
    [InlineData("Cities", "City", 3, "y", LemmaSpelling.AsWritten)]
    [InlineData("ZAGREB", "Zagreb", 0, "", LemmaSpelling.Title)]
    [InlineData("1,340", "1340", 0, "", LemmaSpelling.WithoutCommas)]
    [InlineData("went", "go", 4, "go", LemmaSpelling.AsWritten)]
    [InlineData("", "", 0, "", LemmaSpelling.AsWritten)]
    public void The_smallest_rule_is_found_and_makes_the_lemma(string form, string lemma, byte cut, string add, LemmaSpelling spelling)
    {
        var rule = LemmaRule.Between(form, lemma);
        Assert.Equal(new LemmaRule(cut, add, spelling), rule);
        Assert.Equal(lemma, rule.Of(form));
    }

    [Fact]
    public void Form_of_any_length_has_a_lemma()
    {
        var form = new string('A', 5000) + "s";
        Assert.Equal(new string('a', 5000), new LemmaRule(1, "", LemmaSpelling.Lower).Of(form));
        Assert.Throws<ArgumentException>(() => LemmaRule.Between(form, "b"));
    }
}
