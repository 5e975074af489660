using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public sealed class KernelTests
{
    [Theory]
    [InlineData(1, 3, 16)]
    [InlineData(7, 5, 32)]
    [InlineData(8, 16, 48)]
    [InlineData(19, 33, 80)]
    public void Products_are_those_of_the_textbook(int rows, int inner, int columns)
    {
        var chance = new Chance(7);
        var (left, right, sum) = (Filled(rows, inner, chance), Filled(inner, columns, chance), Filled(rows, columns, chance));
        var before = sum.All.ToArray();
        Kernel.Multiply(left, right, sum, adds: true);
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                Assert.Equal(before[i * columns + j] + Enumerable.Range(0, inner).Sum(k => (double)left[i][k] * right[k][j]), sum[i][j], 1e-3);
        var product = new Matrix(inner, columns);
        Kernel.MultiplyTransposed(left, sum, product);
        for (var i = 0; i < inner; i++)
            for (var j = 0; j < columns; j++)
                Assert.Equal(Enumerable.Range(0, rows).Sum(k => (double)left[k][i] * sum[k][j]), product[i][j], 1e-2);
    }

    [Fact]
    public void Factors_that_do_not_fit_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.Multiply(new Matrix(2, 3), new Matrix(4, 16), new Matrix(2, 16), adds: false));

    [Fact]
    public void Exp_and_softmax_agree_with_the_library()
    {
        var scores = Enumerable.Range(-43, 87).Select(i => i / 3f).ToArray();
        var (library, greatest) = (scores.Select(score => Math.Exp(score)).ToArray(), scores.Max());
        for (var i = 0; i < scores.Length; i++)
            Assert.Equal(1, VectorMath.Exp(System.Runtime.Intrinsics.Vector512.Create(scores[i]))[0] / library[i], 5);
        VectorMath.Softmax(scores);
        for (var i = 0; i < scores.Length; i++) Assert.Equal(library[i] / library.Sum(), scores[i], 5);
        Assert.Equal(scores.Length - 1, VectorMath.Greatest(scores));
        Assert.True(greatest > 0);
    }

    private static Matrix Filled(int rows, int columns, Chance chance)
    {
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.All) value = chance.Bell();
        return matrix;
    }
}
