using Chancery.Text.Lexicons;
using Chancery.Text.Rules;

namespace Chancery.Tests.Text.Rules;

/// <summary>Where rules are tried at all: what is skipped for speed must not be what would have matched.</summary>
public class RuleOpeningsTests
{
    private const string Rules = """
        rule  of-words
        match (in|by) <number>
        yes   "in 3"

        rule  of-class
        match <number> (<capital>)=name
        yes   "3 Bs"
        """;

    [Fact]
    public void Rule_that_begins_with_words_is_tried_even_where_nothing_opens() =>
        Assert.Equal(["in 3"], Found("We sat in 3 Bs.", _ => false));

    [Fact]
    public void Rule_that_begins_with_a_class_is_tried_where_the_caller_says() =>
        Assert.Equal(["3 Bs"], Found("We saw 3 Bs and 4 Cs.", index => index < 4));

    [Fact]
    public void Without_a_word_from_the_caller_every_rule_is_tried_everywhere() =>
        Assert.Equal(["3 Bs", "4 Cs"], Found("We saw 3 Bs and 4 Cs.", null));

    [Fact]
    public void Parts_of_the_longest_match_are_kept_while_shorter_rules_are_tried()
    {
        var match = Assert.Single(Matches("rule  a\nmatch (x)=one (y)=two (z)=three\nyes \"x y z\"\n\nrule  b\nmatch (x y)=one\nyes \"x y\"\n", "x y z", null));
        Assert.Equal(("a", 0, 2), (match.Rule.Name, match.Capture("one")!.Value.First, match.Capture("three")!.Value.First));
    }

    [Fact]
    public void Class_is_asked_once_at_a_token_however_many_rules_begin_with_it()
    {
        var asked = 0;
        var classes = new Dictionary<string, TokenClass> { ["x"] = (_, _, _) => ++asked < 0 ? 1 : 0 };
        var set = RuleReader.Read("test", "rule  a\nmatch <x> b\nyes \"b\"\n\nrule  b\nmatch <x> c\nyes \"c\"\n");
        Assert.Empty(new RuleMatcher(set, _ => Lexicon.Empty, classes).Match(Doc.Of("one two three")));
        Assert.Equal(3, asked);
    }

    private static string[] Found(string text, Func<int, bool>? opens) =>
        [.. Matches(Rules, text, opens).Select(match => Doc.Of(text).Text[match.Range.In(Doc.Of(text))])];

    private static List<RuleMatch> Matches(string rules, string text, Func<int, bool>? opens)
    {
        var document = Doc.Of(text);
        var matcher = new RuleMatcher(RuleReader.Read("test", rules), _ => Lexicon.Empty);
        return [.. matcher.Match(document, 0, document.Layer<Chancery.Text.Tokens.Token>().Length, opens)];
    }
}
