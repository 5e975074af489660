using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Chancery.Text.Nets;

namespace Chancery.Tests.Text.Nets;

public sealed class FixedWeightsTests
{
    [Theory]
    [InlineData(1, 16, 16)]
    [InlineData(7, 32, 32)]
    [InlineData(8, 48, 48)]
    [InlineData(21, 256, 80)]
    public void Products_are_those_of_the_textbook_to_the_twelfth_bit(int rows, int inner, int columns)
    {
        var chance = new Chance(7);
        var (left, right, sum) = (Filled(rows, inner, chance), Filled(inner, columns, chance), Filled(rows, columns, chance));
        left[0].Clear();
        var before = sum.All.ToArray();
        new FixedWeights(right).Multiply(left, sum);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                Assert.Equal(before[row * columns + column] + Enumerable.Range(0, inner).Sum(k => (double)left[row][k] * right[k][column]), sum[row][column], 0.03 * Math.Sqrt(inner) / 4);
    }

    [Fact]
    public void The_greatest_sum_fits()
    {
        var (left, right, sum) = (new Matrix(1, 496), new Matrix(496, 16), new Matrix(1, 16));
        left.All.Fill(-3);
        right.All.Fill(5);
        new FixedWeights(right).Multiply(left, sum);
        Assert.Equal(-15 * 496, sum[0][3], 0.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedWeights(new Matrix(512, 16)));
    }

    [Fact]
    public void Machines_without_the_instruction_sum_the_same()
    {
        var chance = new Chance(2);
        var (left, right) = (Shorts(chance), Shorts(chance));
        var sums = FixedWeights.PortablePair(left, right);
        for (var i = 0; i < 16; i++) Assert.Equal(left[2 * i] * right[2 * i] + left[2 * i + 1] * right[2 * i + 1], sums[i]);
        if (Avx2.IsSupported) Assert.Equal(sums.GetLower(), Avx2.MultiplyAddAdjacent(left.GetLower(), right.GetLower()));
    }

    private static Vector512<short> Shorts(Chance chance) => Vector512.Create([.. Enumerable.Range(0, 32).Select(_ => (short)(chance.Below(4095) - 2047))]);

    private static Matrix Filled(int rows, int columns, Chance chance)
    {
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.All) value = chance.Bell();
        return matrix;
    }
}
