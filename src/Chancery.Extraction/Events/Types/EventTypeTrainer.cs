using Chancery.Text.Learning;
using Chancery.Text.Syntax;

namespace Chancery.Extraction.Events.Types;

/// <summary>How a model of types of events is learnt.</summary>
/// <param name="Types">How the choice of types is.</param>
/// <param name="Roots">How the choice of roots is.</param>
/// <param name="OwnWeight">How much a sentence of our own counts, against 1 for one of the corpus.</param>
public sealed record EventTypeTraining(SoftmaxTraining Types, SoftmaxTraining Roots, float OwnWeight);

/// <summary>
/// Learns an <see cref="EventTypeModel"/> from sentences of a corpus with the roots of coders, and from sentences of our own with types. Knows no paths. The same examples and
/// settings give the same bytes.
/// </summary>
public sealed class EventTypeTrainer
{
    /// <summary>The fold of our own sentences, which are never held out.</summary>
    private const int Own = -1;

    /// <summary>The fold of our own sentences that are left out wherever a fold is held out.</summary>
    private const int Late = -2;

    private readonly List<Example> _examples = [];
    private readonly EventFeatures _features = new(EventWeights.Default);

    /// <summary>How many examples were added.</summary>
    public int Count => _examples.Count;

    /// <summary>Adds a sentence of a corpus whose coders gave one root to what stands between two actors.</summary>
    /// <param name="frame">The two actors; the predicate is looked for.</param>
    /// <param name="root">One of <see cref="EventTypes.Roots"/>.</param>
    /// <param name="fold">Which fold it belongs to.</param>
    public void Add(EventFrame frame, string root, int fold)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _examples.Add(new Example(frame, root, InItself(frame, root), EventTypes.MaskOf(root), fold));
    }

    /// <summary>Adds a sentence of our own.</summary>
    /// <param name="between">The actors without the predicate.</param>
    /// <param name="frame">The actors with the predicate.</param>
    /// <param name="type">The type that the predicate tells in itself, or <see langword="null"/> for none.</param>
    /// <param name="root">The root that PLOVER gives to the whole, or <see langword="null"/> for none.</param>
    /// <param name="isLate">True if it was written after the misses of a cross-validation had been read: it then teaches no model that is cross-validated.</param>
    public void Add(EventFrame between, EventFrame frame, string? type, string? root, bool isLate = false)
    {
        ArgumentNullException.ThrowIfNull(between);
        ArgumentNullException.ThrowIfNull(frame);
        _examples.Add(new Example(between, root, frame, type is null ? 0 : EventTypes.MaskOf(type), isLate ? Late : Own));
    }

    /// <summary>The model.</summary>
    /// <param name="training">How.</param>
    /// <param name="language">The hash of the language model that read the sentences.</param>
    /// <param name="heldOut">A fold that must not be looked at, and late sentences with it; −1 for none.</param>
    public EventTypeModel Learn(EventTypeTraining training, string language, int heldOut = -1)
    {
        ArgumentNullException.ThrowIfNull(training);
        var (types, roots) = (new SoftmaxLearner(EventTypes.Names.Length, hasRest: true), new SoftmaxLearner(EventTypes.Roots.Length));
        foreach (var example in _examples.Where(example => heldOut < 0 || (example.Fold != heldOut && example.Fold != Late)))
        {
            var weight = example.Fold < 0 ? training.OwnWeight : 1;
            if (example.Frame is { } frame) types.Add(_features.Of(frame), example.Types, weight);
            if (example.Root is { } root) roots.Add(_features.Of(example.Between), 1U << EventTypes.Roots.IndexOf(root), weight);
        }

        return new EventTypeModel(types.Learn(training.Types), roots.Learn(training.Roots), language);
    }


    /// <summary>
    /// The frame by which a coded sentence teaches what a predicate tells in itself, if it can: coders give a plan, a refusal or a promise another root than the act, so only what
    /// is told plainly is taken.
    /// </summary>
    private static EventFrame? InItself(EventFrame frame, string root)
    {
        var tree = frame.Tree;
        if (IsToned(tree, frame.Outer) || IsToned(tree, frame.Inner)) return null;
        if (frame.Outer == frame.Inner) return new EventFrame(tree, frame.Source, frame.Target, frame.Outer);
        return tree.ReportedClauseOf(frame.Outer) == SyntaxTree.None && root is "AGREE" or "REJECT" or "THREATEN" or "REQUEST"
            ? new EventFrame(tree, frame.Source, frame.Target, frame.Outer)
            : null;
    }

    private static bool IsToned(SyntaxTree tree, int token) =>
        tree.ModalityOf(token) != Modality.None || tree.NegationOf(token) != SyntaxTree.None || tree.NegativeArgumentOf(token) != SyntaxTree.None;

    private sealed record Example(EventFrame Between, string? Root, EventFrame? Frame, uint Types, int Fold);
}
