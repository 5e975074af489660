namespace Chancery.Text.Nets;

/// <summary>
/// The loss of a row of names: how much likelier all well-formed rows of its classes are together than the one that people wrote. A conditional
/// random field (Lafferty, McCallum and Pereira 2001) whose transitions are allowed or not and have no weights of their own, so that
/// <see cref="NameClasses.Decode"/> asks the same question as learning did.
/// </summary>
internal sealed class NameRows
{
    private double[] _weights = [];
    private double[] _before = [];
    private double[] _after = [];

    /// <summary>Gives the loss and sets its slopes.</summary>
    /// <param name="scores">[words × columns], of which the first <c>1 + 4·types</c> count.</param>
    /// <param name="columns">Numbers from one word to the next, in the scores and in the gradient.</param>
    /// <param name="types">Types in the scheme.</param>
    /// <param name="golds">The class of each word; a well-formed row.</param>
    /// <param name="weight">How much the loss counts.</param>
    /// <param name="gradient">Is set where the scores count.</param>
    public double Loss(ReadOnlySpan<float> scores, int columns, int types, short[] golds, float weight, Span<float> gradient)
    {
        var (words, count) = (golds.Length, NameClasses.Count(types));
        MakeRoom(words * count);
        var sum = Weigh(scores, columns, words, count) + Forward(words, types);
        Backward(words, types);
        for (var word = 0; word < words; word++)
        {
            var (all, at) = (0.0, word * count);
            for (var c = 0; c < count; c++) all += _before[at + c] * _after[at + c];
            for (var c = 0; c < count; c++) gradient[word * columns + c] = weight * (float)(_before[at + c] * _after[at + c] / all - (c == golds[word] ? 1 : 0));
            sum -= scores[word * columns + golds[word]];
        }

        return weight * sum;
    }

    private void MakeRoom(int numbers)
    {
        if (_weights.Length >= numbers) return;
        (_weights, _before, _after) = (new double[2 * numbers], new double[2 * numbers], new double[2 * numbers]);
    }

    /// <summary>Sets the weight of each class of each word, the greatest 1; gives the sum of what was taken away for that.</summary>
    private double Weigh(ReadOnlySpan<float> scores, int columns, int words, int count)
    {
        var sum = 0.0;
        for (var word = 0; word < words; word++)
        {
            var row = scores.Slice(word * columns, count);
            var greatest = row[VectorMath.Greatest(row)];
            for (var c = 0; c < count; c++) _weights[word * count + c] = Math.Exp(row[c] - greatest);
            sum += greatest;
        }

        return sum;
    }

    /// <summary>Sums over the beginnings of rows, brought to 1 at each word; gives the logarithm of the sum over whole rows.</summary>
    private double Forward(int words, int types)
    {
        var (count, sum) = (NameClasses.Count(types), 0.0);
        for (var word = 0; word < words; word++)
        {
            var at = _before.AsSpan(word * count, count);
            var last = word == 0 ? [] : _before.AsSpan((word - 1) * count, count);
            var closed = word == 0 ? 1 : Closed(last);
            for (var c = 0; c < count; c++)
                at[c] = _weights[word * count + c] * (NameClasses.IsOpened(c) ? closed : word == 0 ? 0 : last[NameClasses.BeginOf(c)] + last[NameClasses.BeginOf(c) + 1]);
            if (word == words - 1) KeepClosed(at);
            sum += Math.Log(Scale(at));
        }

        return sum;
    }

    /// <summary>Sums over the ends of rows, without the word's own weight, brought to 1 at each word.</summary>
    private void Backward(int words, int types)
    {
        var count = NameClasses.Count(types);
        var last = _after.AsSpan((words - 1) * count, count);
        last.Fill(1);
        KeepClosed(last);
        for (var word = words - 2; word >= 0; word--)
        {
            var at = _after.AsSpan(word * count, count);
            var next = _after.AsSpan((word + 1) * count, count);
            var weights = _weights.AsSpan((word + 1) * count, count);
            var opened = 0.0;
            for (var c = 0; c < count; c++) if (NameClasses.IsOpened(c)) opened += weights[c] * next[c];
            for (var c = 0; c < count; c++)
            {
                var inside = NameClasses.IsClosed(c) ? 0 : NameClasses.BeginOf(c) + 1;
                at[c] = inside == 0 ? opened : weights[inside] * next[inside] + weights[inside + 1] * next[inside + 1];
            }

            Scale(at);
        }
    }

    private static double Closed(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        for (var c = 0; c < numbers.Length; c++) if (NameClasses.IsClosed(c)) sum += numbers[c];
        return sum;
    }

    private static void KeepClosed(Span<double> numbers)
    {
        for (var c = 0; c < numbers.Length; c++) if (!NameClasses.IsClosed(c)) numbers[c] = 0;
    }

    private static double Scale(Span<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers) sum += number;
        foreach (ref var number in numbers) number /= sum;
        return sum;
    }
}
