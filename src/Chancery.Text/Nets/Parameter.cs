namespace Chancery.Text.Nets;

/// <summary>A matrix of numbers that is learnt. While a net only reads, gradient and moments stay empty.</summary>
/// <param name="name">Its name in the model's file.</param>
/// <param name="rows">Rows.</param>
/// <param name="columns">Columns, a multiple of <see cref="Kernel.Lane"/>.</param>
internal sealed class Parameter(string name, int rows, int columns)
{
    private Matrix? _gradient;
    private Matrix? _mean;
    private Matrix? _square;

    /// <summary>Its name in the model's file.</summary>
    public string Name { get; } = name;

    /// <summary>The numbers.</summary>
    public Matrix Value { get; } = new(rows, columns);

    /// <summary>How the loss changes with each number; zeros at first.</summary>
    public Matrix Gradient => _gradient ??= new Matrix(Value.Rows, Value.Columns);

    /// <summary>Running mean of the gradient (Adam's first moment).</summary>
    public Matrix Mean => _mean ??= new Matrix(Value.Rows, Value.Columns);

    /// <summary>Running mean of the gradient's square (Adam's second moment).</summary>
    public Matrix Square => _square ??= new Matrix(Value.Rows, Value.Columns);

    /// <summary>Numbers from a bell curve of this deviation.</summary>
    public Parameter Scatter(Chance chance, float deviation)
    {
        foreach (ref var value in Value.All) value = chance.Bell() * deviation;
        return this;
    }

    /// <summary>The same number everywhere.</summary>
    public Parameter Fill(float number)
    {
        Value.All.Fill(number);
        return this;
    }
}
