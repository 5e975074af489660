using Chancery.Text.Learning;

namespace Chancery.Text.Coreference;

/// <summary>Where the parts of coreference stand in the one table of weights, and in what unit.</summary>
internal static class CorefModel
{
    /// <summary>To be raised with every change of a feature, so that a model made for others is not used.</summary>
    public const ulong Templates = 0xC0EF_0001;

    /// <summary>Weights are natural logarithms of odds, in this many parts.</summary>
    public const int Unit = 1024;

    public static FeatureKeys KindKeys() => new(0, 2);

    public static FeatureKeys KeepKeys() => new(1, 2);

    public static FeatureKeys LinkKeys() => new(1, 1);

    /// <summary>The likeliest kind.</summary>
    public static EntityKind Kind(LinearModel model, ReadOnlySpan<ulong> features, FeatureKeys keys)
    {
        var (best, most) = (0, int.MinValue);
        for (var kind = 0; kind < KindFeatures.Kinds; kind++)
        {
            keys.Clear();
            foreach (var feature in features) keys.AddKey(FeatureKeys.Join(feature, (ulong)kind + 1));
            var score = model.Score(keys.Keys);
            if (score <= most) continue;
            (best, most) = (kind, score);
        }

        return (EntityKind)best;
    }
}
