using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chancery.Text.Tokens;

namespace Chancery.Text.Nets;

/// <summary>
/// What a language net thinks of every token in its sentence: the numbers from which it chose tags, head and names, a byte each with one scale
/// a token. For other nets of the same document, which so need not read the words again. Means nothing outside the model that made it.
/// </summary>
internal sealed class Encoding : IAnnotation
{
    private readonly sbyte[] _bytes;
    private readonly float[] _scales;

    /// <summary>Room for the tokens of a document.</summary>
    public Encoding(Document document, int columns)
    {
        (Span, Columns) = (new Span(0, document.Text.Length), columns);
        (_bytes, _scales) = (new sbyte[document.Tokens.Length * columns], new float[document.Tokens.Length]);
    }

    /// <inheritdoc/>
    public Span Span { get; }

    /// <summary>Numbers of a token.</summary>
    public int Columns { get; }

    /// <summary>Takes over the numbers of a token, while the layer is made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(int token, ReadOnlySpan<float> numbers)
    {
        ref var start = ref MemoryMarshal.GetReference(numbers);
        var most = Vector512.Create(1e-8f);
        for (nuint i = 0; i < (nuint)numbers.Length; i += Kernel.Lane) most = Vector512.Max(most, Vector512.Abs(Vector512.LoadUnsafe(ref start, i)));
        var greatest = 0f;
        for (var i = 0; i < Vector512<float>.Count; i++) greatest = Math.Max(greatest, most[i]);
        _scales[token] = greatest / sbyte.MaxValue;
        var times = Vector512.Create(1 / _scales[token]);
        ref var bytes = ref _bytes[token * Columns];
        for (nuint i = 0; i < (nuint)numbers.Length; i += Kernel.Lane)
        {
            var whole = Vector512.ConvertToInt32(Vector512.Round(Vector512.LoadUnsafe(ref start, i) * times));
            var halves = Vector512.Narrow(whole, whole).GetLower();
            Vector256.Narrow(halves, halves).GetLower().StoreUnsafe(ref bytes, i);
        }
    }

    /// <summary>Gives the numbers of a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(int token, Span<float> numbers)
    {
        ref var start = ref MemoryMarshal.GetReference(numbers);
        ref var bytes = ref _bytes[token * Columns];
        for (nuint i = 0; i < (nuint)numbers.Length; i += Kernel.Lane)
        {
            var whole = Vector512.WidenLower(Vector256.WidenLower(Vector128.LoadUnsafe(ref bytes, i).ToVector256Unsafe()).ToVector512Unsafe());
            (Vector512.ConvertToSingle(whole) * _scales[token]).StoreUnsafe(ref start, i);
        }
    }
}
