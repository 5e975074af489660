namespace Chancery.Text.Coreference;

/// <summary>
/// What a mention may stand for: nothing named before, or what one of the earlier mentions stands for; each with its features. Filled
/// again for every mention, with the chains as they are by then.
/// </summary>
internal sealed class CandidateSet
{
    private readonly MentionContext _context;
    private readonly FeatureKeys _keys = CorefModel.LinkKeys();
    private readonly PairFeatures _pairs;
    private readonly NewFeatures _new;
    private readonly List<int> _before = [];
    private readonly List<ChainState> _chains = [];
    private readonly Dictionary<int, double> _shares = [];
    private readonly int[] _chainOf;
    private ulong[] _all = new ulong[1 << 14];
    private int[] _ends = new int[128];

    public CandidateSet(MentionContext context)
    {
        _context = context;
        _chainOf = new int[context.Mentions.Count];
        Array.Fill(_chainOf, -1);
        _pairs = new PairFeatures(context, _keys, _chainOf);
        _new = new NewFeatures(context, _keys);
    }

    /// <summary>How many candidates there are, the first of which is "nothing named before".</summary>
    public int Count => _before.Count + 1;

    /// <summary>The chain of each mention that was placed.</summary>
    public ReadOnlySpan<int> Chains => _chainOf;

    /// <summary>How many chains there are.</summary>
    public int ChainCount => _chains.Count;

    /// <summary>The earlier mention of a candidate, or -1 for the first.</summary>
    public int Before(int candidate) => candidate == 0 ? -1 : _before[candidate - 1];

    /// <summary>The chain of a candidate, or -1 for the first.</summary>
    public int Chain(int candidate) => candidate == 0 ? -1 : _chainOf[_before[candidate - 1]];

    /// <summary>
    /// The candidate whose chain is likeliest, all of its mentions among the candidates together: the model was learnt for the sum over a chain's
    /// mentions, not for one of them. Scores are natural logarithms of odds.
    /// </summary>
    public int Likeliest(ReadOnlySpan<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        _shares.Clear();
        var (best, likeliest) = (0, LogLinearLearner.Exponential(scores[0] - most));
        for (var i = 1; i < scores.Length; i++)
        {
            var chain = Chain(i);
            var share = _shares.GetValueOrDefault(chain) + LogLinearLearner.Exponential(scores[i] - most);
            _shares[chain] = share;
            if (share <= likeliest) continue;
            (best, likeliest) = (i, share);
        }

        return best;
    }

    /// <summary>The features of a candidate.</summary>
    public ReadOnlySpan<ulong> Keys(int candidate) => _all.AsSpan(candidate == 0 ? 0 : _ends[candidate - 1], _ends[candidate] - (candidate == 0 ? 0 : _ends[candidate - 1]));

    /// <summary>Works out the candidates of a mention.</summary>
    public void Fill(int index)
    {
        _context.Candidates(index, _before);
        if (_ends.Length < Count) Array.Resize(ref _ends, Count * 2);
        _keys.Clear();
        _new.Fill(index);
        Keep(0, 0);
        var between = 0;
        var mention = _context.Mentions[index];
        for (var i = 0; i < _before.Count; i++)
        {
            var chain = _chains[_chainOf[_before[i]]];
            _keys.Clear();
            _pairs.Fill(index, _before[i], chain, between);
            Keep(i + 1, _ends[i]);
            if (Agreement.CanBe(mention, _context.Mentions[_before[i]], chain)) between++;
        }
    }

    /// <summary>Puts a mention into the chain of a candidate, or into a chain of its own.</summary>
    public void Place(int index, int candidate)
    {
        var before = Before(candidate);
        if (before < 0) _chains.Add(new ChainState());
        var chain = before < 0 ? _chains.Count - 1 : _chainOf[before];
        _chainOf[index] = chain;
        _chains[chain].Add(_context.Mentions[index], index);
    }

    private void Keep(int candidate, int from)
    {
        var keys = _keys.Keys;
        while (_all.Length < from + keys.Length) Array.Resize(ref _all, _all.Length * 2);
        keys.CopyTo(_all.AsSpan(from));
        _ends[candidate] = from + keys.Length;
    }
}
