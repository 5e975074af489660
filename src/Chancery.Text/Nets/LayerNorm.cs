using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>Brings each row to mean 0 and deviation 1, then stretches and shifts it by what is learnt (Ba, Kiros and Hinton 2016).</summary>
internal sealed class LayerNorm
{
    private const float Least = 1e-5f;

    public LayerNorm(string name, int columns)
    {
        Gain = new Parameter($"{name}.gain", 1, columns).Fill(1);
        Shift = new Parameter($"{name}.shift", 1, columns);
    }

    /// <summary>[1 × columns].</summary>
    public Parameter Gain { get; }

    /// <summary>[1 × columns].</summary>
    public Parameter Shift { get; }

    /// <summary>What is learnt.</summary>
    public IEnumerable<Parameter> Parameters => [Gain, Shift];

    /// <summary>In place.</summary>
    public void Forward(Matrix values)
    {
        for (var row = 0; row < values.Rows; row++) Normalise(values[row], stretches: true);
    }

    /// <summary>As the other, keeping what going backward needs.</summary>
    public void Forward(Matrix values, Matrix normal, Matrix deviations)
    {
        normal.Resize(values.Rows);
        deviations.Resize(values.Rows);
        for (var row = 0; row < values.Rows; row++)
        {
            var normalRow = normal[row];
            values[row].CopyTo(normalRow);
            deviations[row][0] = Normalise(normalRow, stretches: false);
            Stretch(normalRow, values[row]);
        }
    }

    /// <summary>Changes the gradient of the output into that of the input, in place, and adds to the gradients of what is learnt.</summary>
    public void Backward(Matrix gradient, Matrix normal, Matrix deviations)
    {
        for (var row = 0; row < gradient.Rows; row++) Backward(gradient[row], normal[row], deviations[row][0]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Normalise(Span<float> row, bool stretches)
    {
        ref var start = ref MemoryMarshal.GetReference(row);
        var (sum, square) = (Vector512<float>.Zero, Vector512<float>.Zero);
        for (nuint i = 0; i < (nuint)row.Length; i += Kernel.Lane) sum += Vector512.LoadUnsafe(ref start, i);
        var mean = Vector512.Create(VectorMath.Sum(sum) / row.Length);
        for (nuint i = 0; i < (nuint)row.Length; i += Kernel.Lane)
        {
            var distance = Vector512.LoadUnsafe(ref start, i) - mean;
            square = Vector512.FusedMultiplyAdd(distance, distance, square);
        }

        var deviation = 1 / MathF.Sqrt(VectorMath.Sum(square) / row.Length + Least);
        for (nuint i = 0; i < (nuint)row.Length; i += Kernel.Lane)
            ((Vector512.LoadUnsafe(ref start, i) - mean) * deviation).StoreUnsafe(ref start, i);
        if (stretches) Stretch(row, row);
        return deviation;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Stretch(Span<float> normal, Span<float> output)
    {
        ref var from = ref MemoryMarshal.GetReference(normal);
        ref var to = ref MemoryMarshal.GetReference(output);
        ref var gain = ref Gain.Value.Values[0];
        ref var shift = ref Shift.Value.Values[0];
        for (nuint i = 0; i < (nuint)normal.Length; i += Kernel.Lane)
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from, i), Vector512.LoadUnsafe(ref gain, i), Vector512.LoadUnsafe(ref shift, i)).StoreUnsafe(ref to, i);
    }

    private void Backward(Span<float> gradient, Span<float> normal, float deviation)
    {
        ref var g = ref MemoryMarshal.GetReference(gradient);
        ref var n = ref MemoryMarshal.GetReference(normal);
        ref var gain = ref Gain.Value.Values[0];
        ref var gainGradient = ref Gain.Gradient.Values[0];
        ref var shiftGradient = ref Shift.Gradient.Values[0];
        var (sum, along) = (Vector512<float>.Zero, Vector512<float>.Zero);
        for (nuint i = 0; i < (nuint)gradient.Length; i += Kernel.Lane)
        {
            var (from, normed) = (Vector512.LoadUnsafe(ref g, i), Vector512.LoadUnsafe(ref n, i));
            Vector512.FusedMultiplyAdd(from, normed, Vector512.LoadUnsafe(ref gainGradient, i)).StoreUnsafe(ref gainGradient, i);
            (Vector512.LoadUnsafe(ref shiftGradient, i) + from).StoreUnsafe(ref shiftGradient, i);
            from *= Vector512.LoadUnsafe(ref gain, i);
            sum += from;
            along = Vector512.FusedMultiplyAdd(from, normed, along);
            from.StoreUnsafe(ref g, i);
        }

        var (mean, slope) = (Vector512.Create(VectorMath.Sum(sum) / gradient.Length), Vector512.Create(VectorMath.Sum(along) / gradient.Length));
        for (nuint i = 0; i < (nuint)gradient.Length; i += Kernel.Lane)
            ((Vector512.LoadUnsafe(ref g, i) - mean - Vector512.LoadUnsafe(ref n, i) * slope) * deviation).StoreUnsafe(ref g, i);
    }
}
