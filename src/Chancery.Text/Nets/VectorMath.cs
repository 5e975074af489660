using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Text.Nets;

/// <summary>Functions over spans of numbers, the same bytes on every machine. Lengths are multiples of <see cref="Kernel.Lane"/> unless said.</summary>
internal static class VectorMath
{
    private const int Lane = Kernel.Lane;

    /// <summary>e to the power of each number; exact to about 2 units in the last place for numbers from -87 to 88, cut off beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(88f));
        var whole = Vector512.Round(x * 1.44269504f);
        var rest = Vector512.FusedMultiplyAdd(whole, Vector512.Create(-0.693359375f), x);
        rest = Vector512.FusedMultiplyAdd(whole, Vector512.Create(2.12194440e-4f), rest);
        // Cephes' polynomial for e^x near 0 (Moshier, expf).
        var sum = Vector512.Create(1.9875691500e-4f);
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(1.3981999507e-3f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(8.3334519073e-3f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(4.1665795894e-2f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(1.6666665459e-1f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(5.0000001201e-1f));
        sum = Vector512.FusedMultiplyAdd(sum, rest * rest, rest) + Vector512<float>.One;
        var power = Vector512.ShiftLeft(Vector512.ConvertToInt32(whole) + Vector512.Create(127), 23);
        return sum * power.AsSingle();
    }

    /// <summary>1 / (1 + e^-x) of each number, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sigmoid(Span<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < (nuint)values.Length; i += Lane)
        {
            var x = Vector512.LoadUnsafe(ref start, i);
            (Vector512<float>.One / (Vector512<float>.One + Exp(-x))).StoreUnsafe(ref start, i);
        }
    }

    /// <summary>Each number plus <paramref name="factor"/> times the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> values, ReadOnlySpan<float> other, float factor)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        ref var added = ref MemoryMarshal.GetReference(other);
        var by = Vector512.Create(factor);
        for (nuint i = 0; i < (nuint)values.Length; i += Lane)
            Vector512.FusedMultiplyAdd(by, Vector512.LoadUnsafe(ref added, i), Vector512.LoadUnsafe(ref start, i)).StoreUnsafe(ref start, i);
    }

    /// <summary>Each number times the other.</summary>
    public static void Multiply(Span<float> values, ReadOnlySpan<float> other)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        ref var factor = ref MemoryMarshal.GetReference(other);
        for (nuint i = 0; i < (nuint)values.Length; i += Lane)
            (Vector512.LoadUnsafe(ref start, i) * Vector512.LoadUnsafe(ref factor, i)).StoreUnsafe(ref start, i);
    }

    /// <summary>The sum over products of two spans.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sum = Vector512<float>.Zero;
        for (nuint i = 0; i < (nuint)left.Length; i += Lane)
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, i), Vector512.LoadUnsafe(ref b, i), sum);
        return Sum(sum);
    }

    /// <summary>The sum of a vector's numbers, always in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> vector)
    {
        var half = vector.GetLower() + vector.GetUpper();
        var quarter = half.GetLower() + half.GetUpper();
        return (quarter[0] + quarter[2]) + (quarter[1] + quarter[3]);
    }

    /// <summary>Scores become probabilities, in place; any length.</summary>
    public static void Softmax(Span<float> scores)
    {
        var greatest = scores[0];
        foreach (var score in scores) greatest = Math.Max(greatest, score);
        var sum = 0f;
        var i = 0;
        for (; i + Lane <= scores.Length; i += Lane)
        {
            var power = Exp(Vector512.Create<float>(scores[i..]) - Vector512.Create(greatest));
            power.CopyTo(scores[i..]);
            sum += Sum(power);
        }

        for (; i < scores.Length; i++) sum += scores[i] = Exp(Vector512.Create(scores[i] - greatest))[0];
        var by = 1 / sum;
        foreach (ref var score in scores) score *= by;
    }

    /// <summary>Index of the greatest number; the first of equals; any length above 0.</summary>
    public static int Greatest(ReadOnlySpan<float> values)
    {
        if (values.Length < 2 * Lane)
        {
            var first = 0;
            for (var i = 1; i < values.Length; i++)
                if (values[i] > values[first])
                    first = i;
            return first;
        }

        var lanes = Vector512.Create(values);
        for (var i = Lane; i + Lane <= values.Length; i += Lane) lanes = Vector512.Max(lanes, Vector512.Create(values[i..]));
        var greatest = Vector512.Max(lanes, Vector512.Create(values[^Lane..]));
        var most = greatest[0];
        for (var i = 1; i < Lane; i++) most = Math.Max(most, greatest[i]);
        return Math.Max(0, values.IndexOf(most));
    }
}
