namespace Chancery.Text.Nets;

/// <summary>What a net works on and keeps: one for each thread.</summary>
internal sealed class NetTape(NetShape shape, Gazetteer gazetteer)
{
    public RowBatch Words { get; } = new(gazetteer, shape.TableBits);

    public EncoderTape Encoder { get; } = new(shape.Encoder);

    /// <summary>What the heads give: see <see cref="NetShape"/> for the columns.</summary>
    public Matrix Outputs { get; } = new(shape.Outputs);

    public ArcTape Arcs { get; } = new(shape);
}

/// <summary>
/// A small net that reads sentences once and answers four questions for each word: its tags, its head and relation, and whether it is
/// part of a name. Not a transformer, and nothing in it was trained elsewhere.
/// </summary>
internal sealed class LanguageNet
{
    private readonly Encoder _encoder;
    private readonly Linear _heads;
    private readonly ArcScorer _arcs;

    public LanguageNet(NetShape shape, Gazetteer gazetteer, Table table, Chance? chance)
    {
        Shape = shape;
        Gazetteer = gazetteer;
        Table = table;
        _encoder = new Encoder(shape.Encoder, table, chance);
        _heads = new Linear("heads", shape.Hidden, shape.Outputs, chance);
        _arcs = new ArcScorer(shape, chance);
    }

    /// <summary>A net of this shape that knows nothing yet.</summary>
    public static LanguageNet Create(NetShape shape, Gazetteer gazetteer, Chance chance) =>
        new(shape, gazetteer, new Table(shape.TableBits, shape.Embedding, chance), chance);

    /// <summary>Another net that knows the same and learns on its own.</summary>
    public LanguageNet Copy()
    {
        var copy = new LanguageNet(Shape, Gazetteer, Table.Copy(), null);
        foreach (var (from, to) in Parameters.Zip(copy.Parameters)) from.Value.All.CopyTo(to.Value.All);
        return copy;
    }

    public NetShape Shape { get; }

    public Gazetteer Gazetteer { get; }

    public Table Table { get; }

    public Encoder Encoder => _encoder;

    public ArcScorer Arcs => _arcs;

    /// <summary>What is learnt, without the table.</summary>
    public IEnumerable<Parameter> Parameters => [.. _encoder.Parameters, .. _heads.Parameters, .. _arcs.Parameters];

    /// <summary>From now on only reads, and faster.</summary>
    public void Settle()
    {
        _encoder.Settle();
        _heads.Settle();
        _arcs.Settle();
    }

    /// <summary>Reads the tape's words: outputs and projections are filled.</summary>
    public void Forward(NetTape tape, Dropout[]? dropouts = null, Chance? chance = null)
    {
        _encoder.Forward(tape.Words, tape.Encoder, dropouts, chance);
        _heads.Forward(tape.Encoder.Last, tape.Outputs);
        for (var row = 0; row < tape.Outputs.Rows; row++) Rectifier.Forward(tape.Outputs[row][Shape.ArcDependentAt..]);
        Cut(tape.Outputs, Shape.ArcDependentAt, tape.Arcs.Dependents);
        Cut(tape.Outputs, Shape.ArcHeadAt, tape.Arcs.Heads);
        Cut(tape.Outputs, Shape.LabelDependentAt, tape.Arcs.LabelDependents);
        Cut(tape.Outputs, Shape.LabelHeadAt, tape.Arcs.LabelHeads);
        _arcs.Forward(tape.Arcs);
    }

    /// <summary>What is learnt of the heads that are one product: tags and names, and what goes to the arcs.</summary>
    public IEnumerable<Parameter> HeadParameters => _heads.Parameters;

    /// <summary>Goes back from the gradients of the outputs to the heads, and no farther.</summary>
    public void BackwardHeads(NetTape tape, NetTape gradient) => _heads.Backward(tape.Encoder.Last, gradient.Outputs, null);

    /// <summary>Goes back from the gradients in the second tape; gives the gradient of the embedded words.</summary>
    public Matrix Backward(NetTape tape, NetTape gradient, Dropout[] dropouts)
    {
        _arcs.Backward(tape.Arcs, gradient.Arcs);
        Paste(gradient.Arcs.Dependents, gradient.Outputs, Shape.ArcDependentAt);
        Paste(gradient.Arcs.Heads, gradient.Outputs, Shape.ArcHeadAt);
        Paste(gradient.Arcs.LabelDependents, gradient.Outputs, Shape.LabelDependentAt);
        Paste(gradient.Arcs.LabelHeads, gradient.Outputs, Shape.LabelHeadAt);
        for (var row = 0; row < tape.Outputs.Rows; row++)
            Rectifier.Backward(gradient.Outputs[row][Shape.ArcDependentAt..], tape.Outputs[row][Shape.ArcDependentAt..]);
        var last = gradient.Encoder.Outputs[^1].Clear(tape.Outputs.Rows);
        _heads.Backward(tape.Encoder.Last, gradient.Outputs, last);
        return _encoder.Backward(tape.Words.Starts, tape.Encoder, dropouts, last, gradient.Encoder);
    }

    private static void Cut(Matrix from, int column, Matrix to)
    {
        to.Resize(from.Rows);
        for (var row = 0; row < from.Rows; row++) from[row].Slice(column, to.Columns).CopyTo(to[row]);
    }

    private static void Paste(Matrix from, Matrix to, int column)
    {
        for (var row = 0; row < from.Rows; row++) from[row].CopyTo(to[row][column..]);
    }
}
