using Chancery.Text.Nets;

namespace Chancery.Text.Attributions;

/// <summary>What a net of roles works on and keeps: one for each thread.</summary>
internal sealed class RoleTape(EncoderShape shape)
{
    public RowBatch Words { get; } = new(Gazetteer.Empty, shape.TableBits);

    public EncoderTape Encoder { get; } = new(shape);

    /// <summary>The score of each class (<see cref="NameClasses"/> of three types) for each token.</summary>
    public Matrix Outputs { get; } = new(RoleNet.Outputs);
}

/// <summary>
/// Gives every token of a document a score for each role in an attribution. It reads the whole document at once, so that a quotation may run over sentences, on top of
/// what the language net thinks of each token in its sentence.
/// </summary>
internal sealed class RoleNet
{
    /// <summary>Roles.</summary>
    public const int Roles = 3;

    /// <summary>Room for the classes of three roles.</summary>
    public const int Outputs = 16;

    private readonly Encoder _encoder;
    private readonly Linear _heads;

    public RoleNet(EncoderShape shape, Table table, Chance? chance)
    {
        (Shape, Table) = (shape, table);
        _encoder = new Encoder(shape, table, chance);
        _heads = new Linear("roles", shape.Hidden, Outputs, chance);
    }

    public EncoderShape Shape { get; }

    public Table Table { get; }

    /// <summary>What is learnt, without the table.</summary>
    public IEnumerable<Parameter> Parameters => [.. _encoder.Parameters, .. _heads.Parameters];

    /// <summary>From now on only reads, and faster.</summary>
    public void Settle()
    {
        _encoder.Settle();
        _heads.Settle();
    }

    /// <summary>Reads the tape's words.</summary>
    public void Forward(RoleTape tape, Dropout[]? dropouts = null, Chance? chance = null)
    {
        _encoder.Forward(tape.Words, tape.Encoder, dropouts, chance);
        _heads.Forward(tape.Encoder.Last, tape.Outputs);
    }

    /// <summary>Goes back from the gradients of the outputs in the second tape; gives the gradient of the embedded words.</summary>
    public Matrix Backward(RoleTape tape, RoleTape gradient, Dropout[] dropouts)
    {
        var last = gradient.Encoder.Outputs[^1].Clear(tape.Outputs.Rows);
        _heads.Backward(tape.Encoder.Last, gradient.Outputs, last);
        return _encoder.Backward(tape.Words.Starts, tape.Encoder, dropouts, last, gradient.Encoder);
    }
}
