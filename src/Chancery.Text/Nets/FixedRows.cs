using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>Rows of numbers as whole numbers of twelve bits, each row with its own scale: what goes into a product with <see cref="FixedWeights"/>.</summary>
internal sealed class FixedRows
{
    /// <summary>The greatest whole number: so large that what is lost is far below what half precision loses, so small that a sum of 511 products fits 31 bits.</summary>
    public const int Greatest = 2047;

    /// <summary>The most columns whose sums of products still fit.</summary>
    public const int MostColumns = 511;

    /// <summary>The whole numbers, row by row.</summary>
    public short[] Values { get; private set; } = [];

    /// <summary>What 1 stands for in each row.</summary>
    public float[] Scales { get; private set; } = [];

    /// <summary>Takes over the rows of a matrix.</summary>
    public void Set(Matrix rows)
    {
        if (Values.Length < rows.All.Length) Values = new short[rows.Values.Length];
        if (Scales.Length < rows.Rows) Scales = new float[2 * rows.Rows];
        for (var row = 0; row < rows.Rows; row++) Scales[row] = Set(rows[row], Values.AsSpan(row * rows.Columns));
    }

    /// <summary>Rounds numbers to whole ones and gives their scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Set(ReadOnlySpan<float> numbers, Span<short> whole)
    {
        ref var number = ref MemoryMarshal.GetReference(numbers);
        var most = Vector512.Create(1e-30f);
        for (nuint i = 0; i < (nuint)numbers.Length; i += Kernel.Lane) most = Vector512.Max(most, Vector512.Abs(Vector512.LoadUnsafe(ref number, i)));
        var scale = Most(most) / Greatest;
        var times = Vector512.Create(1 / scale);
        for (nuint i = 0; i < (nuint)numbers.Length; i += Kernel.Lane)
        {
            var rounded = Vector512.ConvertToInt32(Vector512.Round(Vector512.LoadUnsafe(ref number, i) * times));
            Vector512.Narrow(rounded, rounded).GetLower().StoreUnsafe(ref MemoryMarshal.GetReference(whole), i);
        }

        return scale;
    }

    private static float Most(Vector512<float> lanes)
    {
        var half = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return Math.Max(Math.Max(quarter[0], quarter[1]), Math.Max(quarter[2], quarter[3]));
    }
}
