using System.Runtime.InteropServices;

namespace Chancery.Text.Learning;

/// <summary>A tree as it was grown: a feature and bin for each question (feature −1 if none is asked), a value for each leaf.</summary>
internal sealed record GrownTree((int Feature, int Bin)[] Questions, double[] Leaves);

/// <summary>Grows one tree after another towards what is still wrong.</summary>
internal sealed class TreeGrower(BinTable table, TreeTraining training, int count)
{
    private readonly double[] _gradients = new double[count];
    private readonly double[] _curvatures = new double[count];
    private readonly int[] _nodes = new int[count];
    private ulong _seed = training.Seed;

    /// <summary>Grows a tree, and adds its answers to the scores.</summary>
    public GrownTree Grow(double[] scores, List<bool> answers, List<double> weights)
    {
        var rows = Choose(count, training.RowShare);
        var features = Choose(table.Width, training.FeatureShare);
        foreach (var row in rows)
        {
            var chance = 1 / (1 + Math.Exp(-scores[row]));
            _gradients[row] = weights[row] * ((answers[row] ? 1 : 0) - chance);
            _curvatures[row] = Math.Max(weights[row] * chance * (1 - chance), 1e-9);
        }

        var questions = new (int Feature, int Bin)[(1 << training.Depth) - 1];
        Array.Fill(questions, (-1, 0));
        Array.Clear(_nodes);
        for (var level = 0; level < training.Depth; level++) Ask(questions, level, rows, features);
        var leaves = Leaves(rows);
        for (var row = 0; row < count; row++) scores[row] += leaves[LeafOf(questions, row)];
        return new GrownTree(questions, leaves);
    }

    /// <summary>Finds the best question for every node of a level, and sends the rows on.</summary>
    private void Ask((int Feature, int Bin)[] questions, int level, List<int> rows, List<int> features)
    {
        var (first, width) = ((1 << level) - 1, 1 << level);
        var gains = new double[width];
        foreach (var feature in features)
        {
            var bins = table.BinsOf(feature);
            if (bins < 2) continue;
            var sums = Sum(table.Column(feature), rows, first, width * bins, bins);
            for (var node = 0; node < width; node++)
                if (Best(sums.AsSpan(node * bins, bins)) is var (gain, bin) && gain > gains[node])
                    (gains[node], questions[first + node]) = (gain, (feature, bin));
        }

        foreach (var row in rows) _nodes[row] = Next(questions, _nodes[row], row);
    }

    /// <summary>Gradients and curvatures by node and bin: where all the time goes.</summary>
    private Sums[] Sum(byte[] column, List<int> rows, int first, int length, int bins)
    {
        var sums = new Sums[length];
        var (nodes, gradients, curvatures) = (_nodes, _gradients, _curvatures);
        unchecked
        {
            foreach (var row in CollectionsMarshal.AsSpan(rows))
            {
                ref var sum = ref sums[(nodes[row] - first) * bins + column[row]];
                sum.Gradient += gradients[row];
                sum.Curvature += curvatures[row];
            }
        }

        return sums;
    }

    private (double Gain, int Bin) Best(ReadOnlySpan<Sums> sums)
    {
        var (gradient, curvature) = (0.0, 0.0);
        foreach (ref readonly var sum in sums) (gradient, curvature) = (gradient + sum.Gradient, curvature + sum.Curvature);
        var (whole, best) = (Worth(gradient, curvature), (Gain: 0.0, Bin: 0));
        var (left, leftCurvature) = (0.0, 0.0);
        for (var bin = 0; bin + 1 < sums.Length; bin++)
        {
            (left, leftCurvature) = (left + sums[bin].Gradient, leftCurvature + sums[bin].Curvature);
            if (leftCurvature < training.LeastWeight || curvature - leftCurvature < training.LeastWeight) continue;
            var gain = Worth(left, leftCurvature) + Worth(gradient - left, curvature - leftCurvature) - whole;
            if (gain > best.Gain) best = (gain, bin);
        }

        return best;
    }

    private double Worth(double gradient, double curvature) => gradient * gradient / (curvature + training.Pull);

    private double[] Leaves(List<int> rows)
    {
        var first = (1 << training.Depth) - 1;
        var (gradients, curvatures) = (new double[1 << training.Depth], new double[1 << training.Depth]);
        foreach (var row in rows)
        {
            gradients[_nodes[row] - first] += _gradients[row];
            curvatures[_nodes[row] - first] += _curvatures[row];
        }

        return [.. gradients.Select((gradient, i) => training.Rate * gradient / (curvatures[i] + training.Pull + 1e-9))];
    }

    private int LeafOf((int Feature, int Bin)[] questions, int row)
    {
        var node = 0;
        while (node < questions.Length) node = Next(questions, node, row);
        return node - questions.Length;
    }

    private int Next((int Feature, int Bin)[] questions, int node, int row)
    {
        var (feature, bin) = questions[node];
        return 2 * node + (feature >= 0 && table.Column(feature)[row] > bin ? 2 : 1);
    }

    /// <summary>A share of the numbers from 0, each with the same chance (Knuth's linear congruence).</summary>
    private List<int> Choose(int all, double share)
    {
        var chosen = new List<int>((int)(all * share) + 1);
        for (var i = 0; i < all; i++)
        {
            _seed = unchecked((_seed * 6364136223846793005UL) + 1442695040888963407UL);
            if ((_seed >> 33) / (double)(1UL << 31) < share) chosen.Add(i);
        }

        return chosen;
    }

    private struct Sums
    {
        public double Gradient;
        public double Curvature;
    }
}
