namespace Chancery.Extraction.Intake.Html.Blocks;

/// <summary>Fills a row of numbers in the order in which they are told; the order is the template.</summary>
internal ref struct FeatureRow(Span<float> row)
{
    private readonly Span<float> _row = row;

    /// <summary>How many were told.</summary>
    public int Count { get; private set; }

    public void Add(double value) => _row[Count++] = (float)value;

    public void Add(bool value) => _row[Count++] = value ? 1 : 0;

    /// <summary>Counts and words grow without end; what matters is their order of magnitude.</summary>
    public void AddLog(double value) => Add(Math.Sign(value) * Math.Log2(1 + Math.Abs(value)));
}
