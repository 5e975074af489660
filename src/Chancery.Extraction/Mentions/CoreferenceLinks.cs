using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Coreference;

namespace Chancery.Extraction.Mentions;

/// <summary>What the coreference of a text says of our mentions: whom a pronoun stands for, where it sees an earlier mention of the same that we know.</summary>
internal sealed class CoreferenceLinks
{
    // How many mentions of the chain are looked at, so that time stays linear.
    private const int Memory = 40;

    private readonly ImmutableArray<EntityMention> _entities;
    private readonly int[] _before;

    public CoreferenceLinks(Document document)
    {
        _entities = document.EntityMentions;
        _before = new int[_entities.Length];
        var last = new Dictionary<int, int>();
        for (var i = 0; i < _entities.Length; i++)
        {
            _before[i] = last.GetValueOrDefault(_entities[i].Chain, -1);
            last[_entities[i].Chain] = i;
        }
    }

    /// <summary>The chain of the nearest earlier mention that stands for the same and fits; −1 if there is none.</summary>
    public int Antecedent(List<Mention> mentions, int index, Func<Mention, bool> fits)
    {
        var pronoun = mentions[index];
        var own = LayerSearch.FirstFrom(_entities, pronoun.Span.Start);
        if (own == _entities.Length || _entities[own].Span != pronoun.Span) return -1;
        var at = _before[own];
        for (var steps = 0; at >= 0 && steps < Memory; steps++, at = _before[at])
            if (Known(mentions, index, _entities[at].Head) is { Chain: >= 0 } mention && fits(mention)) return mention.Chain;
        return -1;
    }

    /// <summary>Our mention that holds a token, among those before <paramref name="index"/>.</summary>
    private static Mention? Known(List<Mention> mentions, int index, int token)
    {
        var (low, high) = (0, index);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (mentions[middle].Range.End <= token) low = middle + 1;
            else high = middle;
        }

        return low < index && mentions[low].Range.Contains(token) ? mentions[low] : null;
    }
}
