using System.Numerics;

namespace Chancery.Text.Learning;

/// <summary>
/// Learns a <see cref="LinearModel"/>: the averaged perceptron (Freund and Schapire 1999; Collins 2002) with a margin
/// for each answer, in whole numbers, so that the same examples in the same order give the same bytes on every machine.
/// </summary>
internal sealed class AveragedPerceptron(ulong templates, int bits, (int Yes, int No) margins)
{
    private readonly int[] _weights = new int[1 << bits];
    private readonly long[] _totals = new long[1 << bits];
    private readonly long[] _sums = new long[1 << bits];
    private long _steps;

    /// <summary>
    /// Looks at all examples several times, each time in another order; does so in rounds that each begin anew, and gives the sum
    /// of what they learnt, which depends less on the order than one of them.
    /// </summary>
    /// <param name="rows">Feature keys, <paramref name="width"/> for each example.</param>
    /// <param name="width">Features of an example.</param>
    /// <param name="answers">What is right, one for each example.</param>
    /// <param name="effort">How often, and the seed of the orders.</param>
    public LinearModel Learn(ReadOnlySpan<ulong> rows, int width, ReadOnlySpan<bool> answers, (int Rounds, int Epochs, ulong Seed) effort)
    {
        var seed = effort.Seed;
        var order = new int[answers.Length];
        for (var round = 0; round < effort.Rounds; round++)
        {
            for (var i = 0; i < order.Length; i++) order[i] = i;
            for (var epoch = 0; epoch < effort.Epochs; epoch++)
            {
                Shuffle(order, ref seed);
                foreach (var example in order) Learn(rows.Slice(example * width, width), answers[example]);
            }

            EndRound();
        }

        return new LinearModel(templates, Quantised());
    }

    private void EndRound()
    {
        for (var i = 0; i < _sums.Length; i++) _sums[i] += (_weights[i] * (_steps + 1)) - _totals[i];
        Array.Clear(_weights);
        Array.Clear(_totals);
        _steps = 0;
    }

    private void Learn(ReadOnlySpan<ulong> keys, bool answer)
    {
        var sum = 0;
        foreach (var key in keys) sum += _weights[(int)(key >> (64 - bits))];
        _steps++;
        if (answer ? sum > margins.Yes : sum < -margins.No) return;
        var step = answer ? 1 : -1;
        foreach (var key in keys)
        {
            var index = (int)(key >> (64 - bits));
            _weights[index] += step;
            _totals[index] += step * _steps;
        }
    }

    /// <summary>The averages, scaled so that the largest just fits 16 bits.</summary>
    private short[] Quantised()
    {
        var most = Math.Max(1, _sums.Max(Math.Abs));
        return [.. _sums.Select(sum => (short)((BigInteger)sum * short.MaxValue / most))];
    }

    /// <summary>Puts the numbers in another order, the same for the same state (Knuth's linear congruence and shuffle).</summary>
    internal static void Shuffle(int[] order, ref ulong state)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            var other = (int)((state >> 33) % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
