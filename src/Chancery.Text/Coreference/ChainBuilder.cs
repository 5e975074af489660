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
        var barred = new HashSet<int>();
        var scores = new double[128];
        for (var index = 0; index < context.Mentions.Count; index++)
        {
            candidates.Fill(index);
            if (scores.Length < candidates.Count) scores = new double[candidates.Count * 2];
            Bar(context, candidates, index, barred);
            for (var i = 0; i < candidates.Count; i++)
                scores[i] = i > 0 && barred.Contains(candidates.Chain(i)) ? double.NegativeInfinity : model.Score(candidates.Keys(i)) / (double)CorefModel.Unit;
            scores[0] += margin / (double)CorefModel.Unit;
            candidates.Place(index, candidates.Likeliest(scores.AsSpan(0, candidates.Count)));
        }

        return candidates.Chains.ToArray();
    }

    /// <summary>Collects the chains that hold a mention which by grammar cannot be the same.</summary>
    private static void Bar(MentionContext context, CandidateSet candidates, int index, HashSet<int> barred)
    {
        barred.Clear();
        for (var i = 1; i < candidates.Count; i++)
            if (Binding.Forbids(context.View, context.Mentions[index], context.Mentions[candidates.Before(i)]))
                barred.Add(candidates.Chain(i));
    }
}
