namespace Chancery.Text.Nets;

/// <summary>How large an encoder is. Numbers of columns are multiples of <see cref="Kernel.Lane"/>.</summary>
/// <param name="TableBits">Base-2 logarithm of the rows of its table.</param>
/// <param name="Embedding">Columns of that table.</param>
/// <param name="Hidden">Columns of its layers, a multiple of two lanes.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Beside">Columns of what is known of a word beside its rows; 0 for nothing.</param>
internal sealed record EncoderShape(int TableBits, int Embedding, int Hidden, int Layers, int Beside);
