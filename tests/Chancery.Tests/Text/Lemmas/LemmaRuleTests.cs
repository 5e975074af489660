using Chancery.Text.Lemmas;

namespace Chancery.Tests.Text.Lemmas;

public sealed class LemmaRuleTests
{
    [Theory]
    [InlineData("Cities", 3, "y", true, "city")]
    [InlineData("Kabul", 0, "", false, "Kabul")]
    [InlineData("was", 3, "be", true, "be")]
    [InlineData("is", 9, "be", true, "be")]
    [InlineData("", 2, "x", false, "x")]
    public void A_rule_cuts_adds_and_lowers(string form, byte cut, string add, bool lowers, string lemma) =>
        Assert.Equal(lemma, new LemmaRule(cut, add, lowers).Of(form));
}
