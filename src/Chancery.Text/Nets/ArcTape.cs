namespace Chancery.Text.Nets;

/// <summary>What the judging of heads and relations works on and keeps: one for each thread.</summary>
internal sealed class ArcTape(NetShape shape)
{
    /// <summary>The four projections of each word, cut out of the heads' output: dependent and head, for arcs and for labels.</summary>
    public Matrix Dependents { get; } = new(shape.Arc);

    public Matrix Heads { get; } = new(shape.Arc);

    public Matrix LabelDependents { get; } = new(shape.Label);

    public Matrix LabelHeads { get; } = new(shape.Label);

    /// <summary>Dependents turned towards heads.</summary>
    public Matrix Turned { get; } = new(shape.Arc);

    /// <summary>What each word thinks of each distance.</summary>
    public Matrix Distances { get; } = new(ArcScorer.Buckets);

    /// <summary>Dependent and head together.</summary>
    public Matrix Pairs { get; } = new(shape.Label);

    /// <summary>Scores, then probabilities of relations.</summary>
    public Matrix Relations { get; } = new(NetShape.Relations);
}
