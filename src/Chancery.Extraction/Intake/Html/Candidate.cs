namespace Chancery.Extraction.Intake.Html;

/// <summary>An element that may hold the article.</summary>
/// <param name="Rule">What proposed it, for the log: <c>body</c>, <c>article</c>, <c>main</c>, <c>subtree</c>.</param>
/// <param name="Node">Its number.</param>
/// <param name="Score">Its gain, weighted by how trustworthy the rule is.</param>
internal readonly record struct Candidate(string Rule, int Node, double Score);

/// <summary>Proposes elements; which of them it is, is not decided here.</summary>
internal static class Candidates
{
    private const double BodyTrust = 1.3;
    private const double ArticleTrust = 1.1;

    /// <summary>The best element of every rule.</summary>
    public static IEnumerable<Candidate> Of(Page page, BlockScores scores)
    {
        var best = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        for (var i = 0; i < page.Nodes.Count; i++)
        {
            var (rule, trust) = RuleOf(page.Nodes[i]);
            Propose(best, new Candidate("subtree", i, scores.Gain(page.Nodes[i])));
            if (rule.Length > 0) Propose(best, new Candidate(rule, i, scores.Gain(page.Nodes[i]) * trust));
        }

        return best.Values;
    }

    /// <summary>Among equals the inner one: it stands later.</summary>
    private static void Propose(Dictionary<string, Candidate> best, Candidate candidate)
    {
        if (!best.TryGetValue(candidate.Rule, out var known) || candidate.Score >= known.Score) best[candidate.Rule] = candidate;
    }

    private static (string Rule, double Trust) RuleOf(PageNode node) =>
        (node.Marks & Marks.Body) != 0 ? ("body", BodyTrust)
        : node.Tag == "article" ? ("article", ArticleTrust)
        : node.Tag == "main" ? ("main", 1.0)
        : ("", 0);
}
