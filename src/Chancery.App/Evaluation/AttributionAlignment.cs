namespace Chancery.App.Evaluation;

/// <summary>An attribution as sets of words.</summary>
internal sealed record ScoredAttribution(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content);

/// <summary>An attribution that people marked and the one that was found for it.</summary>
internal sealed record AttributionPair(ScoredAttribution Gold, ScoredAttribution Found)
{
    /// <summary>True if cue and source touch (or neither has a source) and the contents' words agree by an F1 of at least <paramref name="least"/>.</summary>
    public bool IsLinked(double least)
    {
        var isSource = Gold.Source.Overlaps(Found.Source) || (Gold.Source.Count == 0 && Found.Source.Count == 0);
        return isSource && Gold.Cue.Overlaps(Found.Cue) && F1 >= least;
    }

    private double F1 => Gold.Content.Count + Found.Content.Count is > 0 and var all ? 2.0 * Gold.Content.Count(Found.Content.Contains) / all : 1;
}

/// <summary>
/// Pairs what was found with what people marked, one to one, those first that share cue words, then by the words of content, cue and source that they share. A pair needs a
/// word of the cue in common, or half of all words of both contents.
/// </summary>
internal sealed class AttributionAlignment(IReadOnlyList<ScoredAttribution> gold, IReadOnlyList<ScoredAttribution> found)
{
    /// <summary>The pairs, in no order.</summary>
    public List<AttributionPair> Pairs()
    {
        var (usedGold, usedFound, pairs) = (new HashSet<int>(), new HashSet<int>(), new List<AttributionPair>());
        foreach (var candidate in Candidates().OrderByDescending(one => one.Cue > 0).ThenByDescending(one => one.Content).ThenByDescending(one => one.Cue).ThenByDescending(one => one.Source).ThenBy(one => one.Gold).ThenBy(one => one.Found))
        {
            if (usedGold.Contains(candidate.Gold) || usedFound.Contains(candidate.Found)) continue;
            usedGold.Add(candidate.Gold);
            usedFound.Add(candidate.Found);
            pairs.Add(new AttributionPair(gold[candidate.Gold], found[candidate.Found]));
        }

        return pairs;
    }

    private readonly record struct Candidate(int Gold, int Found, int Cue, int Content, int Source);

    private IEnumerable<Candidate> Candidates()
    {
        for (var i = 0; i < gold.Count; i++)
            for (var j = 0; j < found.Count; j++)
                if (Compare(i, j) is { } candidate)
                    yield return candidate;
    }

    private Candidate? Compare(int i, int j)
    {
        var (one, other) = (gold[i], found[j]);
        var (cue, content) = (one.Cue.Count(other.Cue.Contains), one.Content.Count(other.Content.Contains));
        var isHalf = content > 0 && 2 * content >= one.Content.Count + other.Content.Count - content;
        return cue > 0 || isHalf ? new Candidate(i, j, cue, content, one.Source.Count(other.Source.Contains)) : null;
    }
}
