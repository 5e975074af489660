namespace Chancery.Text.Nets;

/// <summary>What an encoder works on and keeps: one for each thread.</summary>
internal sealed class EncoderTape
{
    public EncoderTape(EncoderShape shape)
    {
        Embedded = new Matrix(shape.Embedding);
        EmbeddedNormal = new Matrix(shape.Embedding);
        EmbeddedDeviation = new Matrix(1);
        Window = new Matrix(3 * shape.Embedding);
        Beside = new Matrix(shape.Beside);
        Mixed = new Matrix(shape.Hidden);
        Outputs = [.. Enumerable.Range(0, shape.Layers + 1).Select(_ => new Matrix(shape.Hidden))];
        Normals = [.. Outputs.Select(_ => new Matrix(shape.Hidden))];
        Deviations = [.. Outputs.Select(_ => new Matrix(1))];
        Gates = [.. Outputs.Skip(1).Select(_ => new Matrix(3 * shape.Hidden))];
        Cells = [.. Outputs.Skip(1).Select(_ => new Matrix(shape.Hidden))];
    }

    public Matrix Embedded { get; }

    public Matrix EmbeddedNormal { get; }

    public Matrix EmbeddedDeviation { get; }

    public Matrix Window { get; }

    /// <summary>What is known of each word beside its rows, if the encoder takes such: is filled by who knows it.</summary>
    public Matrix Beside { get; }

    /// <summary>The window's output, rectified.</summary>
    public Matrix Mixed { get; }

    /// <summary>What each layer gives, the window first.</summary>
    public Matrix[] Outputs { get; }

    public Matrix[] Normals { get; }

    public Matrix[] Deviations { get; }

    public Matrix[] Gates { get; }

    public Matrix[] Cells { get; }

    /// <summary>What the encoder gives.</summary>
    public Matrix Last => Outputs[^1];
}

/// <summary>
/// Reads words in their sentences: sums of table rows, a window of three words, then recurrent layers in both directions, each brought
/// to one scale.
/// </summary>
internal sealed class Encoder
{
    private readonly Table _table;
    private readonly LayerNorm _embeddedNorm;
    private readonly Linear _window;
    private readonly Linear? _beside;
    private readonly SimpleRecurrence[] _layers;
    private readonly LayerNorm[] _norms;

    public Encoder(EncoderShape shape, Table table, Chance? chance)
    {
        _table = table;
        _embeddedNorm = new LayerNorm("embedded", shape.Embedding);
        _window = new Linear("window", 3 * shape.Embedding, shape.Hidden, chance);
        _beside = shape.Beside > 0 ? new Linear("beside", shape.Beside, shape.Hidden, chance) : null;
        _layers = [.. Enumerable.Range(1, shape.Layers).Select(i => new SimpleRecurrence($"layer{i}", shape.Hidden, chance))];
        _norms = [.. Enumerable.Range(0, shape.Layers + 1).Select(i => new LayerNorm($"norm{i}", shape.Hidden))];
    }

    /// <summary>What is learnt, without the table.</summary>
    public IEnumerable<Parameter> Parameters =>
        [.. _embeddedNorm.Parameters, .. _window.Parameters, .. _beside?.Parameters ?? [], .. _layers.SelectMany(layer => layer.Parameters), .. _norms.SelectMany(norm => norm.Parameters)];

    /// <summary>From now on only reads, and faster.</summary>
    public void Settle()
    {
        _window.Settle();
        _beside?.Settle();
        foreach (var layer in _layers) layer.Settle();
    }

    /// <summary>Reads a batch.</summary>
    /// <param name="words">The words' rows.</param>
    /// <param name="tape">Is filled.</param>
    /// <param name="dropouts">While learning: what is left out.</param>
    /// <param name="chance">While learning.</param>
    public void Forward(RowBatch words, EncoderTape tape, Dropout[]? dropouts = null, Chance? chance = null)
    {
        var starts = words.Starts;
        tape.Embedded.Resize(words.Count);
        for (var word = 0; word < words.Count; word++) _table.Sum(words[word], tape.Embedded[word]);
        _embeddedNorm.Forward(tape.Embedded, tape.EmbeddedNormal, tape.EmbeddedDeviation);
        dropouts?[^1].Forward(tape.Embedded, starts, chance!);
        Gather(tape.Embedded, tape.Window, starts);
        _window.Forward(tape.Window, tape.Mixed);
        _beside?.Add(tape.Beside, tape.Mixed);
        Rectifier.Forward(tape.Mixed.All);
        tape.Mixed.All.CopyTo(tape.Outputs[0].Resize(words.Count).All);
        _norms[0].Forward(tape.Outputs[0], tape.Normals[0], tape.Deviations[0]);
        dropouts?[0].Forward(tape.Outputs[0], starts, chance!);
        for (var i = 0; i < _layers.Length; i++)
        {
            _layers[i].Forward(tape.Outputs[i], tape.Gates[i], tape.Cells[i], tape.Outputs[i + 1], starts);
            _norms[i + 1].Forward(tape.Outputs[i + 1], tape.Normals[i + 1], tape.Deviations[i + 1]);
            dropouts?[i + 1].Forward(tape.Outputs[i + 1], starts, chance!);
        }
    }

    /// <summary>Goes back through a batch. Uses up the tape and the gradient; gives the gradient of the embedded words.</summary>
    public Matrix Backward(ReadOnlySpan<int> starts, EncoderTape tape, Dropout[] dropouts, Matrix gradient, EncoderTape scratch)
    {
        for (var i = _layers.Length - 1; i >= 0; i--)
        {
            dropouts[i + 1].Apply(gradient, starts);
            _norms[i + 1].Backward(gradient, tape.Normals[i + 1], tape.Deviations[i + 1]);
            var below = scratch.Outputs[i].Clear(gradient.Rows);
            _layers[i].Backward(tape.Outputs[i], tape.Gates[i], tape.Cells[i], gradient, below, starts);
            gradient = below;
        }

        dropouts[0].Apply(gradient, starts);
        _norms[0].Backward(gradient, tape.Normals[0], tape.Deviations[0]);
        Rectifier.Backward(gradient.All, tape.Mixed.All);
        _beside?.Backward(tape.Beside, gradient, null);
        _window.Backward(tape.Window, gradient, scratch.Window.Clear(gradient.Rows));
        Scatter(scratch.Window, scratch.Embedded.Clear(gradient.Rows), starts);
        dropouts[^1].Apply(scratch.Embedded, starts);
        _embeddedNorm.Backward(scratch.Embedded, tape.EmbeddedNormal, tape.EmbeddedDeviation);
        return scratch.Embedded;
    }

    private static void Gather(Matrix words, Matrix windows, ReadOnlySpan<int> starts)
    {
        var columns = words.Columns;
        windows.Resize(words.Rows);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            for (var row = starts[i]; row < starts[i + 1]; row++)
            {
                var window = windows[row];
                Put(row == starts[i] ? [] : words[row - 1], window[..columns]);
                Put(words[row], window[columns..(2 * columns)]);
                Put(row + 1 == starts[i + 1] ? [] : words[row + 1], window[(2 * columns)..]);
            }
        }

        static void Put(ReadOnlySpan<float> word, Span<float> place)
        {
            if (word.IsEmpty) place.Clear();
            else word.CopyTo(place);
        }
    }

    private static void Scatter(Matrix windows, Matrix words, ReadOnlySpan<int> starts)
    {
        var columns = words.Columns;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            for (var row = starts[i]; row < starts[i + 1]; row++)
            {
                var window = windows[row];
                if (row > starts[i]) VectorMath.AddScaled(words[row - 1], window[..columns], 1);
                VectorMath.AddScaled(words[row], window[columns..(2 * columns)], 1);
                if (row + 1 < starts[i + 1]) VectorMath.AddScaled(words[row + 1], window[(2 * columns)..], 1);
            }
        }
    }
}
