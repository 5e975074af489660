using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>Teaches a net of roles from documents whose attributions people marked.</summary>
internal sealed class RoleTrainer
{
    private const float Warm = 0.05f;

    private readonly RoleTraining _training;
    private readonly Chance _chance;
    private readonly RoleTape _tape;
    private readonly RoleTape _gradient;
    private readonly Dropout[] _dropouts;
    private readonly Dropout _beside;
    private readonly NameRows _rows = new();
    private readonly NetUpdate _update;
    private readonly Dictionary<ulong, int> _counts = [];
    private int _step;

    public RoleTrainer(RoleTraining training)
    {
        _training = training;
        _chance = new Chance(training.Seed);
        var shape = training.Shape;
        Net = new RoleNet(shape, new Table(shape.TableBits, shape.Embedding, _chance), _chance);
        (_tape, _gradient) = (new RoleTape(shape), new RoleTape(shape));
        _dropouts = [.. Enumerable.Range(0, shape.Layers + 1).Select(_ => new Dropout(training.Dropout, shape.Hidden)), new Dropout(training.Dropout / 2, shape.Embedding)];
        _beside = new Dropout(training.Dropout, shape.Beside);
        _update = new NetUpdate([.. Net.Parameters], Net.Table, training.Decay);
    }

    /// <summary>The net as it is now.</summary>
    public RoleNet Net { get; }

    /// <summary>Learns.</summary>
    /// <param name="examples">The documents.</param>
    /// <param name="eachEpoch">Is told the epoch and the mean loss a word.</param>
    public void Learn(IReadOnlyList<RoleExample> examples, Action<int, double> eachEpoch)
    {
        foreach (var token in examples.SelectMany(example => example.Document.Tokens)) _counts[token.Key] = Count(token) + 1;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var words = examples.Sum(example => (long)example.Classes.Length);
        var steps = (float)(words * _training.Epochs / _training.BatchWords);
        for (var epoch = 1; epoch <= _training.Epochs; epoch++)
        {
            _chance.Shuffle<int>(order);
            var loss = 0.0;
            for (var at = 0; at < order.Length;)
            {
                var batch = Take(examples, order, ref at);
                loss += Slopes(batch);
                _update.Apply(NetUpdate.Rate(_training.Rate, Warm, _step++ / steps), 1f / _training.BatchWords);
            }

            eachEpoch(epoch, loss / words);
        }
    }

    private int Count(Token token) => _counts.GetValueOrDefault(token.Key);

    private List<RoleExample> Take(IReadOnlyList<RoleExample> examples, int[] order, ref int at)
    {
        var (batch, words) = (new List<RoleExample>(), 0);
        while (at < order.Length && words < _training.BatchWords)
        {
            batch.Add(examples[order[at++]]);
            words += batch[^1].Classes.Length;
        }

        return batch;
    }

    /// <summary>Reads a batch and adds to every gradient; gives the sum of the losses.</summary>
    internal double Slopes(List<RoleExample> batch)
    {
        Read(batch);
        Net.Forward(_tape, _dropouts, _chance);
        _gradient.Outputs.Clear(_tape.Words.Count);
        var (loss, start) = (0.0, 0);
        foreach (var example in batch)
        {
            loss += _rows.Loss(_tape.Outputs.Values.AsSpan(start * RoleNet.Outputs), RoleNet.Outputs, RoleNet.Roles, example.Classes, 1, _gradient.Outputs.Values.AsSpan(start * RoleNet.Outputs));
            start += example.Classes.Length;
        }

        _update.Scatter(_tape.Words, Net.Backward(_tape, _gradient, _dropouts));
        return loss;
    }

    private void Read(List<RoleExample> batch)
    {
        _tape.Words.Clear();
        var beside = _tape.Encoder.Beside.Resize(batch.Sum(example => example.Classes.Length));
        var row = 0;
        foreach (var example in batch)
        {
            for (var token = 0; token < example.Classes.Length; token++)
            {
                example.Encoding.Read(token, beside[row++]);
                var isDropped = _chance.Fraction() < _training.WordDropout / (_training.WordDropout + Count(example.Document.Tokens[token]));
                _tape.Words.Add(isDropped ? example.RowsOf(token)[RoleRows.Whole..] : example.RowsOf(token));
            }

            _tape.Words.EndSentence();
        }

        _beside.Forward(beside, _tape.Words.Starts, _chance);
    }
}

/// <summary>How a net of roles learns.</summary>
/// <param name="Shape">How large it is.</param>
/// <param name="Epochs">Times through all documents.</param>
/// <param name="BatchWords">Words in a step, or a document if it is longer.</param>
/// <param name="Rate">The greatest step; it falls to 0 in the end.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="Dropout">Share of columns left out; of the embedded rows half of it.</param>
/// <param name="WordDropout">A word seen n times loses its own rows with probability this / (this + n).</param>
/// <param name="Seed">Of everything that looks random.</param>
internal sealed record RoleTraining(EncoderShape Shape, int Epochs, int BatchWords, float Rate, float Decay, float Dropout, float WordDropout, ulong Seed);

/// <summary>A document to learn roles from.</summary>
internal sealed class RoleExample
{
    private readonly int[] _rows;
    private readonly int[] _ends;

    /// <param name="document">With all layers of language.</param>
    /// <param name="relations">What people marked; where two overlap the later one in the order of roles wins.</param>
    /// <param name="bits">Base-2 logarithm of the table's rows.</param>
    public RoleExample(Document document, IReadOnlyList<AttributionRelation> relations, int bits)
    {
        (Document, Relations, Encoding) = (document, relations, document.Layer<Encoding>()[0]);
        Classes = new short[document.Tokens.Length];
        foreach (var relation in relations)
            foreach (var piece in relation.Content) NameClasses.Mark(Classes.AsSpan(piece.First, piece.Count), (int)AttributionRole.Content);
        foreach (var relation in relations.Where(relation => relation.HasSource))
            NameClasses.Mark(Classes.AsSpan(relation.Source.First, relation.Source.Count), (int)AttributionRole.Source);
        foreach (var relation in relations) NameClasses.Mark(Classes.AsSpan(relation.Cue.First, relation.Cue.Count), (int)AttributionRole.Cue);
        Repair(Classes);
        (_rows, _ends) = Rows(new RoleRows(new SyntaxTree(document), bits), document.Tokens.Length);
    }

    public Document Document { get; }

    public IReadOnlyList<AttributionRelation> Relations { get; }

    public Encoding Encoding { get; }

    /// <summary>The class of each token; a well-formed row.</summary>
    public short[] Classes { get; }

    public ReadOnlySpan<int> RowsOf(int token) => _rows.AsSpan((token == 0 ? 0 : _ends[token - 1]).._ends[token]);

    /// <summary>Where one mark cut into another, what is left of that is made well formed again.</summary>
    private static void Repair(short[] classes)
    {
        for (var first = 0; first < classes.Length;)
        {
            var type = NameClasses.Read(classes[first]).Type;
            var end = first + 1;
            if (type >= 0)
            {
                while (end < classes.Length && NameClasses.Read(classes[end]) is { Begins: false } next && next.Type == type && !NameClasses.Read(classes[end - 1]).Ends) end++;
                NameClasses.Mark(classes.AsSpan(first..end), type);
            }

            first = end;
        }
    }

    private static (int[] Rows, int[] Ends) Rows(RoleRows maker, int tokens)
    {
        var (rows, ends) = (new List<int>(tokens * 20), new int[tokens]);
        Span<int> room = stackalloc int[RoleRows.Most];
        for (var token = 0; token < tokens; token++)
        {
            rows.AddRange(room[..maker.Of(token, room)]);
            ends[token] = rows.Count;
        }

        return ([.. rows], ends);
    }
}
