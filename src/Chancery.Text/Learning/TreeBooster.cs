namespace Chancery.Text.Learning;

/// <summary>How trees are grown.</summary>
/// <param name="Trees">How many.</param>
/// <param name="Depth">Questions from root to leaf, 1 to 8.</param>
/// <param name="Rate">How much of each tree's answer is taken, above 0 to 1.</param>
/// <param name="Pull">How strongly leaves are pulled to nothing (L2), 0 or more.</param>
/// <param name="LeastWeight">How much curvature (weight times doubt) of examples a leaf must have.</param>
/// <param name="RowShare">Which share of the examples a tree looks at.</param>
/// <param name="FeatureShare">Which share of the features a tree may ask for.</param>
/// <param name="Seed">Of both choices.</param>
public sealed record TreeTraining(int Trees, int Depth, double Rate, double Pull, double LeastWeight, double RowShare, double FeatureShare, ulong Seed);

/// <summary>
/// Learns <see cref="BoostedTrees"/> by gradient boosting of logistic loss with second derivatives (Friedman 2001; Chen and Guestrin
/// 2016) over binned features, one level of a tree at a time. On one thread: the same examples give the same bytes.
/// </summary>
/// <param name="templates">Which features these are.</param>
/// <param name="width">Features of an example.</param>
public sealed class TreeBooster(ulong templates, int width)
{
    private const int Bins = 64;
    private readonly List<float[]> _rows = [];
    private readonly List<bool> _answers = [];
    private readonly List<double> _weights = [];

    /// <summary>How many examples were added.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds an example.</summary>
    /// <param name="row">Its features; kept, not copied.</param>
    /// <param name="answer">What is right.</param>
    /// <param name="weight">How much it counts, above 0.</param>
    public void Add(float[] row, bool answer, double weight)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, width);
        _rows.Add(row);
        _answers.Add(answer);
        _weights.Add(weight);
    }

    /// <summary>The trees.</summary>
    public BoostedTrees Learn(TreeTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        var table = new BinTable(_rows, width, Bins);
        var questions = (1 << training.Depth) - 1;
        var features = new ushort[training.Trees * questions];
        var thresholds = new float[features.Length];
        var leaves = new short[training.Trees << training.Depth];
        var grower = new TreeGrower(table, training, _rows.Count);
        var scores = new double[_rows.Count];
        for (var tree = 0; tree < training.Trees; tree++)
        {
            var grown = grower.Grow(scores, _answers, _weights);
            for (var i = 0; i < questions; i++)
                (features[tree * questions + i], thresholds[tree * questions + i]) = grown.Questions[i] is var (feature, bin) && feature >= 0 ? ((ushort)feature, table.Threshold(feature, bin)) : (BoostedTrees.NotAsked, 0f);
            for (var leaf = 0; leaf < grown.Leaves.Length; leaf++)
                leaves[(tree << training.Depth) + leaf] = (short)Math.Clamp(Math.Round(grown.Leaves[leaf] * BoostedTrees.Scale), short.MinValue, short.MaxValue);
        }

        return new BoostedTrees(templates, training.Depth, features, thresholds, leaves);
    }
}
