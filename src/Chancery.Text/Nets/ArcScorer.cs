namespace Chancery.Text.Nets;

/// <summary>
/// Judges every word of a sentence as the head of every other, and what the relation is: a biaffine score (Dozat and Manning 2017) to which
/// each word adds what it thinks of the distance; relations by one hidden layer over dependent and head.
/// </summary>
internal sealed class ArcScorer
{
    /// <summary>Kinds of distance.</summary>
    public const int Buckets = 32;

    private const int RootBucket = 0;

    private readonly Linear _turn;
    private readonly Linear _distance;
    private readonly Parameter _root;
    private readonly Parameter _labelRoot;
    private readonly Linear _relation;

    public ArcScorer(NetShape shape, Chance? chance)
    {
        _turn = new Linear("arc.turn", shape.Arc, shape.Arc, chance);
        _distance = new Linear("arc.distance", shape.Arc, Buckets);
        _relation = new Linear("label", shape.Label, NetShape.Relations, chance);
        _root = new Parameter("arc.root", 1, shape.Arc);
        _labelRoot = new Parameter("label.root", 1, shape.Label);
    }

    /// <summary>What is learnt.</summary>
    public IEnumerable<Parameter> Parameters => [.. _turn.Parameters, .. _distance.Parameters, .. _relation.Parameters, _root, _labelRoot];

    /// <summary>From now on only reads, and faster.</summary>
    public void Settle()
    {
        _turn.Settle();
        _distance.Settle();
        _relation.Settle();
    }

    /// <summary>Readies the projections that are in the tape for <see cref="Score"/>.</summary>
    public void Forward(ArcTape tape)
    {
        _turn.Forward(tape.Dependents, tape.Turned);
        _distance.Forward(tape.Turned, tape.Distances);
    }

    /// <summary>The scores of a word's heads: first the root, then each word of the sentence; of itself minus infinity.</summary>
    /// <param name="tape">The projections.</param>
    /// <param name="word">The word, as a row.</param>
    /// <param name="start">The sentence's first row.</param>
    /// <param name="scores">Room for the sentence's words and the root.</param>
    public void Score(ArcTape tape, int word, int start, Span<float> scores)
    {
        var turned = tape.Turned[word];
        var distances = tape.Distances[word];
        scores[0] = VectorMath.Dot(turned, _root.Value[0]) + distances[RootBucket];
        for (var head = 0; head < scores.Length - 1; head++)
        {
            scores[head + 1] = start + head == word
                ? float.NegativeInfinity
                : VectorMath.Dot(turned, tape.Heads[start + head]) + distances[Bucket(start + head - word)];
        }
    }

    /// <summary>Probabilities of the relations of each word to its head.</summary>
    /// <param name="tape">Projections; pairs and relations are filled.</param>
    /// <param name="heads">For each row the head's row, or -1 for the root.</param>
    public void ScoreRelations(ArcTape tape, ReadOnlySpan<int> heads)
    {
        tape.Pairs.Resize(heads.Length);
        for (var word = 0; word < heads.Length; word++)
        {
            var pair = tape.Pairs[word];
            tape.LabelDependents[word].CopyTo(pair);
            VectorMath.AddScaled(pair, heads[word] < 0 ? _labelRoot.Value[0] : tape.LabelHeads[heads[word]], 1);
        }

        Rectifier.Forward(tape.Pairs.All);
        _relation.Forward(tape.Pairs, tape.Relations);
    }

    /// <summary>Goes back from the gradient of one word's scores.</summary>
    public void Backward(ArcTape tape, ArcTape gradient, int word, int start, ReadOnlySpan<float> scores)
    {
        var turned = tape.Turned[word];
        var back = gradient.Turned[word];
        var distances = gradient.Distances[word];
        VectorMath.AddScaled(back, _root.Value[0], scores[0]);
        VectorMath.AddScaled(_root.Gradient[0], turned, scores[0]);
        distances[RootBucket] += scores[0];
        for (var head = 0; head < scores.Length - 1; head++)
        {
            if (start + head == word) continue;
            VectorMath.AddScaled(back, tape.Heads[start + head], scores[head + 1]);
            VectorMath.AddScaled(gradient.Heads[start + head], turned, scores[head + 1]);
            distances[Bucket(start + head - word)] += scores[head + 1];
        }
    }

    /// <summary>Goes back to the projections after every word's scores were gone through.</summary>
    public void Backward(ArcTape tape, ArcTape gradient)
    {
        _distance.Backward(tape.Turned, gradient.Distances, gradient.Turned);
        _turn.Backward(tape.Dependents, gradient.Turned, gradient.Dependents);
    }

    /// <summary>Goes back from the gradient of the relations.</summary>
    public void BackwardRelations(ArcTape tape, ArcTape gradient, ReadOnlySpan<int> heads)
    {
        _relation.Backward(tape.Pairs, gradient.Relations, gradient.Pairs.Clear(heads.Length));
        Rectifier.Backward(gradient.Pairs.All, tape.Pairs.All);
        for (var word = 0; word < heads.Length; word++)
        {
            VectorMath.AddScaled(gradient.LabelDependents[word], gradient.Pairs[word], 1);
            VectorMath.AddScaled(heads[word] < 0 ? _labelRoot.Gradient[0] : gradient.LabelHeads[heads[word]], gradient.Pairs[word], 1);
        }
    }

    private static int Bucket(int distance)
    {
        var far = Math.Abs(distance);
        var kind = far <= 5 ? far : far <= 7 ? 6 : far <= 10 ? 7 : far <= 14 ? 8 : far <= 20 ? 9 : far <= 30 ? 10 : 11;
        return distance < 0 ? kind : kind + 15;
    }
}
