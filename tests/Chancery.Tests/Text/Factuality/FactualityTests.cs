using Chancery.Extraction;
using Chancery.Text;
using Chancery.Text.Factuality;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Tests.Text.Factuality;

public class FactualityTests
{
    private static readonly Resources Resources = Resources.Default;
    private static readonly Pipeline Words = StandardPipeline.Language(Resources);
    private static readonly FactualityScorer Scorer = new(Resources.FactualityModel(), Resources.LanguageModel().Hash);
    private static readonly FactualityTraining Training = new(10, 32, 32, 2, 30, 8, 0.01f, 0.01f, 0.1f, 0.5f, 1);

    [Theory]
    [InlineData("The gunmen stormed the radio station.", "stormed", "The gunmen did not storm the radio station.", "storm")]
    [InlineData("The crew managed to leave.", "leave", "The crew refused to leave.", "leave")]
    [InlineData("The minister arrived.", "arrived", "The minister will arrive next week.", "arrive")]
    public void What_happened_has_a_higher_value_than_what_did_not(string told, string word, string other, string otherWord) =>
        Assert.True(Value(told, word) > Value(other, otherWord) + 0.5, $"{Value(told, word)} and {Value(other, otherWord)}");

    [Fact]
    public void A_value_does_not_depend_on_the_others()
    {
        var tree = Tree("The mayor left and the clerk did not stay. The bridge may fall.");
        var all = Enumerable.Range(0, tree.Count).ToArray();
        var together = Scorer.Score(tree, all);
        Assert.Equal(together, all.Select(token => Assert.Single(Scorer.Score(tree, [token]))));
        Assert.All(together, value => Assert.InRange(value, -3, 3));
        Assert.Empty(Scorer.Score(tree, []));
    }

    [Fact]
    public void The_same_sentences_give_the_same_bytes_and_are_learnt()
    {
        var bytes = Learn();
        Assert.Equal(bytes, Learn());
        var learnt = new FactualityScorer(FactualityModel.Read(bytes), Resources.LanguageModel().Hash);
        var (said, denied) = (Tree("The dog barked."), Tree("The dog did not bark."));
        Assert.True(learnt.Score(said, [2])[0] > learnt.Score(denied, [4])[0] + 1);
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused()
    {
        var bytes = Learn();
        Assert.Throws<FormatException>(() => FactualityModel.Read([]));
        Assert.Throws<FormatException>(() => FactualityModel.Read(bytes.AsSpan(..^1)));
        Assert.Throws<FormatException>(() => FactualityModel.Read([.. bytes, 0]));
        bytes[4]++;
        Assert.Throws<FormatException>(() => FactualityModel.Read(bytes));
        Assert.Throws<ArgumentException>(() => new FactualityScorer(Resources.FactualityModel(), new string('0', 64)));
    }

    [Fact]
    public void Nothing_is_learnt_from_nothing() =>
        Assert.Throws<InvalidOperationException>(() => new FactualityTrainer().Learn(Training, Resources.LanguageModel().Hash, _ => { }));

    private static byte[] Learn()
    {
        var trainer = new FactualityTrainer();
        foreach (var name in (string[])["man", "cat", "girl", "clerk", "horse", "king"])
        {
            trainer.Add(Words.Run(new Document(new SourceText($"The {name} walked."))), [new ValuedPredicate(2, 3)]);
            trainer.Add(Words.Run(new Document(new SourceText($"The {name} did not walk."))), [new ValuedPredicate(4, -3)]);
        }

        return trainer.Learn(Training, Resources.LanguageModel().Hash, _ => { });
    }

    private static SyntaxTree Tree(string text) => new(Words.Run(new Document(new SourceText(text))));

    private static double Value(string text, string word)
    {
        var tree = Tree(text);
        return Assert.Single(Scorer.Score(tree, [Enumerable.Range(0, tree.Count).First(token => tree.Document.TextOf(tree.Document.Tokens[token]).SequenceEqual(word))]));
    }
}
