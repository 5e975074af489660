using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>
/// The products of matrices on which everything in a net rests. Every number of a product is one chain of fused multiply-adds in the
/// order of the inner index, whatever the machine's vectors, so that a machine gives the same bytes as any other.
/// </summary>
internal static class Kernel
{
    /// <summary>Numbers in a vector; columns of a product come in multiples of it.</summary>
    public const int Lane = 16;

    private const int Wide = 2 * Lane;
    private const int Tall = 8;

    /// <summary>Adds <c>left · right</c> to <paramref name="sum"/>, or sets it: [m×k] · [k×n] → [m×n].</summary>
    public static void Multiply(Matrix left, Matrix right, Matrix sum, bool adds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Columns, right.Rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Columns, sum.Columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Rows, sum.Rows);
        Run(new Operand(left.Values, left.Columns, 1), right.Values, right.Columns, sum, left.Columns, adds);
    }

    /// <summary>Adds <c>leftᵀ · right</c> to <paramref name="sum"/>: [m×k]ᵀ · [m×n] → [k×n].</summary>
    public static void MultiplyTransposed(Matrix left, Matrix right, Matrix sum)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Rows, right.Rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Columns, sum.Columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Columns, sum.Rows);
        Run(new Operand(left.Values, 1, left.Columns), right.Values, right.Columns, sum, left.Rows, adds: true);
    }

    /// <summary>The left factor: where its numbers stand, and how far apart in its outer and its inner index.</summary>
    private readonly record struct Operand(float[] Values, int Row, int Step);

    private static void Run(Operand left, float[] right, int rightStep, Matrix sum, int steps, bool adds)
    {
        if (sum.Rows == 0 || steps == 0) return;
        for (var column = 0; column < sum.Columns; column += Wide)
        {
            var isWide = column + Wide <= sum.Columns;
            for (var row = 0; row < sum.Rows;)
            {
                ref var a = ref left.Values[row * left.Row];
                ref var b = ref right[column];
                ref var c = ref sum.Values[row * sum.Columns + column];
                if (isWide && row + Tall <= sum.Rows)
                {
                    Tile(ref a, (nuint)left.Row, (nuint)left.Step, ref b, (nuint)rightStep, (nuint)steps, ref c, (nuint)sum.Columns, adds);
                    row += Tall;
                }
                else
                {
                    Strip(ref a, (nuint)left.Step, ref b, (nuint)rightStep, (nuint)steps, ref c, adds);
                    if (isWide) Strip(ref a, (nuint)left.Step, ref Unsafe.Add(ref b, Lane), (nuint)rightStep, (nuint)steps, ref Unsafe.Add(ref c, Lane), adds);
                    row++;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strip(ref float a, nuint aStep, ref float b, nuint bStep, nuint steps, ref float c, bool adds)
    {
        var sum = adds ? Vector512.LoadUnsafe(ref c) : Vector512<float>.Zero;
        for (nuint step = 0; step < steps; step++)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(a), Vector512.LoadUnsafe(ref b), sum);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        sum.StoreUnsafe(ref c);
    }

    // Optimised at once: the first texts of a program would else run through code that is not.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(ref float a, nuint aRow, nuint aStep, ref float b, nuint bStep, nuint steps, ref float c, nuint cRow, bool adds)
    {
        var (s00, s01) = Load(ref c, adds);
        var (s10, s11) = Load(ref Unsafe.Add(ref c, cRow), adds);
        var (s20, s21) = Load(ref Unsafe.Add(ref c, 2 * cRow), adds);
        var (s30, s31) = Load(ref Unsafe.Add(ref c, 3 * cRow), adds);
        var (s40, s41) = Load(ref Unsafe.Add(ref c, 4 * cRow), adds);
        var (s50, s51) = Load(ref Unsafe.Add(ref c, 5 * cRow), adds);
        var (s60, s61) = Load(ref Unsafe.Add(ref c, 6 * cRow), adds);
        var (s70, s71) = Load(ref Unsafe.Add(ref c, 7 * cRow), adds);
        var (row3, row5, row7) = (3 * aRow, 5 * aRow, 7 * aRow);
        for (nuint step = 0; step < steps; step++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, Lane);
            var a0 = Vector512.Create(a);
            s00 = Vector512.FusedMultiplyAdd(a0, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(a0, b1, s01);
            a0 = Vector512.Create(Unsafe.Add(ref a, aRow));
            s10 = Vector512.FusedMultiplyAdd(a0, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(a0, b1, s11);
            a0 = Vector512.Create(Unsafe.Add(ref a, 2 * aRow));
            s20 = Vector512.FusedMultiplyAdd(a0, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(a0, b1, s21);
            a0 = Vector512.Create(Unsafe.Add(ref a, row3));
            s30 = Vector512.FusedMultiplyAdd(a0, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(a0, b1, s31);
            a0 = Vector512.Create(Unsafe.Add(ref a, 4 * aRow));
            s40 = Vector512.FusedMultiplyAdd(a0, b0, s40);
            s41 = Vector512.FusedMultiplyAdd(a0, b1, s41);
            a0 = Vector512.Create(Unsafe.Add(ref a, row5));
            s50 = Vector512.FusedMultiplyAdd(a0, b0, s50);
            s51 = Vector512.FusedMultiplyAdd(a0, b1, s51);
            a0 = Vector512.Create(Unsafe.Add(ref a, 2 * row3));
            s60 = Vector512.FusedMultiplyAdd(a0, b0, s60);
            s61 = Vector512.FusedMultiplyAdd(a0, b1, s61);
            a0 = Vector512.Create(Unsafe.Add(ref a, row7));
            s70 = Vector512.FusedMultiplyAdd(a0, b0, s70);
            s71 = Vector512.FusedMultiplyAdd(a0, b1, s71);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bStep);
        }

        Store(ref c, s00, s01);
        Store(ref Unsafe.Add(ref c, cRow), s10, s11);
        Store(ref Unsafe.Add(ref c, 2 * cRow), s20, s21);
        Store(ref Unsafe.Add(ref c, 3 * cRow), s30, s31);
        Store(ref Unsafe.Add(ref c, 4 * cRow), s40, s41);
        Store(ref Unsafe.Add(ref c, 5 * cRow), s50, s51);
        Store(ref Unsafe.Add(ref c, 6 * cRow), s60, s61);
        Store(ref Unsafe.Add(ref c, 7 * cRow), s70, s71);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> First, Vector512<float> Second) Load(ref float c, bool adds) =>
        adds ? (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, Lane)) : (Vector512<float>.Zero, Vector512<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector512<float> first, Vector512<float> second)
    {
        first.StoreUnsafe(ref c);
        second.StoreUnsafe(ref c, Lane);
    }
}
