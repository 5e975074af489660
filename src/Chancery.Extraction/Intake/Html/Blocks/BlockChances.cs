namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>How likely each block of a page belongs to the article, as the model says.</summary>
internal sealed class BlockChances
{
    /// <summary>A block at or above this stays in the text.</summary>
    public const double Keep = 0.5;

    private readonly double[] _chances;

    private BlockChances(double[] chances, PageNode container) => (_chances, Container) = (chances, container);

    /// <summary>The element in which the article is seen; single blocks of it may lie outside.</summary>
    public PageNode Container { get; }

    /// <summary>0–1 for the block of that number.</summary>
    public double this[int block] => _chances[block];

    /// <summary>The chances of all blocks.</summary>
    public static BlockChances Of(BlockModel model, BlockFeatures features, Page page)
    {
        var rows = Rows(features, page);
        var second = new SecondFeatures(page, [.. rows.Select(row => model.First.Probability(row))]);
        var chances = new double[rows.Length];
        var numbers = new float[SecondFeatures.Width];
        for (var i = 0; i < rows.Length; i++)
        {
            second.Fill(i, rows[i], numbers);
            chances[i] = model.Second.Probability(numbers);
        }

        return new BlockChances(chances, second.Container);
    }

    /// <summary>The first rows of all blocks.</summary>
    public static float[][] Rows(BlockFeatures features, Page page)
    {
        var rows = new float[page.Blocks.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[BlockFeatures.Width];
            features.Fill(i, rows[i]);
        }

        return rows;
    }
}
