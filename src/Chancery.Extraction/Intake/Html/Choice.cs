namespace Chancery.Extraction.Intake.Html;

/// <summary>The element that was taken for the article's, and the one that came second.</summary>
/// <param name="Chosen">The winner.</param>
/// <param name="RunnerUp">The next best element that is another one, if there is any.</param>
internal sealed record Choice(Candidate Chosen, Candidate? RunnerUp)
{
    /// <summary>The best candidate, or <see langword="null"/> on a page without text.</summary>
    public static Choice? Of(IEnumerable<Candidate> candidates)
    {
        var ordered = candidates.OrderByDescending(candidate => candidate.Score).ThenByDescending(candidate => candidate.Node).ToList();
        if (ordered.Count == 0) return null;
        var others = ordered.Where(candidate => candidate.Node != ordered[0].Node).ToList();
        return new Choice(ordered[0], others.Count > 0 ? others[0] : null);
    }
}
