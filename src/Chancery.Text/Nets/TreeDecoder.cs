namespace Chancery.Text.Nets;

/// <summary>
/// Chooses heads so that a sentence becomes one tree under one root: the best head of each word where that is a tree already, else the
/// tree of the greatest sum (Chu and Liu 1965, Edmonds 1967). Crossing arcs are allowed.
/// </summary>
internal sealed class TreeDecoder
{
    private readonly MaximumTree _tree = new();
    private float[] _scores = [];
    private int[] _heads = [];
    private int[] _seen = [];

    /// <summary>Room for the scores of a sentence: a row for each word, its columns the root and then each word.</summary>
    public Span<float> Row(int word, int words) => _scores.AsSpan(word * (words + 1), words + 1);

    /// <summary>Makes room for a sentence of so many words.</summary>
    public void Begin(int words)
    {
        if (_scores.Length < words * (words + 1)) _scores = new float[words * (words + 1)];
        if (_heads.Length >= words + 1) return;
        _heads = new int[2 * words + 1];
        _seen = new int[2 * words + 1];
    }

    /// <summary>The heads: 0 for the root, else the word's number counted from 1.</summary>
    public ReadOnlySpan<int> Decode(int words)
    {
        var roots = 0;
        for (var word = 0; word < words; word++)
        {
            _heads[word] = VectorMath.Greatest(Row(word, words));
            if (_heads[word] == 0) roots++;
        }

        if (roots != 1 || HasCycle(words)) Repair(words);
        return _heads.AsSpan(0, words);
    }

    private bool HasCycle(int words)
    {
        _seen.AsSpan(0, words).Clear();
        for (var word = 0; word < words; word++)
        {
            var at = word;
            while (at >= 0 && _seen[at] == 0)
            {
                _seen[at] = word + 1;
                at = _heads[at] - 1;
            }

            if (at >= 0 && _seen[at] == word + 1) return true;
        }

        return false;
    }

    private void Repair(int words)
    {
        var root = BestRoot(words);
        var nodes = words + 1;
        var scores = _tree.Room(nodes);
        for (var word = 0; word < words; word++)
        {
            var row = Row(word, words);
            for (var head = 0; head < nodes; head++) scores[head, word + 1] = head == 0 && word != root ? float.NegativeInfinity : row[head];
        }

        _tree.Of(scores, nodes).AsSpan(1, words).CopyTo(_heads);
    }

    /// <summary>The word for which being the root costs least against its best other head.</summary>
    private int BestRoot(int words)
    {
        var (best, least) = (0, float.PositiveInfinity);
        for (var word = 0; word < words && words > 1; word++)
        {
            var row = Row(word, words);
            var cost = row[1 + VectorMath.Greatest(row[1..])] - row[0];
            if (cost < least) (best, least) = (word, cost);
        }

        return best;
    }
}
