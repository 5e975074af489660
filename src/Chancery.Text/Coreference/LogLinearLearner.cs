namespace Chancery.Text.Coreference;

/// <summary>
/// Learns weights for a choice among candidates of which several may be right: the logarithm of the share of the right ones, with costs added
/// to the scores of the wrong ones (softmax-margin, Gimpel and Smith 2010), by AdaGrad (Duchi, Hazan and Singer 2011) with a pull
/// to zero. Arithmetic is in doubles by the four operations and the square root alone, which every machine rounds alike.
/// </summary>
internal sealed class LogLinearLearner(int bits)
{
    private const double Least = 1e-4;
    private readonly float[] _weights = new float[1 << bits];
    private readonly float[] _squares = new float[1 << bits];
    private readonly double[] _gradient = new double[1 << bits];
    private readonly List<int> _touched = [];
    private readonly int _shift = 64 - bits;
    private double[] _scores = new double[128];
    private double[] _right = new double[128];

    public double Rate { get; set; } = 0.1;

    public double Pull { get; set; }

    /// <summary>Which keys may have a weight; all if there is none.</summary>
    public byte[]? Seen { get; set; }

    public ReadOnlySpan<float> Weights => _weights;

    public double Score(ReadOnlySpan<ulong> keys)
    {
        var sum = 0.0;
        foreach (var key in keys) sum += _weights[(int)(key >> _shift)];
        return sum;
    }

    /// <summary>The candidates' scores of the choice that is being made; costs are added by the caller.</summary>
    public Span<double> Scores(int count)
    {
        if (_scores.Length < count)
        {
            _scores = new double[count * 2];
            _right = new double[count * 2];
        }

        return _scores.AsSpan(0, count);
    }

    /// <summary>Turns scores with costs into what each candidate's features should gain, in place.</summary>
    public void ToGains(Span<double> scores, ReadOnlySpan<bool> isRight)
    {
        var right = _right.AsSpan(0, scores.Length);
        var most = double.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var (all, good) = (0.0, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Exponential(scores[i] - most);
            right[i] = isRight[i] ? scores[i] : 0;
            all += scores[i];
            good += right[i];
        }

        for (var i = 0; i < scores.Length; i++) scores[i] = (good > 0 ? right[i] / good : 0) - (scores[i] / all);
    }

    public void Gain(ReadOnlySpan<ulong> keys, double gain)
    {
        if (gain is < Least and > -Least) return;
        foreach (var key in keys)
        {
            if (Seen is { } seen && seen[(int)(key >> 40)] == 0) continue;
            var index = (int)(key >> _shift);
            if (_gradient[index] == 0) _touched.Add(index);
            _gradient[index] += gain;
        }
    }

    /// <summary>Applies what was gained.</summary>
    public void Step()
    {
        foreach (var index in _touched)
        {
            var gradient = _gradient[index];
            _gradient[index] = 0;
            if (gradient == 0) continue;
            _squares[index] += (float)(gradient * gradient);
            var rate = Rate / Math.Sqrt(_squares[index] + 1e-2);
            var weight = _weights[index] + (rate * gradient);
            var pull = rate * Pull;
            _weights[index] = (float)(weight > pull ? weight - pull : weight < -pull ? weight + pull : 0);
        }

        _touched.Clear();
    }

    /// <summary>e to the power of a number that is not above 0, by squaring: the same bits everywhere.</summary>
    internal static double Exponential(double power)
    {
        if (power < -40) return 0;
        var x = power / 1024;
        var value = 1 + (x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4)))))));
        for (var i = 0; i < 10; i++) value *= value;
        return value;
    }
}
