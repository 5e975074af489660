using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Rules;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Rules;

/// <summary>Every operator of the rule language, one test each; <c>docs/rules.md</c> describes them in this order.</summary>
public class RuleMatcherTests
{
    [Fact]
    public void Word_matches_in_any_case() => Assert.Equal(["Said", "said"], Found("said", "Said he. He said."));

    [Fact]
    public void Word_between_quotation_marks_matches_as_written() => Assert.Equal(["US"], Found("'US'", "The US told us."));

    [Fact]
    public void Row_of_words_matches_in_order() => Assert.Equal(["said that"], Found("said that", "He said that said this."));

    [Fact]
    public void Sign_between_quotation_marks_matches() => Assert.Equal(["$ 3"], Found("'$' <number>", "It costs $ 3."));

    [Fact]
    public void Lexicon_matches_its_longest_phrase() =>
        Assert.Equal(["foreign minister said"], Found("{title} said", "The foreign minister said no."));

    [Fact]
    public void Class_of_the_language_matches_one_token() =>
        Assert.Equal(["about 40"], Found("about <number>", "about 40, about forty"));

    [Fact]
    public void Class_of_the_annotator_may_take_several_tokens()
    {
        var pair = new Dictionary<string, TokenClass> { ["pair"] = (_, index, limit) => index + 2 <= limit ? 2 : 0 };
        Assert.Equal(["a b c", "d e f"], Found("<pair> <any>", "a b c d e f g", pair));
    }

    [Fact]
    public void Group_of_choices_matches_either() =>
        Assert.Equal(["has said", "had said"], Found("(has|had) said", "He has said so, she had said so, they have said so."));

    [Fact]
    public void Choice_of_longer_rows_matches_either() =>
        Assert.Equal(["a b x", "c x"], Found("(a b | c) x", "a b x and c x and a x"));

    [Fact]
    public void Choice_at_the_top_of_a_pattern_matches_either() =>
        Assert.Equal(["a b", "c", "d"], Found("a b | c | d", "a b, c, d"));

    [Fact]
    public void Option_may_be_absent() => Assert.Equal(["has said", "said"], Found("has? said", "He has said. He said."));

    [Fact]
    public void Star_matches_none_or_many() => Assert.Equal(["a b", "a very very b"], Found("a very* b", "a b. a very very b."));

    [Fact]
    public void Plus_matches_one_or_many() => Assert.Equal(["a very very b"], Found("a very+ b", "a b. a very very b."));

    [Fact]
    public void Plus_over_a_group_of_choices_matches_any_mix() =>
        Assert.Equal(["a x y y z"], Found("a (x|y)+ z", "a z. a x y y z."));

    [Fact]
    public void Not_looks_ahead_without_taking_anything() =>
        Assert.Equal(["said he"], Found("said !(that|nothing) <word>", "said he, said that, said nothing"));

    [Fact]
    public void Not_over_a_row_needs_the_whole_row_to_fail() =>
        Assert.Equal(["said"], Found("said !(that he)", "said that he. said that she."));

    [Fact]
    public void Caret_matches_at_the_beginning_of_a_sentence() =>
        Assert.Equal(["He"], Found("^ he", "He said he left."));

    [Fact]
    public void Dollar_matches_at_the_end_of_a_sentence() =>
        Assert.Equal(["left ."], Found("left '.' $", "He left. He left..."));

    [Fact]
    public void Name_keeps_the_place_of_its_part()
    {
        var match = Match("(about|around)=approx? <number>=value people", "about 40 people").Single();
        Assert.Equal(new TokenRange(0, 1), match.Capture("approx"));
        Assert.Equal(new TokenRange(1, 2), match.Capture("value"));
    }

    [Fact]
    public void Name_of_a_part_that_was_not_used_is_absent() =>
        Assert.Null(Match("(about|around)=approx? <number>=value people", "40 people").Single().Capture("approx"));

    [Theory]
    [InlineData("mr <capital>+=name")]
    [InlineData("mr (<capital>+)=name")]
    [InlineData("mr <capital>*=name")]
    public void Name_after_a_repetition_keeps_all_of_it(string pattern) =>
        Assert.Equal(new TokenRange(1, 4), Match(pattern, "Mr Aldo Carlo Venn left").Single().Capture("name"));

    [Fact]
    public void Name_before_a_repetition_keeps_the_last_part() =>
        Assert.Equal(new TokenRange(3, 4), Match("mr <capital>=name+", "Mr Aldo Carlo Venn left").Single().Capture("name"));

    [Fact]
    public void Names_inside_a_negation_are_not_kept() =>
        Assert.Null(Match("a !(b)=x c", "a c").Single().Capture("x"));

    [Fact]
    public void Longest_match_wins_and_among_equals_the_first_rule()
    {
        var rules = Rules(("short", "a b"), ("long", "a b c"), ("equal", "a <any> c"));
        Assert.Equal(["long"], rules.Match(Doc.Of("a b c")).Select(match => match.Rule.Name));
    }

    [Fact]
    public void Matches_do_not_overlap_and_stay_in_their_sentence() =>
        Assert.Equal(["b b", "b b"], Found("b b", "b b b b b. B"));

    [Fact]
    public void Sentence_that_would_explode_gives_no_match_and_comes_back()
    {
        var text = string.Join(' ', Enumerable.Repeat("a", 3000));
        Assert.Empty(Found("(a+ a+)+ b", text));
    }

    [Theory]
    [InlineData("(a", "a bracket is not closed")]
    [InlineData("a)", "')' closes nothing")]
    [InlineData("<nothing>", "no class is called 'nothing'")]
    [InlineData("{title", "'}' is missing")]
    [InlineData("'a", "''' is missing")]
    [InlineData("a=", "a name must follow '='")]
    [InlineData("* a", "stands where an element should begin")]
    [InlineData("a !", "an element is missing")]
    [InlineData("( ) b", "an empty group")]
    [InlineData("a (x?)* b", "what is repeated must take a token")]
    [InlineData("(x? | y)+", "what is repeated must take a token")]
    [InlineData("(!x)* b", "what is repeated must take a token")]
    public void Pattern_that_is_wrong_is_named_with_its_rule(string pattern, string message)
    {
        var fault = Assert.Throws<FormatException>(() => Rules(("wrong", pattern)));
        Assert.StartsWith("test:1: rule 'wrong':", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, Lexicon> Lexicons = new()
    {
        ["title"] = Doc.Lexicon("form", "minister", "foreign minister"),
    };

    private static RuleMatcher Rules(params (string Name, string Pattern)[] rules) =>
        Rules(null, rules);

    private static RuleMatcher Rules(IReadOnlyDictionary<string, TokenClass>? classes, params (string Name, string Pattern)[] rules) =>
        new(RuleReader.Read("test", string.Concat(rules.Select(rule => $"rule {rule.Name}\nmatch {rule.Pattern}\nyes \"x\"\n"))), name => Lexicons[name], classes);

    private static IEnumerable<RuleMatch> Match(string pattern, string text) => Rules(("test", pattern)).Match(Doc.Of(text));

    /// <summary>The words of every match, joined by one space.</summary>
    private static string[] Found(string pattern, string text, IReadOnlyDictionary<string, TokenClass>? classes = null)
    {
        var document = Doc.Of(text);
        return [.. Rules(classes, ("test", pattern)).Match(document).Select(match => Words(document, match.Range))];
    }

    private static string Words(Document document, TokenRange range) =>
        string.Join(' ', document.Tokens.Skip(range.First).Take(range.Count).Select(token => document.Text[token.Span]));
}
