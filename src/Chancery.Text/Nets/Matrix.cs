namespace Chancery.Text.Nets;

/// <summary>
/// Numbers in rows, one after another. Rows that are in use may be fewer than there is room for, so that one matrix serves batch
/// after batch without a new allocation.
/// </summary>
/// <param name="columns">Numbers in a row; a multiple of <see cref="Kernel.Lane"/> wherever a kernel runs over it.</param>
internal sealed class Matrix(int columns)
{
    private FixedRows? _fixed;

    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns) : this(columns) => Resize(rows);

    /// <summary>Rows in use.</summary>
    public int Rows { get; private set; }

    /// <summary>Numbers in a row.</summary>
    public int Columns { get; } = columns;

    /// <summary>The numbers; those of rows beyond <see cref="Rows"/> mean nothing.</summary>
    public float[] Values { get; private set; } = [];

    /// <summary>Room for the rows as whole numbers.</summary>
    public FixedRows Fixed => _fixed ??= new FixedRows();

    /// <summary>One row.</summary>
    public Span<float> this[int row] => Values.AsSpan(row * Columns, Columns);

    /// <summary>The rows in use.</summary>
    public Span<float> All => Values.AsSpan(0, Rows * Columns);

    /// <summary>Sets the rows in use; what stood there before means nothing.</summary>
    public Matrix Resize(int rows)
    {
        if (rows * Columns > Values.Length) Values = new float[Math.Max(rows * Columns, 2 * Values.Length)];
        Rows = rows;
        return this;
    }

    /// <summary>Sets the rows in use and fills them with zeros.</summary>
    public Matrix Clear(int rows)
    {
        Resize(rows);
        All.Clear();
        return this;
    }
}
