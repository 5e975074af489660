using Chancery.Text.Learning;

namespace Chancery.Tests.Text.Learning;

public class ConlluReaderTests
{
    private const string Small = """
        # newdoc id = first
        # newpar
        # text = They don't know.
        1	They	they	PRON	PRP	Case=Nom	4	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        3.1	all	all	PRON	DT	_	_	_	_	_
        4	know	know	VERB	VB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	Note=x|SpaceAfter=No

        # text = Why?
        1	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
        2	?	?	PUNCT	.	_	1	punct	_	_

        # newpar id = p2
        1	Later	later	ADV	RB	_	0	root	_	_

        # newdoc id = second
        1	End	end	NOUN	NN	_	0	root	_	_
        """;

    [Fact]
    public void Treebank_comes_as_documents_with_sentences()
    {
        var documents = Read(Small);
        Assert.Equal(["first", "second"], documents.Select(document => document.Id));
        Assert.Equal([3, 1], documents.Select(document => document.Sentences.Length));
        Assert.Equal([true, false, true], documents[0].Sentences.Select(sentence => sentence.BeginsParagraph));
        Assert.Equal("They don't know.", documents[0].Sentences[0].Text);
    }

    [Fact]
    public void Contraction_is_one_token_of_two_words_and_empty_nodes_are_passed_over()
    {
        var sentence = Read(Small)[0].Sentences[0];
        Assert.Equal(["They", "don't", "know", "."], sentence.Tokens.Select(token => token.Form));
        Assert.Equal((1, 2), (sentence.Tokens[1].First, sentence.Tokens[1].Count));
        Assert.Equal(["They", "do", "n't", "know", "."], sentence.Words.Select(word => word.Form));
        Assert.Equal([4, 4, 4, 0, 4], sentence.Words.Select(word => word.Head));
    }

    [Fact]
    public void Raw_text_keeps_paragraphs_and_what_is_written_together() =>
        Assert.Equal("They don't know.Why?\n\nLater", Read(Small)[0].Raw().Text);

    [Fact]
    public void Raw_text_knows_where_its_sentences_begin()
    {
        var raw = Read(Small)[0].Raw();
        Assert.Equal([0, 16, 22], raw.SentenceStarts.ToArray());
        var changed = Read(Small)[0].Raw(TreebankVariant.StopsDropped);
        Assert.Equal("They don't know Why?\n\nLater", changed.Text);
        Assert.Equal("Why", changed.Text.Substring(changed.SentenceStarts[1], 3));
        Assert.Equal("They don't know.Why? Later", Read(Small)[0].Raw(TreebankVariant.ParagraphsJoined).Text);
        Assert.Equal("They don\u2019t know.Why?\n\nLater", Read(Small)[0].Raw(TreebankVariant.QuotesSwapped).Text);
    }

    [Theory]
    [InlineData("1\tThey\n", "line 1: 2 columns, not 10.")]
    [InlineData("2\tx\tx\tX\tX\t_\t0\troot\t_\t_\n", "line 1: word 2 does not follow word 0.")]
    [InlineData("1\tx\tx\tX\tX\t_\tzero\troot\t_\t_\n", "line 1: 'zero' is not a number.")]
    public void Line_that_cannot_be_read_is_named(string content, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Read(content)).Message);

    [Fact]
    public void Nothing_gives_no_document() => Assert.Empty(Read("\n\n# a comment\n"));

    private static List<TreebankDocument> Read(string content) => [.. ConlluReader.Read(new StringReader(content))];
}
