namespace Chancery.Text.Nets;

/// <summary>Brings up the numbers of a net after a step: all of the layers, and those rows of the table that the step touched.</summary>
internal sealed class NetUpdate(Parameter[] parameters, Table table, float decay)
{
    private const float LongestGradient = 5f;

    private readonly Adam _adam = new(decay);
    private readonly Parameter _rows = table.Learnt!;
    private readonly bool[] _isTouched = new bool[1 << table.Bits];
    private readonly List<int> _touched = [];

    /// <summary>How far a step goes: rising from 0 over the first part of the work, then falling to 0 at its end.</summary>
    /// <param name="greatest">The greatest step.</param>
    /// <param name="warm">The part in which it rises, above 0 and below 1.</param>
    /// <param name="done">The part that is done.</param>
    public static float Rate(float greatest, float warm, float done) => greatest * (done < warm ? done / warm : Math.Max(0, 1 - done) / (1 - warm));

    /// <summary>Adds the gradient of each word to its rows of the table.</summary>
    public void Scatter(RowBatch words, Matrix gradient)
    {
        for (var word = 0; word < gradient.Rows; word++)
        {
            foreach (var row in words[word])
            {
                VectorMath.AddScaled(_rows.Gradient[row], gradient[word], 1);
                if (_isTouched[row]) continue;
                _isTouched[row] = true;
                _touched.Add(row);
            }
        }
    }

    /// <summary>One step of the optimiser; gradients are zeros afterwards.</summary>
    public void Apply(float rate, float scale)
    {
        var square = 0.0;
        foreach (var parameter in parameters) square += VectorMath.Dot(parameter.Gradient.All, parameter.Gradient.All);
        var length = (float)Math.Sqrt(square) * scale;
        if (length > LongestGradient) scale *= LongestGradient / length;
        _adam.BeginStep();
        foreach (var parameter in parameters) _adam.Update(parameter, rate, scale);
        foreach (var row in _touched)
        {
            _adam.UpdateRow(_rows, row, rate, scale);
            table.Touch(row);
            _isTouched[row] = false;
        }

        _touched.Clear();
    }
}
