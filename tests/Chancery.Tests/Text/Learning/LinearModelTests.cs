using Chancery.Text.Learning;

namespace Chancery.Tests.Text.Learning;

public class LinearModelTests
{
    private static readonly ulong[] Rows = [1UL << 60, 2UL << 60, 1UL << 60, 3UL << 60, 4UL << 60, 2UL << 60];
    private static readonly bool[] Answers = [true, true, false];

    [Fact]
    public void Perceptron_learns_what_tells_the_answers_apart()
    {
        var model = Learn();
        Assert.True(model.Score(Rows.AsSpan(0, 2)) > 0);
        Assert.True(model.Score(Rows.AsSpan(2, 2)) > 0);
        Assert.True(model.Score(Rows.AsSpan(4, 2)) < 0);
    }

    [Fact]
    public void Same_examples_and_seed_give_the_same_bytes() => Assert.Equal(Learn().ToBytes(), Learn().ToBytes());

    [Fact]
    public void Model_comes_back_from_its_bytes()
    {
        var model = Learn();
        var again = LinearModel.Read(model.ToBytes());
        Assert.Equal((model.Hash, model.Templates), (again.Hash, again.Templates));
        Assert.Equal(model.Score(Rows), again.Score(Rows));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(40)]
    public void Bytes_cut_short_are_no_model(int length) =>
        Assert.Throws<FormatException>(() => LinearModel.Read(Learn().ToBytes().AsSpan(0, length)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"model":"x","sha256":"y","licence":"","trainedOn":["z"]}""")]
    [InlineData("""{"model":"x","sha256":"y","licence":"free","trainedOn":[]}""")]
    public void Card_that_leaves_something_out_is_none(string json) => Assert.Throws<FormatException>(() => ModelCard.Read(json));

    [Fact]
    public void Card_says_model_hash_corpora_and_licence()
    {
        var card = ModelCard.Read("""{"model":"x","sha256":"y","licence":"free","trainedOn":["a","b"],"scores":{}}""");
        Assert.Equal(("x", "y", "free"), (card.Model, card.Sha256, card.Licence));
        Assert.Equal(["a", "b"], card.TrainedOn);
    }

    private static LinearModel Learn() => new AveragedPerceptron(7, 4, (5, 5)).Learn(Rows, 2, Answers, (2, 10, 1));
}
