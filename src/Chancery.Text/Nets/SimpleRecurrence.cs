using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>
/// A simple recurrent unit that reads each sentence in both directions (Lei and others 2018): one product for the whole batch gives
/// candidate and gates; the recurrence itself is a few multiplications a number. The first half of the columns runs forward, the
/// second backward. <c>c = f·c' + (1-f)·z</c>, <c>h = r·c + (1-r)·x</c>.
/// </summary>
internal sealed class SimpleRecurrence
{
    private readonly int _columns;
    private readonly Linear _gates;

    public SimpleRecurrence(string name, int columns, Chance? chance = null)
    {
        _columns = columns;
        _gates = new Linear(name, columns, 3 * columns, chance);
        // Cells that forget at different paces from the start: from about half to about a fifth a word.
        if (chance is not null)
            for (var i = 0; i < columns; i++) _gates.Bias.Value.Values[columns + i] = 1.5f * (i % (columns / 2)) / (columns / 2);
    }

    /// <summary>What is learnt.</summary>
    public IEnumerable<Parameter> Parameters => _gates.Parameters;

    /// <summary>From now on only reads, and faster.</summary>
    public void Settle() => _gates.Settle();

    /// <summary>The outputs of a batch.</summary>
    /// <param name="input">[words × columns].</param>
    /// <param name="gates">Is filled with candidate and gates, [words × 3 columns].</param>
    /// <param name="cells">Is filled with the cells, [words × columns].</param>
    /// <param name="output">[words × columns].</param>
    /// <param name="starts">Where each sentence starts, and at last where the last one ends.</param>
    public void Forward(Matrix input, Matrix gates, Matrix cells, Matrix output, ReadOnlySpan<int> starts)
    {
        _gates.Forward(input, gates);
        cells.Resize(input.Rows);
        output.Resize(input.Rows);
        for (var row = 0; row < input.Rows; row++) VectorMath.Sigmoid(gates[row][_columns..]);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            for (var row = starts[i]; row < starts[i + 1]; row++)
                Step(input, gates, cells, output, row, row == starts[i] ? -1 : row - 1, 0);
            for (var row = starts[i + 1] - 1; row >= starts[i]; row--)
                Step(input, gates, cells, output, row, row == starts[i + 1] - 1 ? -1 : row + 1, _columns / 2);
        }
    }

    /// <summary>Adds to the gradients of the weights and to that of the input; <paramref name="gates"/> is used up.</summary>
    public void Backward(Matrix input, Matrix gates, Matrix cells, Matrix outputGradient, Matrix inputGradient, ReadOnlySpan<int> starts)
    {
        var carry = new float[_columns];
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            Array.Clear(carry);
            for (var row = starts[i + 1] - 1; row >= starts[i]; row--)
                StepBack(new(input, gates, cells, outputGradient, inputGradient, carry), row, row == starts[i] ? -1 : row - 1, 0);
            for (var row = starts[i]; row < starts[i + 1]; row++)
                StepBack(new(input, gates, cells, outputGradient, inputGradient, carry), row, row == starts[i + 1] - 1 ? -1 : row + 1, _columns / 2);
        }

        _gates.Backward(input, gates, inputGradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(Matrix input, Matrix gates, Matrix cells, Matrix output, int row, int before, int half)
    {
        ref var x = ref input.Values[row * _columns + half];
        ref var z = ref gates.Values[3 * row * _columns + half];
        ref var c = ref cells.Values[row * _columns + half];
        ref var last = ref cells.Values[Math.Max(before, 0) * _columns + half];
        ref var h = ref output.Values[row * _columns + half];
        for (nuint i = 0; i < (nuint)(_columns / 2); i += Kernel.Lane)
        {
            var forget = Vector512.LoadUnsafe(ref z, (nuint)_columns + i);
            var read = Vector512.LoadUnsafe(ref z, (nuint)(2 * _columns) + i);
            var candidate = Vector512.LoadUnsafe(ref z, i);
            var cell = before < 0 ? candidate - forget * candidate : Vector512.FusedMultiplyAdd(forget, Vector512.LoadUnsafe(ref last, i) - candidate, candidate);
            cell.StoreUnsafe(ref c, i);
            var passed = Vector512.LoadUnsafe(ref x, i);
            Vector512.FusedMultiplyAdd(read, cell - passed, passed).StoreUnsafe(ref h, i);
        }
    }

    private readonly record struct Tape(Matrix Input, Matrix Gates, Matrix Cells, Matrix OutputGradient, Matrix InputGradient, float[] Carry);

    private void StepBack(Tape tape, int row, int before, int half)
    {
        var one = Vector512<float>.One;
        ref var x = ref tape.Input.Values[row * _columns + half];
        ref var z = ref tape.Gates.Values[3 * row * _columns + half];
        ref var c = ref tape.Cells.Values[row * _columns + half];
        ref var last = ref tape.Cells.Values[Math.Max(before, 0) * _columns + half];
        ref var dh = ref tape.OutputGradient.Values[row * _columns + half];
        ref var dx = ref tape.InputGradient.Values[row * _columns + half];
        ref var carry = ref tape.Carry[half];
        for (nuint i = 0; i < (nuint)(_columns / 2); i += Kernel.Lane)
        {
            var candidate = Vector512.LoadUnsafe(ref z, i);
            var forget = Vector512.LoadUnsafe(ref z, (nuint)_columns + i);
            var read = Vector512.LoadUnsafe(ref z, (nuint)(2 * _columns) + i);
            var gradient = Vector512.LoadUnsafe(ref dh, i);
            var passed = Vector512.LoadUnsafe(ref x, i);
            var former = before < 0 ? Vector512<float>.Zero : Vector512.LoadUnsafe(ref last, i);
            var cell = Vector512.FusedMultiplyAdd(gradient, read, Vector512.LoadUnsafe(ref carry, i));
            (cell * forget).StoreUnsafe(ref carry, i);
            (Vector512.LoadUnsafe(ref dx, i) + gradient * (one - read)).StoreUnsafe(ref dx, i);
            (cell * (one - forget)).StoreUnsafe(ref z, i);
            (cell * (former - candidate) * forget * (one - forget)).StoreUnsafe(ref z, (nuint)_columns + i);
            (gradient * (Vector512.LoadUnsafe(ref c, i) - passed) * read * (one - read)).StoreUnsafe(ref z, (nuint)(2 * _columns) + i);
        }
    }
}
