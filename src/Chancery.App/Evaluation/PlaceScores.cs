using Chancery.Extraction.Places;

namespace Chancery.App.Evaluation;

/// <summary>
/// The measures of <c>geo/score_resolution.py</c> and <c>geo/geo_score.py</c>. A place is right if it is the gold's state or first-level division, or lies within
/// 161 km; <c>strict161</c> asks for the distance alone. Recognition counts exact and overlapping spans, one to one.
/// </summary>
internal sealed class PlaceScores
{
    private readonly List<(int Known, int Answered, int Same, int Near)> _documents = [];
    private Counts _exact;
    private Counts _overlap;
    private int _matchedNear;

    /// <summary>Adds a report.</summary>
    /// <param name="gold">Its places.</param>
    /// <param name="found">What was found, one at a span.</param>
    public void Add(IReadOnlyList<GoldPlace> gold, IReadOnlyList<PlaceMention> found)
    {
        var sorted = gold.OrderBy(place => place.Span).ToList();
        var matches = Match(sorted, found);
        _exact += new Counts(sorted.Count, found.Count, found.Count(mention => sorted.Exists(place => place.Span == mention.Span)));
        _overlap += new Counts(sorted.Count, found.Count, matches.Count(match => match >= 0));
        var (known, answered, same, near) = (0, 0, 0, 0);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Lat is null) continue;
            known++;
            if (matches[i] >= 0 && found[matches[i]].Place is not null && sorted[i].IsNear(found[matches[i]])) _matchedNear++;
            if (found.FirstOrDefault(mention => mention.Span.Start == sorted[i].Span.Start) is not { Place: not null } answer) continue;
            answered++;
            if (sorted[i].IsNear(answer)) near++;
            if (sorted[i].IsNear(answer) || sorted[i].IsSame(answer)) same++;
        }

        _documents.Add((known, answered, same, near));
    }

    /// <summary>Scores of the gold's own spans, percentages.</summary>
    public OrderedDictionary<string, double> Resolution()
    {
        var known = _documents.Sum(document => document.Known);
        var (low, high) = Bootstrap.Interval(_documents.Count, draw => Share(draw.Sum(i => _documents[i].Same), draw.Sum(i => _documents[i].Known)));
        return new(StringComparer.Ordinal)
        {
            ["toponyms"] = known,
            ["answered"] = _documents.Sum(document => document.Answered),
            ["identity"] = Share(_documents.Sum(document => document.Same), known),
            ["identityLow"] = low,
            ["identityHigh"] = high,
            ["strict161"] = Share(_documents.Sum(document => document.Near), known),
            ["ofAnswered"] = Share(_documents.Sum(document => document.Same), _documents.Sum(document => document.Answered)),
        };
    }

    /// <summary>Scores of everything from the text, percentages.</summary>
    public OrderedDictionary<string, double> EndToEnd()
    {
        var known = _documents.Sum(document => document.Known);
        return new(StringComparer.Ordinal)
        {
            ["exactPrecision"] = Share(_exact.Correct, _exact.System),
            ["exactRecall"] = Share(_exact.Correct, _exact.Gold),
            ["exactF1"] = _exact.F1,
            ["overlapPrecision"] = Share(_overlap.Correct, _overlap.System),
            ["overlapRecall"] = Share(_overlap.Correct, _overlap.Gold),
            ["overlapF1"] = _overlap.F1,
            ["identityOfAll"] = Share(_documents.Sum(document => document.Same), known),
            ["accuracy161"] = Share(_matchedNear, known),
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    /// <summary>For each gold place the number of the mention that it is matched with: exact spans first, then any that overlaps; −1 for none.</summary>
    private static int[] Match(List<GoldPlace> gold, IReadOnlyList<PlaceMention> found)
    {
        var (matches, used) = (new int[gold.Count], new bool[found.Count]);
        Array.Fill(matches, -1);
        foreach (var isExact in new[] { true, false })
            for (var g = 0; g < gold.Count; g++)
                for (var f = 0; matches[g] < 0 && f < found.Count; f++)
                    if (!used[f] && (isExact ? found[f].Span == gold[g].Span : found[f].Span.OverlapsWith(gold[g].Span)))
                        (matches[g], used[f]) = (f, true);
        return matches;
    }
}
