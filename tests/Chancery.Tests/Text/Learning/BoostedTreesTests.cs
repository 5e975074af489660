using Chancery.Text.Learning;

namespace Chancery.Tests.Text.Learning;

public class BoostedTreesTests
{
    private static readonly TreeTraining Training = new(40, 3, 0.3, 1, 0.5, 0.8, 1, 7);

    [Fact]
    public void Trees_learn_what_no_line_separates()
    {
        var trees = Learn();
        Assert.True(trees.Probability([0.5f, 0]) > 0.9, "the middle is yes");
        Assert.True(trees.Probability([0.1f, 0]) < 0.1, "below is no");
        Assert.True(trees.Probability([0.9f, 0]) < 0.1, "above is no");
        Assert.True(trees.Probability([0.5f, 1]) < 0.1, "the other feature forbids it");
    }

    [Fact]
    public void Bytes_come_back_as_they_were_and_learning_twice_is_equal()
    {
        var trees = Learn();
        var read = BoostedTrees.Read(trees.ToBytes());
        Assert.Equal((trees.Hash, trees.Templates, trees.Count), (read.Hash, read.Templates, read.Count));
        Assert.Equal(trees.Score([0.3f, 0.8f]), read.Score([0.3f, 0.8f]));
        Assert.Equal(trees.Hash, Learn().Hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    public void Broken_bytes_are_no_trees(int length) => Assert.Throws<FormatException>(() => BoostedTrees.Read(Learn().ToBytes().AsSpan(0, length)));

    private static BoostedTrees Learn()
    {
        var booster = new TreeBooster(99, 2);
        var chance = new Random(5);
        for (var i = 0; i < 800; i++)
        {
            var (one, other) = (chance.NextSingle(), chance.Next(2));
            booster.Add([one, other], one is > 0.3f and < 0.7f && other == 0, 1);
        }

        return booster.Learn(Training);
    }
}
