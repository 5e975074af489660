using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Chancery.Text.Nets;

/// <summary>
/// A matrix of weights as whole numbers of twelve bits, each column with its own scale, for reading only: a product takes about two thirds of the time
/// of <see cref="Kernel"/>'s. Sums are of whole numbers, so every machine gives the same bytes.
/// </summary>
internal sealed class FixedWeights
{
    private const int Tall = 8;

    // Blocks of 16 columns; in a block the numbers of two rows stand beside each other, column by column, as the product of pairs wants them.
    private readonly short[] _pairs;
    private readonly float[] _scales;
    private readonly int _rows;

    /// <summary>Takes over weights; their rows are an even number of at most <see cref="FixedRows.MostColumns"/>.</summary>
    public FixedWeights(Matrix weights)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weights.Rows, FixedRows.MostColumns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Rows % Kernel.Lane, 0);
        _rows = weights.Rows;
        _pairs = new short[weights.Values.Length];
        _scales = new float[weights.Columns];
        var (column, whole) = (new float[_rows], new short[_rows]);
        for (var at = 0; at < weights.Columns; at++)
        {
            for (var row = 0; row < _rows; row++) column[row] = weights[row][at];
            _scales[at] = FixedRows.Set(column, whole);
            for (var row = 0; row < _rows; row++) _pairs[at / Kernel.Lane * Block + row / 2 * 2 * Kernel.Lane + 2 * (at % Kernel.Lane) + row % 2] = whole[row];
        }
    }

    private int Block => Kernel.Lane * _rows;

    /// <summary>Adds <c>input · weights</c> to <paramref name="sum"/>: [m×k] · [k×n] → [m×n].</summary>
    public void Multiply(Matrix input, Matrix sum)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Columns, _rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sum.Columns, _scales.Length);
        var left = input.Fixed;
        left.Set(input);
        for (var column = 0; column < sum.Columns; column += 2 * Kernel.Lane)
        {
            var isWide = column + Kernel.Lane < sum.Columns;
            for (var row = 0; row < input.Rows;)
            {
                var isTall = isWide && row + Tall <= input.Rows;
                if (isTall) MultiplyTile(left, row, column, sum);
                else MultiplyRow(left, row, column, sum);
                if (!isTall && isWide) MultiplyRow(left, row, column + Kernel.Lane, sum);
                row += isTall ? Tall : 1;
            }
        }
    }

    private void MultiplyTile(FixedRows left, int row, int column, Matrix sum) => Tile(
        ref Unsafe.As<short, int>(ref left.Values[row * _rows]), _rows / 2, ref _pairs[column / Kernel.Lane * Block], Block,
        ref sum.Values[row * sum.Columns + column], sum.Columns, ref left.Scales[row], ref _scales[column]);

    private void MultiplyRow(FixedRows left, int row, int column, Matrix sum) => Row(
        ref Unsafe.As<short, int>(ref left.Values[row * _rows]), _rows / 2, ref _pairs[column / Kernel.Lane * Block],
        ref sum.Values[row * sum.Columns + column], left.Scales[row], ref _scales[column]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row(ref int a, int pairs, ref short b, ref float c, float scale, ref float scales)
    {
        var sum = Vector512<int>.Zero;
        for (var pair = 0; pair < pairs; pair++)
            sum += Pair(Vector512.Create(Unsafe.Add(ref a, pair)).AsInt16(), Vector512.LoadUnsafe(ref b, (nuint)pair * 2 * Kernel.Lane));
        Store(ref c, sum, Vector512.LoadUnsafe(ref scales), scale);
    }

    /// <summary>Eight rows by two blocks of columns; all sums stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(ref int a, int aRow, ref short b, int block, ref float c, int cRow, ref float rows, ref float columns)
    {
        Vector512<int> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        Vector512<int> s40 = default, s41 = default, s50 = default, s51 = default, s60 = default, s61 = default, s70 = default, s71 = default;
        ref var b2 = ref Unsafe.Add(ref b, block);
        for (var pair = 0; pair < aRow; pair++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b2);
            var a0 = Vector512.Create(a).AsInt16();
            s00 += Pair(a0, b0);
            s01 += Pair(a0, b1);
            a0 = Vector512.Create(Unsafe.Add(ref a, aRow)).AsInt16();
            s10 += Pair(a0, b0);
            s11 += Pair(a0, b1);
            a0 = Vector512.Create(Unsafe.Add(ref a, 2 * aRow)).AsInt16();
            s20 += Pair(a0, b0);
            s21 += Pair(a0, b1);
            a0 = Vector512.Create(Unsafe.Add(ref a, 3 * aRow)).AsInt16();
            s30 += Pair(a0, b0);
            s31 += Pair(a0, b1);
            a0 = Vector512.Create(Unsafe.Add(ref a, 4 * aRow)).AsInt16();
            s40 += Pair(a0, b0);
            s41 += Pair(a0, b1);
            a0 = Vector512.Create(Unsafe.Add(ref a, 5 * aRow)).AsInt16();
            s50 += Pair(a0, b0);
            s51 += Pair(a0, b1);
            a0 = Vector512.Create(Unsafe.Add(ref a, 6 * aRow)).AsInt16();
            s60 += Pair(a0, b0);
            s61 += Pair(a0, b1);
            a0 = Vector512.Create(Unsafe.Add(ref a, 7 * aRow)).AsInt16();
            s70 += Pair(a0, b0);
            s71 += Pair(a0, b1);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, 2 * Kernel.Lane);
            b2 = ref Unsafe.Add(ref b2, 2 * Kernel.Lane);
        }

        Store(ref c, s00, s01, ref columns, rows);
        Store(ref Unsafe.Add(ref c, cRow), s10, s11, ref columns, Unsafe.Add(ref rows, 1));
        Store(ref Unsafe.Add(ref c, 2 * cRow), s20, s21, ref columns, Unsafe.Add(ref rows, 2));
        Store(ref Unsafe.Add(ref c, 3 * cRow), s30, s31, ref columns, Unsafe.Add(ref rows, 3));
        Store(ref Unsafe.Add(ref c, 4 * cRow), s40, s41, ref columns, Unsafe.Add(ref rows, 4));
        Store(ref Unsafe.Add(ref c, 5 * cRow), s50, s51, ref columns, Unsafe.Add(ref rows, 5));
        Store(ref Unsafe.Add(ref c, 6 * cRow), s60, s61, ref columns, Unsafe.Add(ref rows, 6));
        Store(ref Unsafe.Add(ref c, 7 * cRow), s70, s71, ref columns, Unsafe.Add(ref rows, 7));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector512<int> first, Vector512<int> second, ref float columns, float row)
    {
        Store(ref c, first, Vector512.LoadUnsafe(ref columns), row);
        Store(ref Unsafe.Add(ref c, Kernel.Lane), second, Vector512.LoadUnsafe(ref columns, Kernel.Lane), row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector512<int> sum, Vector512<float> columns, float row) =>
        (Vector512.ConvertToSingle(sum) * (columns * row) + Vector512.LoadUnsafe(ref c)).StoreUnsafe(ref c);

    /// <summary>For each of 16 pairs the sum of two products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Pair(Vector512<short> left, Vector512<short> right)
    {
        if (Avx512BW.IsSupported) return Avx512BW.MultiplyAddAdjacent(left, right);
        if (Avx2.IsSupported)
            return Vector512.Create(Avx2.MultiplyAddAdjacent(left.GetLower(), right.GetLower()), Avx2.MultiplyAddAdjacent(left.GetUpper(), right.GetUpper()));
        return PortablePair(left, right);
    }

    /// <summary>The same where the machine has no such instruction.</summary>
    internal static Vector512<int> PortablePair(Vector512<short> left, Vector512<short> right)
    {
        var (a, b) = (left.AsInt32(), right.AsInt32());
        return Vector512.ShiftRightArithmetic(Vector512.ShiftLeft(a, 16), 16) * Vector512.ShiftRightArithmetic(Vector512.ShiftLeft(b, 16), 16)
            + Vector512.ShiftRightArithmetic(a, 16) * Vector512.ShiftRightArithmetic(b, 16);
    }
}
