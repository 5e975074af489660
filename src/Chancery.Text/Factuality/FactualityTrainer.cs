using Chancery.Text.Nets;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Text.Factuality;

/// <summary>A predicate and how far people said it happened.</summary>
/// <param name="Token">The predicate, by its index in the document.</param>
/// <param name="Value">-3 (certainly not) to 3 (certainly).</param>
public readonly record struct ValuedPredicate(int Token, double Value);

/// <summary>Settings of a model of factuality and of its learning; what each means stands at <c>training/recipes/factuality.jsonc</c>.</summary>
/// <param name="TableBits">Base-2 logarithm of the rows of the table of features.</param>
/// <param name="Embedding">Numbers in such a row.</param>
/// <param name="Hidden">Numbers in a layer.</param>
/// <param name="Nets">How many nets are taught, from one seed each; the mean of what they say counts.</param>
/// <param name="Epochs">Times through all predicates.</param>
/// <param name="Batch">Predicates in a step.</param>
/// <param name="Rate">The greatest step.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="Dropout">Share of columns left out; of the embedded rows half of it.</param>
/// <param name="WordDropout">A word seen n times loses its own rows with probability this / (this + n).</param>
/// <param name="Seed">Of everything that looks random.</param>
public sealed record FactualityTraining(
    int TableBits, int Embedding, int Hidden, int Nets, int Epochs, int Batch, float Rate, float Decay, float Dropout, float WordDropout, ulong Seed);

/// <summary>
/// Makes a model of factuality out of predicates to which people gave values; squared loss, so that a value is the mean of what people would say. The same documents in the same
/// order with the same settings give the same bytes, on one thread. Not safe to share.
/// </summary>
public sealed class FactualityTrainer
{
    private readonly List<(Document Document, IReadOnlyList<ValuedPredicate> Predicates)> _documents = [];

    /// <summary>Predicates so far.</summary>
    public int Count => _documents.Sum(document => document.Predicates.Count);

    /// <summary>Adds a document with all layers of language, and its predicates.</summary>
    public void Add(Document document, IReadOnlyList<ValuedPredicate> predicates) => _documents.Add((document, predicates));

    /// <summary>Learns and gives the model's bytes.</summary>
    /// <param name="training">Settings.</param>
    /// <param name="language">The hash of the language model that read the documents.</param>
    /// <param name="progress">Is told in words how it goes.</param>
    /// <exception cref="InvalidOperationException">There is no predicate.</exception>
    public byte[] Learn(FactualityTraining training, string language, Action<string> progress)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(progress);
        if (Count == 0) throw new InvalidOperationException("There is no predicate to learn from.");
        var examples = _documents.SelectMany(document => FactualityExample.Of(document.Document, document.Predicates, training.TableBits)).ToList();
        var nets = Enumerable.Range(0, training.Nets).Select(i => Learnt(examples, training with { Seed = training.Seed + (ulong)i }, progress)).ToList();
        return FactualityModel.Write(nets, language);
    }

    private static FactualityNet Learnt(List<FactualityExample> examples, FactualityTraining training, Action<string> progress)
    {
        var teacher = new FactualityTeacher(training, FactualityInputs.Words * examples[0].Encoding.Columns);
        teacher.Learn(examples, (epoch, loss) => progress($"seed {training.Seed}, epoch {epoch} of {training.Epochs}: loss {loss:F4} a predicate"));
        teacher.Net.Table.Settle();
        return teacher.Net;
    }
}

/// <summary>A predicate to learn from.</summary>
internal sealed record FactualityExample(SyntaxTree Tree, Encoding Encoding, Token Token, int Predicate, int[] Rows, float Third)
{
    /// <summary>The predicates of a document.</summary>
    public static IEnumerable<FactualityExample> Of(Document document, IReadOnlyList<ValuedPredicate> predicates, int bits)
    {
        var tree = new SyntaxTree(document);
        var (maker, room) = (new PredicateRows(tree, bits), new int[PredicateRows.Most]);
        foreach (var predicate in predicates)
            yield return new FactualityExample(
                tree, document.Layer<Encoding>()[0], document.Tokens[predicate.Token], predicate.Token, room[..maker.Of(predicate.Token, room)], (float)predicate.Value / 3);
    }
}

/// <summary>Teaches one net.</summary>
internal sealed class FactualityTeacher
{
    private const float Warm = 0.05f;

    private readonly FactualityTraining _training;
    private readonly Chance _chance;
    private readonly FactualityTape _tape;
    private readonly FactualityTape _gradient;
    private readonly FactualityDropout _dropout;
    private readonly NetUpdate _update;
    private readonly Dictionary<ulong, int> _counts = [];

    public FactualityTeacher(FactualityTraining training, int beside)
    {
        (_training, _chance) = (training, new Chance(training.Seed));
        var shape = new FactualityShape(training.TableBits, training.Embedding, training.Hidden, beside);
        Net = new FactualityNet(shape, new Table(shape.TableBits, shape.Embedding, _chance), _chance);
        (_tape, _gradient) = (new FactualityTape(shape), new FactualityTape(shape));
        _dropout = new FactualityDropout(shape, training.Dropout, _chance);
        _update = new NetUpdate([.. Net.Parameters], Net.Table, training.Decay);
    }

    /// <summary>The net as it is now.</summary>
    public FactualityNet Net { get; }

    /// <summary>Learns.</summary>
    /// <param name="examples">The predicates.</param>
    /// <param name="eachEpoch">Is told the epoch and the mean loss of a predicate.</param>
    public void Learn(IReadOnlyList<FactualityExample> examples, Action<int, double> eachEpoch)
    {
        foreach (var example in examples) _counts[example.Token.Key] = _counts.GetValueOrDefault(example.Token.Key) + 1;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (step, steps) = (0, (float)(_training.Epochs * ((examples.Count + _training.Batch - 1) / _training.Batch)));
        for (var epoch = 1; epoch <= _training.Epochs; epoch++)
        {
            _chance.Shuffle<int>(order);
            var loss = 0.0;
            foreach (var batch in order.Chunk(_training.Batch))
            {
                loss += Slopes([.. batch.Select(i => examples[i])]);
                _update.Apply(NetUpdate.Rate(_training.Rate, Warm, step++ / steps), 1f / batch.Length);
            }

            eachEpoch(epoch, loss / examples.Count);
        }
    }

    /// <summary>Reads a batch and adds to every gradient; gives the sum of the losses.</summary>
    internal double Slopes(IReadOnlyList<FactualityExample> batch)
    {
        Read(batch);
        Net.Forward(_tape, _dropout);
        var loss = 0.0;
        _gradient.Outputs.Clear(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var error = _tape.Outputs[i][0] - batch[i].Third;
            loss += error * error;
            _gradient.Outputs[i][0] = 2 * error;
        }

        _update.Scatter(_tape.Predicates, Net.Backward(_tape, _gradient, _dropout));
        return loss;
    }

    private void Read(IReadOnlyList<FactualityExample> batch)
    {
        _tape.Predicates.Clear();
        _tape.Beside.Resize(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var example = batch[i];
            var isDropped = _chance.Fraction() < _training.WordDropout / (_training.WordDropout + _counts[example.Token.Key]);
            _tape.Predicates.Add(isDropped ? example.Rows.AsSpan(PredicateRows.Whole) : example.Rows);
            _tape.Predicates.EndSentence();
            FactualityInputs.Write(example.Tree, example.Encoding, example.Predicate, _tape.Beside[i]);
        }

        _dropout.Beside.Forward(_tape.Beside, _tape.Predicates.Starts, _chance);
    }
}
