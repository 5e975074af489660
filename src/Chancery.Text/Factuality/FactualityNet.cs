using Chancery.Text.Nets;

namespace Chancery.Text.Factuality;

/// <summary>How large a net of factuality is. Numbers of columns are multiples of <see cref="Kernel.Lane"/>.</summary>
/// <param name="TableBits">Base-2 logarithm of the rows of its table.</param>
/// <param name="Embedding">Columns of that table.</param>
/// <param name="Hidden">Columns of its layers.</param>
/// <param name="Beside">Columns of what the language net thinks of the predicate and of the words that bear on it.</param>
internal sealed record FactualityShape(int TableBits, int Embedding, int Hidden, int Beside);

/// <summary>What a net of factuality works on and keeps: one for each thread.</summary>
internal sealed class FactualityTape(FactualityShape shape)
{
    public RowBatch Predicates { get; } = new(Gazetteer.Empty, shape.TableBits);

    public Matrix Embedded { get; } = new(shape.Embedding);

    public Matrix EmbeddedNormal { get; } = new(shape.Embedding);

    public Matrix EmbeddedDeviation { get; } = new(1);

    /// <summary>Is filled by who knows the language net's numbers.</summary>
    public Matrix Beside { get; } = new(shape.Beside);

    public Matrix First { get; } = new(shape.Hidden);

    public Matrix Second { get; } = new(shape.Hidden);

    /// <summary>The value of each predicate stands in the first column, as a third of itself.</summary>
    public Matrix Outputs { get; } = new(Kernel.Lane);
}

/// <summary>Gives each predicate a number for how far it is said to have happened: two layers over sums of table rows and the language net's numbers.</summary>
internal sealed class FactualityNet
{
    private readonly LayerNorm _norm;
    private readonly Linear _rows;
    private readonly Linear _beside;
    private readonly Linear _middle;
    private readonly Linear _head;

    public FactualityNet(FactualityShape shape, Table table, Chance? chance)
    {
        (Shape, Table) = (shape, table);
        _norm = new LayerNorm("embedded", shape.Embedding);
        _rows = new Linear("rows", shape.Embedding, shape.Hidden, chance);
        _beside = new Linear("beside", shape.Beside, shape.Hidden, chance);
        _middle = new Linear("middle", shape.Hidden, shape.Hidden, chance);
        _head = new Linear("head", shape.Hidden, Kernel.Lane, chance);
    }

    public FactualityShape Shape { get; }

    public Table Table { get; }

    /// <summary>What is learnt, without the table.</summary>
    public IEnumerable<Parameter> Parameters => [.. _norm.Parameters, .. _rows.Parameters, .. _beside.Parameters, .. _middle.Parameters, .. _head.Parameters];

    /// <summary>From now on only reads, and faster.</summary>
    public void Settle()
    {
        foreach (var layer in (Linear[])[_rows, _beside, _middle, _head]) layer.Settle();
    }

    /// <summary>Reads the tape's predicates.</summary>
    public void Forward(FactualityTape tape, FactualityDropout? dropout = null)
    {
        var count = tape.Predicates.Count;
        tape.Embedded.Resize(count);
        for (var i = 0; i < count; i++) Table.Sum(tape.Predicates[i], tape.Embedded[i]);
        _norm.Forward(tape.Embedded, tape.EmbeddedNormal, tape.EmbeddedDeviation);
        dropout?.Embedded.Forward(tape.Embedded, tape.Predicates.Starts, dropout.Chance);
        _rows.Forward(tape.Embedded, tape.First);
        _beside.Add(tape.Beside, tape.First);
        Rectifier.Forward(tape.First.All);
        dropout?.First.Forward(tape.First, tape.Predicates.Starts, dropout.Chance);
        _middle.Forward(tape.First, tape.Second);
        Rectifier.Forward(tape.Second.All);
        dropout?.Second.Forward(tape.Second, tape.Predicates.Starts, dropout.Chance);
        _head.Forward(tape.Second, tape.Outputs);
    }

    /// <summary>Goes back from the gradients of the outputs in the second tape; gives the gradient of the embedded predicates.</summary>
    public Matrix Backward(FactualityTape tape, FactualityTape gradient, FactualityDropout dropout)
    {
        var count = tape.Predicates.Count;
        var starts = tape.Predicates.Starts;
        _head.Backward(tape.Second, gradient.Outputs, gradient.Second.Clear(count));
        dropout.Second.Apply(gradient.Second, starts);
        Rectifier.Backward(gradient.Second.All, tape.Second.All);
        _middle.Backward(tape.First, gradient.Second, gradient.First.Clear(count));
        dropout.First.Apply(gradient.First, starts);
        Rectifier.Backward(gradient.First.All, tape.First.All);
        _beside.Backward(tape.Beside, gradient.First, null);
        _rows.Backward(tape.Embedded, gradient.First, gradient.Embedded.Clear(count));
        dropout.Embedded.Apply(gradient.Embedded, starts);
        _norm.Backward(gradient.Embedded, tape.EmbeddedNormal, tape.EmbeddedDeviation);
        return gradient.Embedded;
    }
}

/// <summary>What is left out while a net of factuality learns.</summary>
internal sealed class FactualityDropout(FactualityShape shape, float share, Chance chance)
{
    public Chance Chance { get; } = chance;

    public Dropout Embedded { get; } = new(share / 2, shape.Embedding);

    public Dropout Beside { get; } = new(share, shape.Beside);

    public Dropout First { get; } = new(share, shape.Hidden);

    public Dropout Second { get; } = new(share, shape.Hidden);
}
