using Chancery.Text.Rules;

namespace Chancery.Tests.Text.Rules;

public class RuleReaderTests
{
    [Fact]
    public void Rule_block_gives_pattern_settings_and_examples()
    {
        var rules = RuleReader.Read("figures", """
            # about counts
            rule counted
            match <number>=value {counted}
            unit people
            yes "About 40 diplomats left." => 40 diplomats
            no "Page 40 was left out."

            rule other
            match x
            yes "x"
            """);
        Assert.Equal(["counted", "other"], rules.Rules.Select(rule => rule.Name));
        var counted = rules.Rules[0];
        Assert.Equal("<number>=value {counted}", counted.Pattern);
        Assert.Equal("people", counted.Setting("unit"));
        Assert.Null(counted.Setting("scope"));
        Assert.Equal(new RuleExample("About 40 diplomats left.", "40 diplomats", 5), counted.Examples.Single());
        Assert.Equal("Page 40 was left out.", counted.Counterexamples.Single().Text);
        Assert.Equal(2, counted.Line);
    }

    [Theory]
    [InlineData("match x\n", "f:1: a rule must open with 'rule NAME'")]
    [InlineData("rule\nmatch x\nyes \"x\"\n", "f:1: the rule has no name")]
    [InlineData("rule a\nyes \"x\"\n", "f:1: the rule has no 'match' line")]
    [InlineData("rule a\nmatch x\n", "f:1: the rule has no example")]
    [InlineData("rule a\nmatch x\nyes x\n", "f:3: an example is a sentence between quotation marks")]
    [InlineData("rule a\nmatch x\nmatch y\nyes \"x\"\n", "f:3: 'match' stands in the rule a second time")]
    [InlineData("rule a\nmatch x\nunit m\nunit km\nyes \"x\"\n", "f:4: 'unit' stands in the rule a second time")]
    [InlineData("rule a\nmatch x\nyes \"x\"\nrule a\nmatch y\nyes \"y\"\n", "f:4: the rule 'a' stands here a second time")]
    public void Rule_that_is_wrong_is_named_with_its_place(string content, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => RuleReader.Read("f", content)).Message, StringComparison.Ordinal);
}
