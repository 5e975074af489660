namespace Chancery.Text.Nets;

/// <summary>A linear layer with bias: <c>y = x · W + b</c>.</summary>
internal sealed class Linear
{
    private readonly Matrix _transposed;
    private FixedWeights? _fixed;

    public Linear(string name, int inputs, int outputs, Chance? chance = null)
    {
        Weight = new Parameter($"{name}.weight", inputs, outputs);
        Bias = new Parameter($"{name}.bias", 1, outputs);
        _transposed = new Matrix(inputs);
        if (chance is not null) Weight.Scatter(chance, MathF.Sqrt(1f / inputs));
    }

    /// <summary>[inputs × outputs].</summary>
    public Parameter Weight { get; }

    /// <summary>[1 × outputs].</summary>
    public Parameter Bias { get; }

    /// <summary>What is learnt.</summary>
    public IEnumerable<Parameter> Parameters => [Weight, Bias];

    /// <summary>The outputs of a batch, a row each.</summary>
    public void Forward(Matrix input, Matrix output)
    {
        output.Resize(input.Rows);
        for (var row = 0; row < input.Rows; row++) Bias.Value[0].CopyTo(output[row]);
        AddProduct(input, output);
    }

    /// <summary>Adds the outputs of a batch to what stands there.</summary>
    public void Add(Matrix input, Matrix output)
    {
        for (var row = 0; row < input.Rows; row++) VectorMath.AddScaled(output[row], Bias.Value[0], 1);
        AddProduct(input, output);
    }

    private void AddProduct(Matrix input, Matrix output)
    {
        if (_fixed is not null) _fixed.Multiply(input, output);
        else Kernel.Multiply(input, Weight.Value, output, adds: true);
    }

    /// <summary>From now on reads by whole numbers, if the weights are few enough for that; what they learn later is not seen.</summary>
    public void Settle() => _fixed = Weight.Value.Rows <= FixedRows.MostColumns ? new FixedWeights(Weight.Value) : null;

    /// <summary>Adds to the gradients of the weights, and to that of the input where it is asked for.</summary>
    public void Backward(Matrix input, Matrix outputGradient, Matrix? inputGradient)
    {
        Kernel.MultiplyTransposed(input, outputGradient, Weight.Gradient);
        for (var row = 0; row < outputGradient.Rows; row++) VectorMath.AddScaled(Bias.Gradient[0], outputGradient[row], 1);
        if (inputGradient is not null) Kernel.Multiply(outputGradient, Transposed(), inputGradient, adds: true);
    }

    /// <summary>The weights with rows and columns changed, block by block so that neither side leaves the cache.</summary>
    private Matrix Transposed()
    {
        var weight = Weight.Value;
        _transposed.Resize(weight.Columns);
        for (var column = 0; column < weight.Columns; column += Kernel.Lane)
            for (var row = 0; row < weight.Rows; row += Kernel.Lane)
                TransposeBlock(weight, row, column);
        return _transposed;
    }

    private void TransposeBlock(Matrix weight, int firstRow, int firstColumn)
    {
        var end = Math.Min(firstRow + Kernel.Lane, weight.Rows);
        for (var column = firstColumn; column < firstColumn + Kernel.Lane; column++)
        {
            var to = _transposed[column];
            for (var row = firstRow; row < end; row++) to[row] = weight.Values[row * weight.Columns + column];
        }
    }
}
