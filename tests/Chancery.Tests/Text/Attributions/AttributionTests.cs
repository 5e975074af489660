using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Attributions;
using Chancery.Text.Learning;
using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Attributions;

public class AttributionTests
{
    private static readonly Resources Resources = Resources.Default;
    private static readonly Pipeline Words = StandardPipeline.Language(Resources);
    private static readonly AttributionTagger Tagger = new(Resources.AttributionModel(), Resources.LanguageModel().Hash);
    private static readonly TreeTraining Trees = new(20, 3, 0.3, 1, 0.01, 1, 1, 1);

    [Fact]
    public void Source_cue_and_content_are_found_and_linked()
    {
        var (document, found) = Tagged("The mayor said that the bridge was closed. The lake froze. \"We wait,\" the captain told reporters.");
        Assert.Equal(2, found.Count);
        Assert.Equal(("The mayor", "said", "that the bridge was closed"), In(document, found[0]));
        Assert.Equal("the captain", In(document, found[1]).Source);
    }

    [Fact]
    public void What_somebody_says_another_says_stands_deeper()
    {
        var (document, found) = Tagged("The minister said the general had told him that the Taliban had said that the town was empty.");
        Assert.Equal([0, 1, 2], found.Select(relation => relation.Depth).Order());
        Assert.Equal("the Taliban", In(document, found.Single(relation => relation.Depth == 2)).Source);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u201C")]
    [InlineData("\"\"\"\"\"\" ''''' »»« said \uD800 said said: \"")]
    [InlineData("said said said said, said \" said ' said")]
    public void Any_text_is_read(string text) => Assert.All(Tagged(text).Found, relation => Assert.NotEmpty(relation.Content));

    [Fact]
    public void A_long_text_is_read_in_pieces_with_the_same_answers_at_its_beginning()
    {
        var text = string.Concat(Enumerable.Repeat("The mayor said that the bridge was closed. ", 400));
        var (document, found) = Tagged(text);
        Assert.InRange(found.Count(relation => relation.Depth == 0), 390, 400);
        Assert.Equal(("The mayor", "said", "that the bridge was closed"), In(document, found[0]));
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes_and_are_learnt()
    {
        var bytes = Learn();
        Assert.Equal(bytes, Learn());
        var learnt = AttributionModel.Read(bytes);
        var document = Words.Run(new Document(new SourceText("The clerk said that the road was open.")));
        var relation = Assert.Single(new AttributionTagger(learnt, Resources.LanguageModel().Hash).Apply(document).Layer<AttributionRelation>(), one => one.Depth == 0);
        Assert.Equal(("The clerk", "said", "that the road was open"), In(document, relation));
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused()
    {
        var bytes = Learn();
        Assert.Throws<FormatException>(() => AttributionModel.Read([]));
        Assert.Throws<FormatException>(() => AttributionModel.Read(bytes.AsSpan(..^1)));
        bytes[4]++;
        Assert.Throws<FormatException>(() => AttributionModel.Read(bytes));
        Assert.Throws<ArgumentException>(() => new AttributionTagger(Resources.AttributionModel(), new string('0', 64)));
    }

    [Fact]
    public void Slopes_of_the_roles_are_those_of_the_loss()
    {
        var shape = new EncoderShape(8, 16, 32, 1, Resources.LanguageModel().Net.Shape.Hidden);
        var trainer = new RoleTrainer(new RoleTraining(shape, 1, 10, 0.01f, 0, 0, 0, 1));
        var batch = new List<RoleExample> { Example() };
        var weight = trainer.Net.Parameters.Last(parameter => parameter.Name == "roles.weight");
        trainer.Slopes(batch);
        var slope = weight.Gradient.Values[1];
        weight.Gradient.All.Clear();
        const float Step = 1e-2f;
        weight.Value.Values[1] += Step;
        var above = trainer.Slopes(batch);
        weight.Value.Values[1] -= 2 * Step;
        var below = trainer.Slopes(batch);
        Assert.Equal((above - below) / (2 * Step), slope, 0.02);
    }

    private static byte[] Learn()
    {
        var trainer = new AttributionTrainer();
        for (var i = 0; i < 12; i++)
        {
            var example = Example();
            trainer.Add(example.Document, example.Relations);
        }

        return trainer.Learn(new AttributionTraining(8, 16, 32, 1, 2, 30, 30, 0.01f, 0, 0, 0, Trees, 1), Resources.LanguageModel().Hash, _ => { });
    }

    private static RoleExample Example()
    {
        var document = Words.Run(new Document(new SourceText("The mayor said that the bridge was closed. A guard said that the gate was shut.")));
        AttributionRelation[] relations =
        [
            new(default, new TokenRange(0, 2), new TokenRange(2, 3), [new TokenRange(3, 8)]),
            new(default, new TokenRange(9, 11), new TokenRange(11, 12), [new TokenRange(12, 17)]),
        ];
        return new RoleExample(document, relations, 8);
    }

    private static (Document Document, List<AttributionRelation> Found) Tagged(string text)
    {
        var document = Tagger.Apply(Words.Run(new Document(new SourceText(text))));
        return (document, [.. document.Layer<AttributionRelation>()]);
    }

    private static (string Source, string Cue, string Content) In(Document document, AttributionRelation relation) =>
        (Of(document, relation.Source), Of(document, relation.Cue), string.Join(" … ", relation.Content.Select(piece => Of(document, piece))));

    private static string Of(Document document, TokenRange range) => range.Count == 0 ? "" : document.Text[range.In(document)];
}
