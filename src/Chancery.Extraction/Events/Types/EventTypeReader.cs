using Chancery.Text.Learning;

namespace Chancery.Extraction.Events.Types;

/// <summary>
/// Says which kind of event a frame tells. Keeps room between frames: one for each thread. Knows nothing of status: whether it happened is not asked here.
/// </summary>
public sealed class EventTypeReader
{
    private readonly EventTypeModel _model;
    private readonly EventFeatures _features;

    /// <summary>A reader over a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="language">The hash of the language model that read the documents.</param>
    /// <exception cref="ArgumentException">The model was taught on another language model.</exception>
    public EventTypeReader(EventTypeModel model, string language)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Language != language) throw new ArgumentException("The model of types of events was taught on another language model.", nameof(model));
        (_model, _features) = (model, new EventFeatures(EventWeights.Default));
    }

    /// <summary>
    /// How likely each type is for what a frame's predicate tells in itself, and how likely it is that it tells none. Shares sum to 1. A plan to meet is CONSULT, and a refusal
    /// to meet is REJECT at "refused" and CONSULT at "meet".
    /// </summary>
    public EventTypeShares TypeOf(EventFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var shares = new float[SoftmaxModel.Width + 1];
        _model.Types.Score(_features.Of(frame), shares);
        SoftmaxModel.ToShares(shares.AsSpan(0, EventTypes.Names.Length + 1));
        return new EventTypeShares(shares);
    }

    /// <summary>
    /// The one of <see cref="EventTypes.Roots"/> that PLOVER's coders would give to what stands between two actors, if it is an event: a plan to meet is AGREE. For measuring and for
    /// exports without a status; the record asks <see cref="TypeOf"/>.
    /// </summary>
    public string RootOf(EventFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return EventTypes.Roots[BestOf(_model.Roots, _features.Of(frame))];
    }

    internal static int BestOf(SoftmaxModel model, FeatureVector vector)
    {
        Span<float> scores = stackalloc float[SoftmaxModel.Width];
        model.Score(vector, scores);
        var best = 0;
        for (var i = 1; i < EventTypes.Roots.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }
}

/// <summary>How likely each type of event is, and none.</summary>
public sealed class EventTypeShares
{
    private readonly float[] _shares;

    internal EventTypeShares(float[] shares) => _shares = shares;

    /// <summary>How likely it is no event, 0 to 1.</summary>
    public float None => _shares[EventTypes.Names.Length];

    /// <summary>How likely a type is, 0 to 1.</summary>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public float this[string type] => EventTypes.Names.IndexOf(type) is var index and >= 0 ? _shares[index] : throw new ArgumentException($"There is no type of event '{type}'.", nameof(type));

    /// <summary>The likeliest type, be it ever so unlikely that there is an event at all.</summary>
    public string Best => BestOf(EventTypes.Names);

    /// <summary>The likeliest of these types, as of those that a table allows for a word.</summary>
    /// <exception cref="ArgumentException">There are none, or one of them is no type.</exception>
    public string BestOf(IEnumerable<string> types) =>
        (types ?? []).DefaultIfEmpty("").Aggregate((best, type) => this[type] > this[best] ? type : best) is { Length: > 0 } found ? found : throw new ArgumentException("There is no type to choose from.", nameof(types));
}
