namespace Chancery.Text.Nets;

/// <summary>
/// Several nets of one shape that annotate together what nobody annotated, by the sum of their scores, so that one net can learn from all of
/// them (Kuncoro and others 2016, "Distilling an ensemble of greedy dependency parsers"). Not for reading: it is as slow as its nets together.
/// </summary>
internal sealed class NetCommittee
{
    private const int BatchWords = 400;

    private readonly IReadOnlyList<LanguageNet> _nets;
    private readonly NetTape[] _tapes;
    private readonly NetWorkspace _room;
    private float[] _row = [];

    /// <summary>A committee of at least one net.</summary>
    public NetCommittee(IReadOnlyList<LanguageNet> nets)
    {
        _nets = nets;
        _tapes = [.. nets.Select(net => new NetTape(net.Shape, net.Gazetteer))];
        _room = new NetWorkspace(nets[0].Shape, nets[0].Gazetteer);
    }

    /// <summary>Nets in the committee.</summary>
    public int Count => _nets.Count;

    /// <summary>
    /// The examples with every column that nobody annotated, but for names by the narrow scheme, which stay its own corpora's; what people annotated stays.
    /// </summary>
    public List<NetExample> Complete(IReadOnlyList<NetExample> examples)
    {
        var complete = new List<NetExample>(examples.Count);
        for (var at = 0; at < examples.Count;)
        {
            var (first, words) = (at, 0);
            while (at < examples.Count && words < BatchWords) words += examples[at++].Forms.Length;
            Complete([.. examples.Skip(first).Take(at - first)], complete);
        }

        return complete;
    }

    private void Complete(NetExample[] batch, List<NetExample> complete)
    {
        foreach (var (net, tape) in _nets.Zip(_tapes)) Read(net, tape, batch);
        foreach (var tape in _tapes.Skip(1)) VectorMath.AddScaled(_tapes[0].Outputs.All, tape.Outputs.All, 1);
        var heads = new int[_tapes[0].Words.Count];
        var row = 0;
        foreach (var example in batch) row += ChooseHeads(row, example.Forms.Length, heads);
        foreach (var (net, tape) in _nets.Zip(_tapes)) net.Arcs.ScoreRelations(tape.Arcs, heads);
        foreach (var tape in _tapes.Skip(1)) VectorMath.AddScaled(_tapes[0].Arcs.Relations.All, tape.Arcs.Relations.All, 1);
        row = 0;
        foreach (var example in batch)
        {
            complete.Add(Complete(example, row, heads));
            row += example.Forms.Length;
        }
    }

    private static void Read(LanguageNet net, NetTape tape, NetExample[] batch)
    {
        tape.Words.Clear();
        foreach (var example in batch)
        {
            foreach (var form in example.Forms) tape.Words.Add(form);
            tape.Words.EndSentence();
        }

        net.Forward(tape);
    }

    private int ChooseHeads(int start, int words, int[] heads)
    {
        _room.Trees.Begin(words);
        if (_row.Length < words + 1) _row = new float[2 * (words + 1)];
        for (var word = 0; word < words; word++)
        {
            var sum = _room.Trees.Row(word, words);
            sum.Clear();
            foreach (var (net, tape) in _nets.Zip(_tapes))
            {
                net.Arcs.Score(tape.Arcs, start + word, start, _row.AsSpan(0, words + 1));
                for (var head = 0; head <= words; head++) sum[head] += _row[head];
            }
        }

        var chosen = _room.Trees.Decode(words);
        for (var word = 0; word < words; word++) heads[start + word] = chosen[word] == 0 ? -1 : start + chosen[word] - 1;
        return words;
    }

    private NetExample Complete(NetExample example, int start, int[] heads)
    {
        var (shape, words) = (_nets[0].Shape, example.Forms.Length);
        var isTree = example.Heads is not null;
        return example with
        {
            Upos = example.Upos ?? Best(start, words, NetShape.UposAt, Tagset.Upos),
            Penn = example.Penn ?? Best(start, words, NetShape.PennAt, Tagset.Penn),
            Features = example.Features ?? Best(start, words, NetShape.FeaturesAt, shape.Features),
            Heads = isTree ? example.Heads : [.. heads.Skip(start).Take(words).Select(head => (short)(head < 0 ? 0 : head - start + 1))],
            Relations = isTree ? example.Relations : Relations(start, words, heads),
            WideNames = example.WideNames ?? Names(start, words, shape.WideNamesAt, Tagset.WideTypes),
        };
    }

    private short[] Best(int start, int words, int at, int count) =>
        [.. Enumerable.Range(start, words).Select(row => (short)VectorMath.Greatest(_tapes[0].Outputs[row].Slice(at, count)))];

    private short[] Relations(int start, int words, int[] heads) =>
        [.. Enumerable.Range(start, words).Select(row => (short)(heads[row] < 0 ? Syntax.Relation.Root : LanguageAnalyzer.BestRelation(_tapes[0].Arcs.Relations[row])))];

    private short[] Names(int start, int words, int at, int types)
    {
        var classes = new short[words];
        var (_, back) = _room.Names(words);
        NameClasses.Decode(_tapes[0].Outputs.Values.AsSpan(start * _nets[0].Shape.Outputs + at), _nets[0].Shape.Outputs, types, classes, back);
        return classes;
    }
}
