using Chancery.App.Evaluation;
using Chancery.Extraction;

namespace Chancery.Tests.App.Evaluation;

public class ParseTaskTests
{
    [Fact]
    public void Raw_text_is_cut_and_scored_with_an_interval()
    {
        const string Treebank = """
            1	He	he	PRON	PRP	_	2	nsubj	_	_
            2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
            3	.	.	PUNCT	.	_	2	punct	_	_

            1	She	she	PRON	PRP	_	2	nsubj	_	_
            2	stay	stay	VERB	VB	_	0	root	_	SpaceAfter=No
            3	ed	ed	X	X	_	2	dep	_	SpaceAfter=No
            4	.	.	PUNCT	.	_	2	punct	_	_
            """;
        var (result, misses) = ParseTask.FromRawText(Resources.Default, null).Run(new StringReader(Treebank));
        Assert.Equal(6, result.Items);
        Assert.Equal(100, result.Scores["sentences"]);
        Assert.Equal(200.0 * 5 / 13, result.Scores["tokens"], 6);
        Assert.Equal(result.Scores["tokens"], result.Scores["tokensLow"]);
        Assert.DoesNotContain("upos", result.Scores.Keys);
        Assert.Equal("tokens: no cut He left. She stay\u2016ed.", Assert.Single(misses));
    }

    [Fact]
    public void Lemmas_are_scored_on_given_tags_and_nothing_that_was_given()
    {
        const string Treebank = """
            1	Rebels	rebel	NOUN	NNS	_	2	nsubj	_	_
            2	left	leaf	VERB	VBD	_	0	root	_	SpaceAfter=No
            3	.	.	PUNCT	.	_	2	punct	_	_
            """;
        var (result, misses) = ParseTask.FromTags(Resources.Default, Resources.Default.LemmaModel()).Run(new StringReader(Treebank));
        Assert.Equal(["lemmas", "lemmasLow", "lemmasHigh"], result.Scores.Keys);
        Assert.Equal(200.0 / 3, result.Scores["lemmas"], 6);
        Assert.Equal("lemmas: left VERB VBD leaf | leave", Assert.Single(misses));
    }

    [Fact]
    public void File_without_sentences_is_refused() =>
        Assert.Throws<FormatException>(() => ParseTask.FromRawText(Resources.Default, null).Run(new StringReader("")));
}
