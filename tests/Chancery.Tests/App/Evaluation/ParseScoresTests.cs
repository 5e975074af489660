using Chancery.App.Evaluation;
using Chancery.Text;
using Chancery.Text.Learning;

namespace Chancery.Tests.App.Evaluation;

public class ParseScoresTests
{
    private const string Gold = """
        1	They	they	PRON	PRP	Case=Nom|Typo=Yes	3	nsubj:pass	_	_
        2-3	cannot	_	_	_	_	_	_	_	_
        2	can	can	AUX	MD	_	0	root	_	_
        3	not	not	PART	RB	_	2	advmod	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	2	punct	_	_

        1	Go	go	VERB	VB	_	0	root	_	_
        """;

    [Fact]
    public void Treebank_against_itself_is_right_in_all_columns() =>
        Assert.All(ParseScores.Compare(Of(Gold), Of(Gold)), score => Assert.Equal(100, score.Value.F1));

    [Fact]
    public void Column_that_is_not_given_is_not_scored()
    {
        var scores = ParseScores.Compare(Of(Gold), ScoredText.Of(Doc.Of("They cannot. Go")));
        Assert.Equal(["tokens", "sentences", "words"], scores.Keys);
        Assert.All(scores.Values, counts => Assert.Equal(100, counts.F1));
    }

    [Fact]
    public void Wrong_columns_count_one_by_one()
    {
        var system = Gold.Replace("PRON\tPRP\tCase=Nom|Typo=Yes\t3\tnsubj:pass", "NOUN\tPRP\tCase=Nom\t3\tnsubj")
            .Replace("Go\tgo", "Go\tGo").Replace(".\t_\t2\tpunct", ".\t_\t3\tpunct");
        var scores = ParseScores.Compare(Of(Gold), Of(system));
        Assert.Equal(4, scores["upos"].Correct);
        Assert.Equal(5, scores["xpos"].Correct);
        Assert.Equal(5, scores["feats"].Correct);
        Assert.Equal(4, scores["lemmas"].Correct);
        Assert.Equal(4, scores["uas"].Correct);
        Assert.Equal(4, scores["las"].Correct);
    }

    [Fact]
    public void Words_of_a_contraction_left_whole_are_not_aligned()
    {
        var system = """
            1	They	they	PRON	PRP	_	2	nsubj	_	_
            2	cannot	cannot	AUX	MD	_	0	root	_	_
            3	.	.	PUNCT	.	_	2	punct	_	_
            4	Go	go	VERB	VB	_	0	root	_	_
            """;
        var scores = ParseScores.Compare(Of(Gold), Of(system));
        Assert.Equal(new Counts(4, 4, 4), scores["tokens"]);
        Assert.Equal(new Counts(2, 1, 0), scores["sentences"]);
        Assert.Equal(new Counts(5, 4, 3), scores["words"]);
    }

    [Fact]
    public void Token_in_pieces_is_one_wrong_and_the_next_is_found_again()
    {
        var gold = new ScoredText(6, [new Span(0, 4), new Span(4, 6)], [new Span(0, 6)], []);
        var system = new ScoredText(6, [new Span(0, 2), new Span(2, 4), new Span(4, 6)], [new Span(0, 6)], []);
        Assert.Equal(new Counts(2, 3, 1), ParseScores.Compare(gold, system)["tokens"]);
    }

    [Fact]
    public void Cuts_of_two_texts_cannot_be_compared() =>
        Assert.Throws<FormatException>(() => ParseScores.Compare(Of(Gold), ScoredText.Of(Doc.Of("They can"))));

    [Fact]
    public void Interval_holds_the_score_and_is_a_point_where_documents_are_alike()
    {
        var alike = Enumerable.Repeat(new Counts(10, 10, 9), 20).ToList();
        Assert.Equal((90.0, 90.0), Bootstrap.Interval(alike));
        var (low, high) = Bootstrap.Interval([.. alike, new Counts(10, 10, 1)]);
        Assert.True(low < 86 && high > 86);
    }

    private static ScoredText Of(string conllu) => ScoredText.Of(ConlluReader.Read(new StringReader(conllu)).Single());
}
