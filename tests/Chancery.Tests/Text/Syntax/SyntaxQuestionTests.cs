using Chancery.Tests.Eval;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Syntax;

/// <summary>The questions of syntax, asked of the crisis news that we annotated and of small trees written here.</summary>
public class SyntaxQuestionTests
{
    private static readonly Dictionary<string, SyntaxTree> Trees =
        CrisisNews.Documents.ToDictionary(document => document.Id["crisis_".Length..], document => new SyntaxTree(TreebankDocuments.Of(document)));

    [Theory]
    [InlineData("embassy 2 entered", "fighters")]
    [InlineData("truce 5 seen", "which")]
    [InlineData("embassy 6 fired", "men")]
    [InlineData("embassy 7 wounded", "")]
    [InlineData("dam 2 are", "victims")]
    [InlineData("dam 7 noted", "")]
    public void Subject_is_the_one_written_with_its_predicate(string at, string subject) => Asked(at, subject, (tree, token) => tree.SubjectOf(token));

    [Theory]
    [InlineData("embassy 7 wounded", "bomb")]
    [InlineData("truce 6 leave", "army")]
    [InlineData("flood 1 rebuild", "minister")]
    [InlineData("flood 4 resign", "him")]
    [InlineData("flood 4 urged", "Claire")]
    [InlineData("dam 6 carry", "citizens")]
    [InlineData("flood 7 return", "rain")]
    [InlineData("convoy 2 let", "")]
    [InlineData("embassy 3 adding", "")]
    public void Subject_is_shared_where_syntax_lets_it_be(string at, string subject) => Asked(at, subject, (tree, token) => tree.SharedSubjectOf(token));

    [Theory]
    [InlineData("embassy 3 adding", "Ingrid")]
    [InlineData("truce 5 seen", "draft")]
    [InlineData("flood 2 destroyed", "house")]
    [InlineData("convoy 2 carrying", "Trucks")]
    [InlineData("truce 8 Asked", "Leyla")]
    [InlineData("sanctions 5 based", "company")]
    [InlineData("sanctions 4 hurt", "theatre")]
    public void Subject_is_understood_of_participles_and_relative_clauses(string at, string subject) => Asked(at, subject, (tree, token) => tree.UnderstoodSubjectOf(token));

    [Theory]
    [InlineData("truce 6 who", "rebels")]
    [InlineData("border 3 whom", "troops")]
    [InlineData("sanctions 7 that", "")]
    [InlineData("truce 8 she", "")]
    public void Relative_pronoun_has_an_antecedent(string at, string antecedent) => Asked(at, antecedent, (tree, token) => tree.AntecedentOf(token));

    [Theory]
    [InlineData("embassy 4 evacuated", "aircraft", true)]
    [InlineData("convoy 2 turned", "soldiers", true)]
    [InlineData("flood 2 destroyed", "flood", true)]
    [InlineData("convoy 1 turned", "", true)]
    [InlineData("truce 8 invited", "", true)]
    [InlineData("border 7 verified", "", true)]
    [InlineData("sanctions 2 extended", "", false)]
    [InlineData("embassy 6 fired", "", false)]
    [InlineData("embassy 3 closing", "", false)]
    public void Passive_is_seen_and_its_agent(string at, string agent, bool isPassive)
    {
        Asked(at, agent, (tree, token) => tree.AgentOf(token));
        var (tree, token) = Find(at);
        Assert.Equal(isPassive, tree.IsPassive(token));
    }

    [Theory]
    [InlineData("border 2 told", "lawmakers")]
    [InlineData("flood 4 urged", "him")]
    [InlineData("truce 5 withdraw", "")]
    public void Who_is_told_is_the_indirect_object(string at, string told) => Asked(at, told, (tree, token) => tree.IndirectObjectOf(token));

    [Theory]
    [InlineData("truce 5 withdraw", "soldiers")]
    [InlineData("convoy 2 let", "them")]
    [InlineData("sanctions 6 denied", "this")]
    public void Object_is_found(string at, string given) => Asked(at, given, (tree, token) => tree.ObjectOf(token));

    [Theory]
    [InlineData("embassy 6 denied", "fired")]
    [InlineData("sanctions 8 reported", "fell")]
    [InlineData("embassy 2 said", "moved")]
    [InlineData("truce 4 said", "peace")]
    [InlineData("flood 5 said", "have")]
    [InlineData("convoy 3 said", "told")]
    [InlineData("truce 8 replied", "invited")]
    [InlineData("truce 2 broken", "")]
    [InlineData("dam 2 are", "")]
    public void Reported_clause_is_found_before_behind_and_around(string at, string clause) => Asked(at, clause, (tree, token) => tree.ReportedClauseOf(token));

    [Theory]
    [InlineData("flood 2 promised", "rebuild")]
    [InlineData("sanctions 4 called", "theatre")]
    [InlineData("embassy 6 denied", "")]
    public void Open_complement_is_found(string at, string complement) => Asked(at, complement, (tree, token) => tree.OpenComplementOf(token));

    [Theory]
    [InlineData("embassy 3 closing", "not")]
    [InlineData("border 6 wait", "not")]
    [InlineData("dam 4 panic", "not")]
    [InlineData("sanctions 4 hurt", "")]
    [InlineData("truce 7 published", "")]
    public void Negation_is_found(string at, string negation) => Asked(at, negation, (tree, token) => tree.NegationOf(token));

    [Theory]
    [InlineData("truce 7 published", "side")]
    [InlineData("flood 3 left", "Nobody")]
    [InlineData("convoy 2 had", "orders")]
    [InlineData("dam 2 are", "victims")]
    [InlineData("embassy 3 closing", "")]
    public void Subject_or_object_may_deny(string at, string argument) => Asked(at, argument, (tree, token) => tree.NegativeArgumentOf(token));

    [Theory]
    [InlineData("embassy 5 resume", Modality.Will, WrittenTense.Future)]
    [InlineData("truce 5 withdraw", Modality.Would, WrittenTense.Modal)]
    [InlineData("truce 3 start", Modality.Must, WrittenTense.Modal)]
    [InlineData("sanctions 7 appeal", Modality.GoingTo, WrittenTense.None)]
    [InlineData("sanctions 7 hear", Modality.Might, WrittenTense.Modal)]
    [InlineData("flood 5 sleep", Modality.HaveTo, WrittenTense.None)]
    [InlineData("embassy 7 wounded", Modality.None, WrittenTense.PastPerfect)]
    [InlineData("border 8 kept", Modality.None, WrittenTense.PresentPerfect)]
    [InlineData("truce 4 pretend", Modality.Should, WrittenTense.Modal)]
    [InlineData("truce 4 peace", Modality.None, WrittenTense.Present)]
    [InlineData("convoy 1 turned", Modality.None, WrittenTense.None)]
    [InlineData("convoy 2 turned", Modality.None, WrittenTense.Past)]
    [InlineData("truce 2 broken", Modality.None, WrittenTense.PresentPerfect)]
    [InlineData("sanctions 4 called", Modality.None, WrittenTense.Past)]
    [InlineData("dam 4 panic", Modality.None, WrittenTense.None)]
    public void Modality_and_tense_are_as_written_and_shared_by_conjuncts(string at, Modality modality, WrittenTense tense)
    {
        var (tree, token) = Find(at);
        Assert.Equal((modality, tense), (tree.ModalityOf(token), tree.TenseOf(token)));
    }

    [Theory]
    [InlineData("embassy 5 flights", "The flights, which had been delayed by heavy shelling", "The flights")]
    [InlineData("embassy 8 spokesman", "The Front's spokesman", "The Front's spokesman")]
    [InlineData("embassy 6 Dawud", "Gen. Dawud Rahmani", "Gen. Dawud Rahmani")]
    [InlineData("embassy 4 people", "More than 200 people, including 45 children", "More than 200 people, including 45 children")]
    [InlineData("truce 4 peace", "peace", "peace")]
    [InlineData("flood 7 flood", "the worst flood to hit the valley since 1953", "the worst flood")]
    [InlineData("border 6 commander", "a commander of the armed group Jund al-Wadi", "a commander of the armed group Jund al-Wadi")]
    [InlineData("truce 7 list", "the list of prisoners to be exchanged", "the list of prisoners")]
    [InlineData("border 8 Kazakhstan", "Kazakhstan", "Kazakhstan")]
    [InlineData("sanctions 4 theatre", "a political theatre that will hurt sailors, not smugglers", "a political theatre")]
    public void Nominal_reaches_as_far_as_its_modifiers(string at, string nominal, string core)
    {
        var (tree, token) = Find(at);
        Assert.Equal(nominal, tree.Document.Text[tree.NominalOf(token).In(tree.Document)]);
        Assert.Equal(core, tree.Document.Text[tree.NominalCoreOf(token).In(tree.Document)]);
    }

    [Fact]
    public void Apposition_is_seen_from_both_sides()
    {
        var (tree, commander) = Find("embassy 6 commander");
        Assert.Equal("Dawud", Word(tree, tree.AppositionHeadOf(commander)));
        Assert.Equal([commander], tree.AppositionsOf(tree.AppositionHeadOf(commander)).ToArray());
        Assert.Equal(SyntaxTree.None, tree.AppositionHeadOf(tree.AppositionHeadOf(commander)));
        Assert.Equal(["Gen."], tree.DescriptionsOf(tree.AppositionHeadOf(commander)).ToArray().Select(token => Word(tree, token)));
    }

    [Fact]
    public void Conjuncts_begin_with_their_first()
    {
        var (tree, kept) = Find("border 8 kept");
        var first = tree.FirstConjunctOf(kept);
        Assert.Equal(["closed", "kept"], tree.ConjunctsOf(first).ToArray().Select(token => Word(tree, token)));
        Assert.Equal("but", Word(tree, tree.CoordinatorOf(kept)));
        Assert.Equal(first, tree.FirstConjunctOf(first));
        Assert.Equal(["Kazakhstan", "Uzbekistan"], tree.ConjunctsOf(tree.SubjectOf(first)).ToArray().Select(token => Word(tree, token)));
    }

    [Fact]
    public void Preposition_of_several_words_is_one()
    {
        var (tree, ministry) = Find("embassy 4 ministry");
        Assert.Equal("according to", tree.Document.Text[tree.FixedOf(tree.CaseOf(ministry)).In(tree.Document)]);
        Assert.Contains(ministry, tree.ObliquesOf(tree.HeadOf(ministry)).ToArray());
    }

    [Fact]
    public void Copula_leads_to_its_predicate_and_back()
    {
        var (tree, safe) = Find("embassy 3 safe");
        Assert.Equal("is", Word(tree, tree.CopulaOf(safe)));
        Assert.Equal(safe, tree.PredicateOf(tree.CopulaOf(safe)));
        Assert.Equal(SyntaxTree.None, tree.PredicateOf(safe));
        Assert.Equal("as", Word(tree, tree.MarkOf(safe)));
    }

    [Fact]
    public void Clause_of_a_word_is_its_nearest_predicate()
    {
        var (tree, nurse) = Find("embassy 7 nurse");
        Assert.Equal("wounded", Word(tree, tree.ClauseOf(nurse)));
        Assert.Equal("said", Word(tree, tree.ClauseOf(tree.HeadOf(tree.HeadOf(tree.ClauseOf(nurse))))));
        Assert.Equal("nurse", Word(tree, tree.HeadOf(new TokenRange(nurse - 1, nurse + 1))));
    }

    [Fact]
    public void Possessor_and_particle_are_found()
    {
        var (tree, set) = Find("flood 2 set");
        Assert.Equal("aside", Word(tree, tree.ParticleOf(set)));
        Assert.Equal("his", Word(tree, tree.PossessorOf(tree.SubjectOf(set))));
    }

    /// <summary>What the news did not happen to hold.</summary>
    [Fact]
    public void No_longer_negates_and_passive_is_shared()
    {
        var tree = new SyntaxTree(TreebankDocuments.Of("""
            They they PRP 5 nsubj:pass
            are be VBP/AUX 5 aux:pass
            no no RB 4 advmod
            longer long RBR 5 advmod
            stopped stop VBN 0 root
            or or CC 7 cc
            searched search VBN 5 conj
            """));
        Assert.Equal(2, tree.NegationOf(4));
        Assert.True(tree.IsPassive(6));
        Assert.Equal(0, tree.SharedSubjectOf(6));
        Assert.Equal([1], tree.AuxiliariesOf(tree.AuxiliaryHolderOf(6)).ToArray());
    }

    private static void Asked(string at, string expected, Func<SyntaxTree, int, int> question)
    {
        var (tree, token) = Find(at);
        Assert.Equal(expected, Word(tree, question(tree, token)));
    }

    private static string Word(SyntaxTree tree, int token) => token == SyntaxTree.None ? "" : tree.Document.Text[tree.Document.Tokens[token].Span];

    /// <summary>The last word so written in a sentence: <c>report sentence word</c>.</summary>
    private static (SyntaxTree Tree, int Token) Find(string at)
    {
        var parts = at.Split(' ');
        var tree = Trees[parts[0]];
        var sentence = tree.Document.Layer<Chancery.Text.Sentences.Sentence>()[int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 1];
        return (tree, Enumerable.Range(sentence.First, sentence.Count).Last(token => Word(tree, token) == parts[2]));
    }
}
