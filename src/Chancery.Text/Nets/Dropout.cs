namespace Chancery.Text.Nets;

/// <summary>
/// While a net learns, a share of the columns is set to zero, the same ones in a whole sentence (Gal and Ghahramani 2016), and the others
/// are raised to make up for it.
/// </summary>
internal sealed class Dropout(float share, int columns)
{
    private readonly Matrix _masks = new(columns);

    /// <summary>Draws masks and applies them, in place.</summary>
    public void Forward(Matrix values, ReadOnlySpan<int> starts, Chance chance)
    {
        _masks.Resize(starts.Length - 1);
        foreach (ref var mask in _masks.All) mask = chance.Fraction() < share ? 0 : 1 / (1 - share);
        Apply(values, starts);
    }

    /// <summary>Applies the masks drawn last: to gradients.</summary>
    public void Apply(Matrix values, ReadOnlySpan<int> starts)
    {
        for (var i = 0; i + 1 < starts.Length; i++)
            for (var row = starts[i]; row < starts[i + 1]; row++)
                VectorMath.Multiply(values[row], _masks[i]);
    }
}
