using System.Collections.Immutable;
using Chancery.Text.Learning;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>
/// Puts cues, sources and contents together: every content goes to the cue that most likely attributes it, and every cue takes its likeliest source, if one is
/// likely at all. One source may serve several cues.
/// </summary>
/// <param name="pairs">Judges a cue and another part.</param>
internal sealed class AttributionLinker(BoostedTrees pairs)
{
    /// <summary>Cues on each side of a part that are looked at.</summary>
    private const int Reach = 6;

    private const double LeastSource = 0.4;
    private const double LeastContent = 0.2;

    /// <summary>The attributions of a document, in the order of their cues; a cue to which no content goes gives none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="features">Of pairs in that document.</param>
    /// <param name="parts">The parts in the order of the text.</param>
    public IEnumerable<AttributionRelation> Link(Document document, PartPairs features, List<Part> parts)
    {
        features.Set(parts);
        var sources = new (int Part, double Likely)[parts.Count];
        var contents = new List<TokenRange>?[parts.Count];
        for (var part = 0; part < parts.Count; part++)
        {
            if (parts[part].Role == AttributionRole.Cue) continue;
            var best = (Cue: -1, Likely: LeastContent);
            foreach (var cue in CuesNear(parts, part))
            {
                var likely = pairs.Probability(features.Of(cue, part));
                if (parts[part].Role == AttributionRole.Source && likely > Math.Max(LeastSource, sources[cue].Likely)) sources[cue] = (part, likely);
                if (likely > best.Likely) best = (cue, likely);
            }

            if (parts[part].Role == AttributionRole.Content && best.Cue >= 0) (contents[best.Cue] ??= []).Add(parts[part].Range);
        }

        for (var cue = 0; cue < parts.Count; cue++)
            if (contents[cue] is { } said)
                yield return Relation(document, sources[cue].Likely > 0 ? parts[sources[cue].Part].Range : default, parts[cue].Range, [.. said]);
    }

    /// <summary>The cues nearest to a part, on both sides.</summary>
    public static IEnumerable<int> CuesNear(List<Part> parts, int part)
    {
        for (var (at, seen) = (part - 1, 0); at >= 0 && seen < Reach; at--)
        {
            if (parts[at].Role != AttributionRole.Cue) continue;
            seen++;
            yield return at;
        }

        for (var (at, seen) = (part + 1, 0); at < parts.Count && seen < Reach; at++)
        {
            if (parts[at].Role != AttributionRole.Cue) continue;
            seen++;
            yield return at;
        }
    }

    private static AttributionRelation Relation(Document document, TokenRange source, TokenRange cue, ImmutableArray<TokenRange> content)
    {
        var all = content.Aggregate(cue, (range, piece) => range.Cover(piece));
        return new AttributionRelation((source.Count > 0 ? all.Cover(source) : all).In(document), source, cue, content);
    }
}
