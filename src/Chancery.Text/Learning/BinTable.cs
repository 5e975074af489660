namespace Chancery.Text.Learning;

/// <summary>
/// Examples by feature, each value replaced by the number of its bin, so that a question is looked for among few thresholds.
/// Bins hold about equally many of the different values.
/// </summary>
internal sealed class BinTable
{
    private readonly byte[][] _bins;
    private readonly float[][] _edges;

    /// <param name="rows">The examples.</param>
    /// <param name="width">Features of each.</param>
    /// <param name="most">How many bins a feature has at most, up to 256.</param>
    public BinTable(List<float[]> rows, int width, int most)
    {
        _bins = new byte[width][];
        _edges = new float[width][];
        var column = new float[rows.Count];
        for (var feature = 0; feature < width; feature++)
        {
            for (var i = 0; i < rows.Count; i++) column[i] = rows[i][feature];
            _edges[feature] = Edges(column, most);
            _bins[feature] = [.. column.Select(value => BinOf(_edges[feature], value))];
        }
    }

    /// <summary>How many features.</summary>
    public int Width => _bins.Length;

    /// <summary>The bins of one feature, example by example.</summary>
    public byte[] Column(int feature) => _bins[feature];

    /// <summary>How many bins a feature has.</summary>
    public int BinsOf(int feature) => _edges[feature].Length + 1;

    /// <summary>Values above this lie in bins above <paramref name="bin"/>.</summary>
    public float Threshold(int feature, int bin) => _edges[feature][bin];

    private static float[] Edges(float[] column, int most)
    {
        var sorted = (float[])column.Clone();
        Array.Sort(sorted);
        var values = new List<float>(most + 1);
        for (var i = 0; i < sorted.Length && values.Count <= most; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) values.Add(sorted[i]);
        if (values.Count <= most) return [.. values.Zip(values.Skip(1), (one, next) => one + (next - one) / 2)];
        return [.. Enumerable.Range(1, most - 1).Select(i => sorted[(int)((long)sorted.Length * i / most)]).Distinct()];
    }

    /// <summary>How many edges lie below the value.</summary>
    private static byte BinOf(float[] edges, float value)
    {
        var at = Array.BinarySearch(edges, value);
        return (byte)(at >= 0 ? at : ~at);
    }
}
