namespace Chancery.Extraction.Times;

/// <summary>How an expression was resolved: kept with its timex, so that it can be told again from another day.</summary>
/// <param name="Expression">What the words say.</param>
/// <param name="Context">What was looked at besides.</param>
/// <param name="Reading">What it stands for.</param>
internal sealed record Told(TimeExpression Expression, TimeContext Context, TimexReading Reading)
{
    /// <summary>The same told from another day, or from an interval in which that day lies.</summary>
    public Told From(TimeAnchor anchor) => this with { Reading = anchor.Resolve(Expression, Context) };
}
