using System.Numerics;
using System.Runtime.Intrinsics;
using Chancery.Text.Nets;

namespace Chancery.Text.Learning;

/// <summary>How a <see cref="SoftmaxModel"/> is learnt.</summary>
/// <param name="Bits">Base-2 logarithm of the rows of its table.</param>
/// <param name="Epochs">Times through all examples.</param>
/// <param name="Rate">The greatest step.</param>
/// <param name="Decay">How strongly weights of hashed features are pulled to 0.</param>
/// <param name="ColumnDecay">The same for weights of numbers.</param>
/// <param name="Least">A hashed feature is left out that is seen in fewer examples.</param>
/// <param name="Seed">Of the order of examples.</param>
public sealed record SoftmaxTraining(int Bits, int Epochs, float Rate, float Decay, float ColumnDecay, int Least, ulong Seed);

/// <summary>
/// Learns a <see cref="SoftmaxModel"/>: the logarithm of the right answers' share is made great by AdaGrad (Duchi, Hazan and Singer 2011), with weights pulled to 0 by their
/// squares. An example may have several right answers, where it is known only that one of them is. The same examples in the same order give the same bytes on every machine.
/// </summary>
/// <param name="answers">How many answers there are, up to <see cref="SoftmaxModel.Width"/>.</param>
/// <param name="hasRest">True if there is one more, "none of them", whose score is always 0.</param>
public sealed class SoftmaxLearner(int answers, bool hasRest = false)
{
    private const float Small = 1e-3f;
    private readonly List<Example> _examples = [];

    /// <summary>How many examples there are.</summary>
    public int Count => _examples.Count;

    /// <summary>Adds an example.</summary>
    /// <param name="vector">Its features; may be filled again afterwards.</param>
    /// <param name="right">The right answers, a bit each; none for the rest.</param>
    /// <param name="weight">How much it counts; 1 as a rule.</param>
    /// <exception cref="ArgumentException">No answer is right and there is no rest, or one is right that there is not.</exception>
    public void Add(FeatureVector vector, uint right, float weight = 1)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if ((right == 0 && !hasRest) || right >> answers != 0) throw new ArgumentException("There is no such answer.", nameof(right));
        _examples.Add(new Example([.. vector.Keys], [.. vector.Values], [.. vector.Numbers], right, weight));
    }

    /// <summary>The model of all examples added.</summary>
    /// <exception cref="InvalidOperationException">There is no example.</exception>
    public SoftmaxModel Learn(SoftmaxTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (_examples.Count == 0) throw new InvalidOperationException("There is no example to learn from.");
        DropRare(training.Least);
        var weights = new Weights(training, _examples[0].Numbers.Length, answers, hasRest);
        var (order, chance) = (Enumerable.Range(0, _examples.Count).ToArray(), new Chance(training.Seed));
        for (var epoch = 0; epoch < training.Epochs; epoch++)
        {
            chance.Shuffle<int>(order);
            foreach (var number in order) weights.Learn(_examples[number]);
        }

        return weights.ToModel();
    }

    /// <summary>Leaves out what is seen in so few examples that it says nothing, before others must share its place in the table.</summary>
    private void DropRare(int least)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var key in _examples.SelectMany(example => example.Keys.Distinct())) counts[key] = counts.GetValueOrDefault(key) + 1;
        for (var i = 0; i < _examples.Count; i++)
        {
            var (keys, values) = (_examples[i].Keys, _examples[i].Values);
            var kept = Enumerable.Range(0, keys.Length).Where(at => counts[keys[at]] >= least).ToList();
            _examples[i] = _examples[i] with { Keys = [.. kept.Select(at => keys[at])], Values = [.. kept.Select(at => values[at])] };
        }
    }

    private sealed record Example(ulong[] Keys, float[] Values, float[] Numbers, uint Right, float Weight);

    private sealed class Weights(SoftmaxTraining training, int columns, int answers, bool hasRest)
    {
        private const int Width = SoftmaxModel.Width;
        private readonly float[] _weights = new float[(columns + 1 + (1 << training.Bits)) * Width];
        private readonly float[] _squares = new float[(columns + 1 + (1 << training.Bits)) * Width];
        private readonly float[] _shares = new float[Width + 1];

        public void Learn(Example example)
        {
            var sum = Vector512.LoadUnsafe(ref _weights[columns * Width]);
            for (var i = 0; i < columns; i++) sum += Vector512.LoadUnsafe(ref _weights[i * Width]) * example.Numbers[i];
            for (var i = 0; i < example.Keys.Length; i++) sum += Vector512.LoadUnsafe(ref _weights[RowOf(example.Keys[i])]) * example.Values[i];
            sum.CopyTo(_shares);
            ToSlopes(example.Right);
            var slope = Vector512.LoadUnsafe(ref _shares[0]) * example.Weight;
            for (var i = 0; i < columns; i++) Step(i * Width, slope * example.Numbers[i], training.ColumnDecay);
            Step(columns * Width, slope, 0);
            for (var i = 0; i < example.Keys.Length; i++) Step(RowOf(example.Keys[i]), slope * example.Values[i], training.Decay);
        }

        /// <summary>Turns the scores into the slopes of the loss: each share, less what it should be.</summary>
        private void ToSlopes(uint right)
        {
            _shares[answers] = 0;
            SoftmaxModel.ToShares(_shares.AsSpan(0, hasRest ? answers + 1 : answers));
            var good = 0f;
            for (var bits = right; bits != 0; bits &= bits - 1) good += _shares[BitOperations.TrailingZeroCount(bits)];
            for (var bits = right; bits != 0; bits &= bits - 1) _shares[BitOperations.TrailingZeroCount(bits)] *= 1 - 1 / Math.Max(good, 1e-6f);
            _shares.AsSpan(answers).Clear();
        }

        private int RowOf(ulong key) => (columns + 1 + (int)(key >> (64 - training.Bits))) * Width;

        private void Step(int at, Vector512<float> slope, float decay)
        {
            var weights = Vector512.LoadUnsafe(ref _weights[at]);
            slope += weights * decay;
            var squares = Vector512.LoadUnsafe(ref _squares[at]) + slope * slope;
            squares.StoreUnsafe(ref _squares[at]);
            (weights - slope * training.Rate / Vector512.Sqrt(squares + Vector512.Create(Small))).StoreUnsafe(ref _weights[at]);
        }

        public SoftmaxModel ToModel()
        {
            var head = (columns + 1) * Width;
            var (columnScale, scale) = (ScaleOf(_weights.AsSpan(0, head)), ScaleOf(_weights.AsSpan(head)));
            var bytes = new sbyte[_weights.Length];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)MathF.Round(_weights[i] / (i < head ? columnScale : scale));
            return new SoftmaxModel(bytes, columns, training.Bits, scale, columnScale);
        }

        private static float ScaleOf(ReadOnlySpan<float> weights)
        {
            var most = 1e-6f;
            foreach (var weight in weights) most = Math.Max(most, Math.Abs(weight));
            return most / sbyte.MaxValue;
        }
    }
}
