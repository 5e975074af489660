using Chancery.Text.Nets;

namespace Chancery.Text.Learning;

/// <summary>
/// The features of one example for a <see cref="SoftmaxModel"/>: numbers in their columns first, then hashed features with a value each. Features come in groups; the
/// values of a group are made equal, so that their squares sum to the group's weight and a long sentence weighs no more than a short one. May be filled again and again.
/// </summary>
public sealed class FeatureVector
{
    private readonly List<ulong> _keys = [];
    private readonly List<float> _values = [];
    private readonly List<float> _numbers = [];
    private int _group;

    /// <summary>Keys of the hashed features, in the order in which they were told.</summary>
    internal List<ulong> Keys => _keys;

    /// <summary>The value of each key.</summary>
    internal List<float> Values => _values;

    /// <summary>Numbers, each in the column of its position.</summary>
    internal List<float> Numbers => _numbers;

    /// <summary>Empties it.</summary>
    public FeatureVector Clear()
    {
        _keys.Clear();
        _values.Clear();
        _numbers.Clear();
        _group = 0;
        return this;
    }

    /// <summary>Adds a hashed feature to the group that is open.</summary>
    /// <param name="kind">What kind of feature it is.</param>
    /// <param name="value">What it says; with the kind it makes the key.</param>
    public void Add(int kind, ulong value) => _keys.Add(Chance.Mix(value ^ unchecked((ulong)(kind + 1) * 0x9E3779B97F4A7C15UL)));

    /// <summary>Adds a hashed feature of two parts, order kept.</summary>
    public void Add(int kind, ulong first, ulong second) => Add(kind, Join(first, second));

    /// <summary>Adds a hashed feature of three parts, order kept.</summary>
    public void Add(int kind, ulong first, ulong second, ulong third) => Add(kind, Join(Join(first, second), third));

    /// <summary>Closes the group of the features added since the last call; an empty group is none.</summary>
    /// <param name="weight">The length of the group's values as a vector.</param>
    public void EndGroup(float weight)
    {
        var value = weight / MathF.Sqrt(Math.Max(1, _keys.Count - _group));
        for (; _group < _keys.Count; _group++) _values.Add(value);
    }

    /// <summary>Adds numbers, scaled so that their squares sum to the square of a weight; all 0 stay 0.</summary>
    public void AddNumbers(ReadOnlySpan<float> numbers, float weight)
    {
        var sum = 0f;
        foreach (var number in numbers) sum += number * number;
        var scale = sum > 0 ? weight / MathF.Sqrt(sum) : 0;
        foreach (var number in numbers) _numbers.Add(number * scale);
    }

    /// <summary>Two values as one, order kept.</summary>
    public static ulong Join(ulong first, ulong second) => unchecked(Chance.Mix(first + 0x632BE59BD9B4E019UL) ^ second * 0xD1342543DE82EF95UL);
}
