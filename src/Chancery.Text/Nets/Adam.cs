using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>
/// Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019). Rows of tables are brought up only when they
/// were touched.
/// </summary>
internal sealed class Adam(float decay)
{
    private const float First = 0.9f;
    private const float Second = 0.98f;
    private const float Least = 1e-8f;
    private int _steps;

    /// <summary>Counts a step; every parameter is brought up once after it.</summary>
    public void BeginStep() => _steps++;

    /// <summary>Brings up all rows of a parameter and clears its gradient.</summary>
    public void Update(Parameter parameter, float rate, float scale)
    {
        for (var row = 0; row < parameter.Value.Rows; row++) Update(parameter, row, rate, scale, parameter.Value.Rows > 1 ? decay : 0);
    }

    /// <summary>Brings up one row of a parameter and clears its gradient.</summary>
    public void UpdateRow(Parameter parameter, int row, float rate, float scale) => Update(parameter, row, rate, scale, 0);

    private void Update(Parameter parameter, int row, float rate, float scale, float shrink)
    {
        var at = row * parameter.Value.Columns;
        ref var value = ref parameter.Value.Values[at];
        ref var gradient = ref parameter.Gradient.Values[at];
        ref var mean = ref parameter.Mean.Values[at];
        ref var square = ref parameter.Square.Values[at];
        var step = Vector512.Create(rate / (1 - MathF.Pow(First, _steps)));
        var correction = Vector512.Create(1 / (1 - MathF.Pow(Second, _steps)));
        var keep = Vector512.Create(1 - rate * shrink);
        for (nuint i = 0; i < (nuint)parameter.Value.Columns; i += Kernel.Lane)
        {
            var g = Vector512.LoadUnsafe(ref gradient, i) * scale;
            var m = Vector512.LoadUnsafe(ref mean, i) * First + g * (1 - First);
            var v = Vector512.LoadUnsafe(ref square, i) * Second + g * g * (1 - Second);
            m.StoreUnsafe(ref mean, i);
            v.StoreUnsafe(ref square, i);
            (Vector512.LoadUnsafe(ref value, i) * keep - step * m / (Vector512.Sqrt(v * correction) + Vector512.Create(Least))).StoreUnsafe(ref value, i);
            Vector512<float>.Zero.StoreUnsafe(ref gradient, i);
        }
    }
}
