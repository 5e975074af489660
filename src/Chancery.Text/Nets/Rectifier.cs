using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>The leaky rectifier: what is below 0 counts a tenth (Maas, Hannun and Ng 2013).</summary>
internal static class Rectifier
{
    private const float Leak = 0.1f;

    /// <summary>In place.</summary>
    public static void Forward(Span<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < (nuint)values.Length; i += Kernel.Lane)
        {
            var x = Vector512.LoadUnsafe(ref start, i);
            Vector512.Max(x, x * Leak).StoreUnsafe(ref start, i);
        }
    }

    /// <summary>Changes the gradient of the outputs into that of the inputs, in place.</summary>
    public static void Backward(Span<float> gradient, ReadOnlySpan<float> outputs)
    {
        ref var start = ref MemoryMarshal.GetReference(gradient);
        ref var output = ref MemoryMarshal.GetReference(outputs);
        for (nuint i = 0; i < (nuint)gradient.Length; i += Kernel.Lane)
        {
            var x = Vector512.LoadUnsafe(ref start, i);
            Vector512.ConditionalSelect(Vector512.LessThan(Vector512.LoadUnsafe(ref output, i), Vector512<float>.Zero), x * Leak, x).StoreUnsafe(ref start, i);
        }
    }
}
