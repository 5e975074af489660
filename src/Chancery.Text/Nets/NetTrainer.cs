namespace Chancery.Text.Nets;

/// <summary>Teaches a language net from examples: every head from those sentences that are annotated for it, all at once.</summary>
internal sealed class NetTrainer
{
    private const float Warm = 0.03f;
    private const float Tiny = 1e-6f;

    private readonly LanguageNet _net;
    private readonly NetTraining _training;
    private readonly Chance _chance;
    private readonly NetTape _tape;
    private readonly NetTape _gradient;
    private readonly Dropout[] _dropouts;
    private readonly NameRows _rows = new();
    private readonly NetUpdate _update;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly float[] _scores = new float[1024];
    private int _step;

    /// <summary>Teaches a net, which changes while it learns.</summary>
    public NetTrainer(LanguageNet net, NetTraining training)
    {
        _training = training;
        _chance = new Chance(training.Seed);
        _net = net;
        var (shape, gazetteer) = (net.Shape, net.Gazetteer);
        _tape = new NetTape(shape, gazetteer);
        _gradient = new NetTape(shape, gazetteer);
        _dropouts = [.. Enumerable.Range(0, shape.Layers + 1).Select(_ => new Dropout(training.Dropout, shape.Hidden)), new Dropout(training.Dropout / 2, shape.Embedding)];
        _update = new NetUpdate([.. _net.Parameters], _net.Table, training.Decay);
    }

    /// <summary>The net as it is now.</summary>
    public LanguageNet Net => _net;

    /// <summary>Learns.</summary>
    /// <param name="examples">The sentences; none longer than 1000 words.</param>
    /// <param name="eachEpoch">Is told the epoch and the mean loss a word.</param>
    public void Learn(IReadOnlyList<NetExample> examples, Action<int, double> eachEpoch)
    {
        foreach (var form in examples.SelectMany(example => example.Forms)) _counts[form] = Count(form) + 1;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var words = examples.Sum(example => (long)example.Forms.Length);
        var steps = (float)(words * _training.Epochs / _training.BatchWords);
        for (var epoch = 1; epoch <= _training.Epochs; epoch++)
        {
            _chance.Shuffle<int>(order);
            var loss = 0.0;
            for (var at = 0; at < order.Length;)
            {
                var batch = Take(examples, order, ref at);
                loss += Step(batch, NetUpdate.Rate(_training.Rate, Warm, _step++ / steps));
            }

            eachEpoch(epoch, loss / words);
        }
    }

    /// <summary>
    /// Learns names by the narrow scheme once more, from these examples alone: what the encoder gives stays as it is, and so do all other heads. The narrow scheme
    /// has a corpus of its own guidelines, which are few among the sentences that a net is taught with.
    /// </summary>
    public void FinishNarrowNames(IReadOnlyList<NetExample> examples, int epochs, float rate)
    {
        foreach (var form in examples.SelectMany(example => example.Forms)) _counts[form] = Count(form) + 1;
        var update = new NetUpdate([.. _net.HeadParameters], _net.Table, decay: 0);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (steps, step) = ((float)(examples.Sum(example => (long)example.Forms.Length) * epochs / _training.BatchWords), 0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            _chance.Shuffle<int>(order);
            for (var at = 0; at < order.Length;)
            {
                SlopesOfNarrowNames(Take(examples, order, ref at));
                update.Apply(NetUpdate.Rate(rate, Warm, step++ / steps), 1f / _training.BatchWords);
            }
        }
    }

    private void SlopesOfNarrowNames(List<NetExample> batch)
    {
        Read(batch);
        _net.Forward(_tape, _dropouts, _chance);
        _gradient.Outputs.Clear(_tape.Words.Count);
        Names(batch, example => example.NarrowNames, _net.Shape.NarrowNamesAt, Tagset.NarrowTypes);
        _net.BackwardHeads(_tape, _gradient);
    }

    private int Count(string form) => _counts.GetValueOrDefault(form);

    private List<NetExample> Take(IReadOnlyList<NetExample> examples, int[] order, ref int at)
    {
        var (batch, words) = (new List<NetExample>(), 0);
        while (at < order.Length && words < _training.BatchWords)
        {
            batch.Add(examples[order[at++]]);
            words += batch[^1].Forms.Length;
        }

        return batch;
    }

    private double Step(List<NetExample> batch, float rate)
    {
        var loss = Slopes(batch);
        _update.Apply(rate, 1f / _training.BatchWords);
        return loss;
    }

    /// <summary>Reads a batch and adds to every gradient; gives the sum of the losses.</summary>
    internal double Slopes(List<NetExample> batch)
    {
        Read(batch);
        _net.Forward(_tape, _dropouts, _chance);
        ClearGradient();
        var loss = Tags(batch) + Arcs(batch);
        _update.Scatter(_tape.Words, _net.Backward(_tape, _gradient, _dropouts));
        return loss;
    }

    private void Read(List<NetExample> batch)
    {
        _tape.Words.Clear();
        Span<int> rows = stackalloc int[WordRows.Most];
        foreach (var example in batch)
        {
            var style = _chance.Fraction();
            foreach (var form in example.Forms)
            {
                var written = style >= _training.Recased ? form : style < _training.Recased / 2 ? form.ToLowerInvariant() : form.ToUpperInvariant();
                var count = WordRows.Of(written, _net.Gazetteer, _net.Shape.TableBits, rows);
                var isDropped = _chance.Fraction() < _training.WordDropout / (_training.WordDropout + Count(form) + Tiny);
                _tape.Words.Add(isDropped ? rows[WordRows.Whole..count] : rows[..count]);
            }

            _tape.Words.EndSentence();
        }
    }

    private void ClearGradient()
    {
        var rows = _tape.Words.Count;
        _gradient.Outputs.Clear(rows);
        _gradient.Arcs.Dependents.Clear(rows);
        _gradient.Arcs.Heads.Clear(rows);
        _gradient.Arcs.LabelDependents.Clear(rows);
        _gradient.Arcs.LabelHeads.Clear(rows);
        _gradient.Arcs.Turned.Clear(rows);
        _gradient.Arcs.Distances.Clear(rows);
    }

    private double Tags(List<NetExample> batch)
    {
        var shape = _net.Shape;
        return Classes(batch, example => example.Upos, NetShape.UposAt, Tagset.Upos)
            + Classes(batch, example => example.Penn, NetShape.PennAt, Tagset.Penn)
            + Classes(batch, example => example.Features, NetShape.FeaturesAt, shape.Features)
            + Names(batch, example => example.NarrowNames, shape.NarrowNamesAt, Tagset.NarrowTypes)
            + Names(batch, example => example.WideNames, shape.WideNamesAt, Tagset.WideTypes);
    }

    /// <summary>The loss of whole rows of names against all rows that are well formed.</summary>
    private double Names(List<NetExample> batch, Func<NetExample, short[]?> column, int at, int types)
    {
        var (loss, start, columns) = (0.0, 0, _net.Shape.Outputs);
        foreach (var example in batch)
        {
            if (column(example) is { } golds)
                loss += _rows.Loss(_tape.Outputs.Values.AsSpan(start * columns + at), columns, types, golds, _training.NameWeight, _gradient.Outputs.Values.AsSpan(start * columns + at));
            start += example.Forms.Length;
        }

        return loss;
    }

    /// <summary>Cross entropy of one head's classes.</summary>
    private double Classes(List<NetExample> batch, Func<NetExample, short[]?> column, int at, int count)
    {
        var (loss, row) = (0.0, 0);
        foreach (var example in batch)
        {
            if (column(example) is not { } golds)
            {
                row += example.Forms.Length;
                continue;
            }

            foreach (var gold in golds)
            {
                if (gold >= 0) loss += CrossEntropy(_tape.Outputs[row].Slice(at, count), gold, _gradient.Outputs[row].Slice(at, count));
                row++;
            }
        }

        return loss;
    }

    private static double CrossEntropy(Span<float> scores, int gold, Span<float> gradient)
    {
        scores.CopyTo(gradient);
        VectorMath.Softmax(gradient);
        var loss = -Math.Log(gradient[gold] + 1e-10);
        gradient[gold] -= 1;
        return loss;
    }

    private double Arcs(List<NetExample> batch)
    {
        var heads = new int[_tape.Words.Count];
        Array.Fill(heads, -1);
        var (loss, start) = (0.0, 0);
        foreach (var example in batch)
        {
            if (example.Heads is { } golds) loss += Heads(golds, start, heads);
            start += example.Forms.Length;
        }

        _net.Arcs.ScoreRelations(_tape.Arcs, heads);
        var gradient = _gradient.Arcs.Relations.Clear(heads.Length);
        start = 0;
        foreach (var example in batch)
        {
            for (var word = 0; word < example.Forms.Length && example.Relations is not null; word++)
                loss += CrossEntropy(_tape.Arcs.Relations[start + word][..Tagset.Relations], example.Relations[word], gradient[start + word][..Tagset.Relations]);
            start += example.Forms.Length;
        }

        _net.Arcs.BackwardRelations(_tape.Arcs, _gradient.Arcs, heads);
        return loss;
    }

    private double Heads(short[] golds, int start, int[] heads)
    {
        var loss = 0.0;
        var scores = _scores.AsSpan(0, golds.Length + 1);
        for (var word = 0; word < golds.Length; word++)
        {
            heads[start + word] = golds[word] == 0 ? -1 : start + golds[word] - 1;
            _net.Arcs.Score(_tape.Arcs, start + word, start, scores);
            VectorMath.Softmax(scores);
            loss -= Math.Log(scores[golds[word]] + 1e-10);
            scores[golds[word]] -= 1;
            _net.Arcs.Backward(_tape.Arcs, _gradient.Arcs, start + word, start, scores);
        }

        return loss;
    }
}
