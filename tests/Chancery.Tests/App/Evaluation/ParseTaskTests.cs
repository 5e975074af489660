using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

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
    public void Tagger_is_scored_on_the_treebanks_tokens()
    {
        const string Treebank = """
            1	They	they	PRON	PRP	_	2	nsubj	_	_
            2-3	can't	_	_	_	_	_	_	_	_
            2	ca	can	AUX	MD	VerbForm=Fin	0	root	_	_
            3	n't	not	PART	RB	Polarity=Neg	2	advmod	_	_
            """;
        var (result, _) = ParseTask.FromTokens(Resources.Default, new Modals(), Resources.Default.LemmaModel()).Run(new StringReader(Treebank));
        Assert.DoesNotContain("tokens", result.Scores.Keys);
        Assert.Equal(100.0 / 3, result.Scores["upos"], 6);
        Assert.Equal(100.0 / 3, result.Scores["xpos"], 6);
        Assert.Equal(100.0 * 2 / 3, result.Scores["lemmas"], 6);
        Assert.DoesNotContain("las", result.Scores.Keys);
    }

    /// <summary>Takes every word for a modal verb.</summary>
    private sealed class Modals() : Annotator<Tag>("modals", 1, typeof(Token))
    {
        protected override IEnumerable<Tag> Annotate(Document document) =>
            document.Tokens.Select(token => new Tag(token.Span, Upos.AUX, PennTag.Of("MD"), default));
    }

    [Fact]
    public void File_without_sentences_is_refused() =>
        Assert.Throws<FormatException>(() => ParseTask.FromRawText(Resources.Default, null).Run(new StringReader("")));
}
