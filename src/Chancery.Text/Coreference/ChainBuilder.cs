using Chancery.Text.Learning;

namespace Chancery.Text.Coreference;

/// <summary>Puts the mentions of a document into chains, from first to last, each where the model scores it best.</summary>
internal static class ChainBuilder
{
    /// <summary>The chain of each mention, numbered from 0 in order of first mention.</summary>
    /// <param name="context">The mentions.</param>
    /// <param name="model">The weights.</param>
    /// <param name="margin">How much better a link must score than none, in parts of <see cref="CorefModel.Unit"/>; may be negative.</param>
    public static int[] Build(MentionContext context, LinearModel model, int margin)
    {
        var candidates = new CandidateSet(context);
        for (var index = 0; index < context.Mentions.Count; index++)
        {
            candidates.Fill(index);
            var (best, most) = (0, model.Score(candidates.Keys(0)) + margin);
            for (var candidate = 1; candidate < candidates.Count; candidate++)
            {
                var score = model.Score(candidates.Keys(candidate));
                if (score <= most) continue;
                (best, most) = (candidate, score);
            }

            candidates.Place(index, best);
        }

        return candidates.Chains.ToArray();
    }
}
