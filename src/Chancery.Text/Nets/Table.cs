using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>
/// The table of word features. While it is learnt its rows are single-precision numbers; a model that is read has them as bytes with one
/// scale a row, and they are never unpacked.
/// </summary>
internal sealed class Table
{
    private readonly sbyte[]? _bytes;
    private readonly float[]? _scales;
    private readonly bool[] _isTouched = [];

    /// <summary>A table to be learnt.</summary>
    public Table(int bits, int columns, Chance chance)
    {
        (Bits, Columns) = (bits, columns);
        Learnt = new Parameter("table", 1 << bits, columns).Scatter(chance, 0.1f);
        _isTouched = new bool[1 << bits];
    }

    /// <summary>A table as it was stored.</summary>
    public Table(int bits, int columns, sbyte[] bytes, float[] scales)
    {
        (Bits, Columns) = (bits, columns);
        (_bytes, _scales) = (bytes, scales);
    }

    /// <summary>A table of zeros, to be filled with what was stored.</summary>
    public static Table Empty(int bits, int columns) => new(bits, columns, new sbyte[columns << bits], new float[1 << bits]);

    private Table(Table other)
    {
        (Bits, Columns) = (other.Bits, other.Columns);
        Learnt = new Parameter("table", 1 << Bits, Columns);
        other.Learnt!.Value.All.CopyTo(Learnt.Value.All);
        _isTouched = [.. other._isTouched];
    }

    /// <summary>Another table to be learnt, that says the same.</summary>
    public Table Copy() => new(this);

    /// <summary>Base-2 logarithm of its rows.</summary>
    public int Bits { get; }

    /// <summary>Numbers in a row.</summary>
    public int Columns { get; }

    /// <summary>The numbers while they are learnt.</summary>
    public Parameter? Learnt { get; }

    /// <summary>The bytes of a row and its scale.</summary>
    public (sbyte[] Bytes, float[] Scales) Stored => _bytes is not null ? (_bytes, _scales!) : Quantise(Learnt!.Value);

    /// <summary>Notes that something was learnt about a row.</summary>
    public void Touch(int row) => _isTouched[row] = true;

    /// <summary>Sets the rows of which nothing was learnt to zero, so that a word never seen adds no noise.</summary>
    public void Settle()
    {
        for (var row = 0; row < _isTouched.Length; row++)
            if (!_isTouched[row]) Learnt!.Value[row].Clear();
    }

    /// <summary>Sets <paramref name="sum"/> to the sum of these rows.</summary>
    public void Sum(ReadOnlySpan<int> rows, Span<float> sum)
    {
        sum.Clear();
        foreach (var row in rows)
            if (Learnt is not null) VectorMath.AddScaled(sum, Learnt.Value[row], 1);
            else Add(row, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int row, Span<float> sum)
    {
        ref var start = ref MemoryMarshal.GetReference(sum);
        ref var bytes = ref _bytes![row * Columns];
        var scale = Vector512.Create(_scales![row]);
        for (nuint i = 0; i < (nuint)sum.Length; i += Kernel.Lane)
        {
            var whole = Vector512.WidenLower(Vector256.WidenLower(Vector128.LoadUnsafe(ref bytes, i).ToVector256Unsafe()).ToVector512Unsafe());
            Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(whole), scale, Vector512.LoadUnsafe(ref start, i)).StoreUnsafe(ref start, i);
        }
    }

    private static (sbyte[] Bytes, float[] Scales) Quantise(Matrix values)
    {
        var (bytes, scales) = (new sbyte[values.Rows * values.Columns], new float[values.Rows]);
        for (var row = 0; row < values.Rows; row++)
        {
            var greatest = 1e-8f;
            foreach (var value in values[row]) greatest = Math.Max(greatest, Math.Abs(value));
            scales[row] = greatest / 127;
            for (var i = 0; i < values.Columns; i++) bytes[row * values.Columns + i] = (sbyte)MathF.Round(values[row][i] / scales[row]);
        }

        return (bytes, scales);
    }
}
