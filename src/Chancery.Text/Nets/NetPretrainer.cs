namespace Chancery.Text.Nets;

/// <summary>How a net reads before it is taught.</summary>
/// <param name="Epochs">Times through all sentences.</param>
/// <param name="BatchWords">Words in a step.</param>
/// <param name="Rate">The greatest step; it falls to 0 in the end.</param>
/// <param name="Hidden">Share of the words that are hidden.</param>
/// <param name="Dropout">Share of the encoder's columns left out.</param>
internal sealed record NetReading(int Epochs, int BatchWords, float Rate, float Hidden, float Dropout);

/// <summary>Lets a net's encoder read text that nobody annotated, guessing hidden words, so that it knows more words than the treebanks have.</summary>
internal sealed class NetPretrainer
{
    private const float Warm = 0.02f;

    private readonly LanguageNet _net;
    private readonly NetReading _reading;
    private readonly Chance _chance;
    private readonly RowBatch _words;
    private readonly EncoderTape _tape;
    private readonly EncoderTape _scratch;
    private readonly Dropout[] _dropouts;
    private readonly Linear _guess;
    private readonly Matrix _hidden;
    private readonly Matrix _hiddenGradient;
    private readonly Matrix _scores = new(MaskedWords.Classes);
    private readonly List<(int Row, short Class)> _asked = [];
    private readonly NetUpdate _update;
    private int _step;

    public NetPretrainer(LanguageNet net, NetReading reading, Chance chance)
    {
        (_net, _reading, _chance) = (net, reading, chance);
        _words = new RowBatch(net.Gazetteer, net.Shape.TableBits);
        (_tape, _scratch) = (new EncoderTape(net.Shape.Encoder), new EncoderTape(net.Shape.Encoder));
        _dropouts = [.. Enumerable.Range(0, net.Shape.Layers + 1).Select(_ => new Dropout(reading.Dropout, net.Shape.Hidden)), new Dropout(reading.Dropout, net.Shape.Embedding)];
        _guess = new Linear("guess", net.Shape.Hidden, MaskedWords.Classes, chance);
        (_hidden, _hiddenGradient) = (new Matrix(net.Shape.Hidden), new Matrix(net.Shape.Hidden));
        _update = new NetUpdate([.. net.Encoder.Parameters, .. _guess.Parameters], net.Table, decay: 0.01f);
    }

    /// <summary>Reads the sentences.</summary>
    /// <param name="sentences">Forms of their words; none longer than 1000.</param>
    /// <param name="eachPart">Is told after every hundredth of the work: how much is done, and the mean loss a hidden word.</param>
    public void Read(IReadOnlyList<string[]> sentences, Action<float, double> eachPart)
    {
        var classes = new MaskedWords(sentences);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var steps = (float)(sentences.Sum(sentence => (long)sentence.Length) * _reading.Epochs / _reading.BatchWords);
        var (loss, asked, part) = (0.0, 0, Math.Max(1, (int)steps / 100));
        for (var epoch = 0; epoch < _reading.Epochs; epoch++)
        {
            _chance.Shuffle<int>(order);
            for (var at = 0; at < order.Length;)
            {
                Take(sentences, order, ref at, classes);
                loss += Step(NetUpdate.Rate(_reading.Rate, Warm, _step++ / steps));
                asked += _asked.Count;
                if (_step % part != 0) continue;
                eachPart(_step / steps, loss / Math.Max(1, asked));
                (loss, asked) = (0, 0);
            }
        }
    }

    private void Take(IReadOnlyList<string[]> sentences, int[] order, ref int at, MaskedWords classes)
    {
        _words.Clear();
        _asked.Clear();
        while (at < order.Length && _words.Count < _reading.BatchWords)
        {
            foreach (var form in sentences[order[at++]])
            {
                var isHidden = _chance.Fraction() < _reading.Hidden;
                if (isHidden) _asked.Add((_words.Count, classes[form]));
                if (isHidden) _words.Add(ReadOnlySpan<int>.Empty);
                else _words.Add(form.AsSpan());
            }

            _words.EndSentence();
        }
    }

    private double Step(float rate)
    {
        if (_asked.Count == 0) return 0;
        _net.Encoder.Forward(_words, _tape, _dropouts, _chance);
        _hidden.Resize(_asked.Count);
        for (var i = 0; i < _asked.Count; i++) _tape.Last[_asked[i].Row].CopyTo(_hidden[i]);
        _guess.Forward(_hidden, _scores);
        var loss = 0.0;
        for (var i = 0; i < _asked.Count; i++)
        {
            VectorMath.Softmax(_scores[i]);
            loss -= Math.Log(_scores[i][_asked[i].Class] + 1e-10);
            _scores[i][_asked[i].Class] -= 1;
        }

        _guess.Backward(_hidden, _scores, _hiddenGradient.Clear(_asked.Count));
        var last = _scratch.Outputs[^1].Clear(_words.Count);
        for (var i = 0; i < _asked.Count; i++) _hiddenGradient[i].CopyTo(last[_asked[i].Row]);
        _update.Scatter(_words, _net.Encoder.Backward(_words.Starts, _tape, _dropouts, last, _scratch));
        _update.Apply(rate, 1f / _asked.Count);
        return loss;
    }
}
