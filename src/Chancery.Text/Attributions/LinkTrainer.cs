using Chancery.Text.Learning;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Text.Attributions;

/// <summary>Learns which parts belong to which cue from documents whose attributions people marked.</summary>
internal sealed class LinkTrainer
{
    private readonly TreeBooster _booster = new(PartPairs.Templates, PartPairs.Width);

    /// <summary>Adds a document: each part with each cue near it.</summary>
    public void Add(Document document, IReadOnlyList<AttributionRelation> relations)
    {
        var tree = new SyntaxTree(document);
        var parts = relations.SelectMany(RangesOf).Distinct().OrderBy(part => part.Range.First).Select(part => Part.Of(part.Role, part.Range, tree)).ToList();
        var cues = relations.ToLookup(relation => relation.Cue);
        var pairs = new PartPairs(tree);
        pairs.Set(parts);
        for (var part = 0; part < parts.Count; part++)
        {
            if (parts[part].Role == AttributionRole.Cue) continue;
            foreach (var cue in AttributionLinker.CuesNear(parts, part))
                _booster.Add(pairs.Of(cue, part), cues[parts[cue].Range].Any(relation => Holds(relation, parts[part])), 1);
        }
    }

    /// <summary>Learns.</summary>
    public BoostedTrees Learn(TreeTraining training) => _booster.Learn(training);

    private static IEnumerable<(AttributionRole Role, TokenRange Range)> RangesOf(AttributionRelation relation)
    {
        if (relation.HasSource) yield return (AttributionRole.Source, relation.Source);
        yield return (AttributionRole.Cue, relation.Cue);
        foreach (var piece in relation.Content) yield return (AttributionRole.Content, piece);
    }

    private static bool Holds(AttributionRelation relation, Part part) =>
        part.Role == AttributionRole.Source ? relation.Source == part.Range : relation.Content.Contains(part.Range);
}
