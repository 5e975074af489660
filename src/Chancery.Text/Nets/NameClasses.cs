namespace Chancery.Text.Nets;

/// <summary>
/// The classes of a scheme of names: outside, and for each type beginning, inside, end and single (BIOES; Ratinov and Roth 2009). Class
/// 0 is outside; type <c>t</c> has 1 + 4t to 4 + 4t in that order.
/// </summary>
internal static class NameClasses
{
    private const int Begin = 0, Inside = 1, End = 2, Single = 3;

    /// <summary>Writes the class of each word of a name.</summary>
    public static void Mark(Span<short> classes, int type)
    {
        var first = (short)(1 + 4 * type);
        if (classes.Length == 1)
        {
            classes[0] = (short)(first + Single);
            return;
        }

        classes.Fill((short)(first + Inside));
        classes[0] = (short)(first + Begin);
        classes[^1] = (short)(first + End);
    }

    /// <summary>The likeliest row of classes that is well formed (Viterbi), over scores that stand word by word.</summary>
    /// <param name="scores">[words × columns], of which the first <c>1 + 4·types</c> count.</param>
    /// <param name="columns">Numbers from one word to the next.</param>
    /// <param name="types">Types in the scheme.</param>
    /// <param name="classes">Is filled, a class for each word.</param>
    /// <param name="back">Room for words × (1 + 4·types).</param>
    public static void Decode(ReadOnlySpan<float> scores, int columns, int types, Span<short> classes, Span<short> back)
    {
        var count = Count(types);
        Span<float> best = stackalloc float[count], next = stackalloc float[count];
        for (var word = 0; word < classes.Length; word++)
        {
            var closed = word == 0 ? 0 : BestClosed(best, types);
            for (var to = 0; to < count; to++)
            {
                var (from, score) = Before(best, to, closed, word == 0);
                back[word * count + to] = (short)from;
                next[to] = score + scores[word * columns + to];
            }

            next.CopyTo(best);
        }

        var last = -1;
        for (var to = 0; to < count; to++)
            if (IsClosed(to) && (last < 0 || best[to] > best[last])) last = to;
        for (var word = classes.Length - 1; word >= 0; word--)
        {
            classes[word] = (short)last;
            last = back[word * count + last];
        }
    }

    /// <summary>The type of a class and whether a name begins or ends there; -1 outside.</summary>
    public static (int Type, bool Begins, bool Ends) Read(int name) =>
        name == 0 ? (-1, false, false) : ((name - 1) / 4, (name - 1) % 4 is Begin or Single, (name - 1) % 4 is End or Single);

    /// <summary>Classes of a scheme with so many types.</summary>
    public static int Count(int types) => 1 + 4 * types;

    /// <summary>The class with which a name of the same type begins; that of its inside comes next, then that of its end. Not for class 0.</summary>
    public static int BeginOf(int name) => name - (name - 1) % 4;

    /// <summary>True if no name goes on after the class.</summary>
    public static bool IsClosed(int name) => name == 0 || (name - 1) % 4 is End or Single;

    /// <summary>True if no name comes from before the class.</summary>
    public static bool IsOpened(int name) => name == 0 || (name - 1) % 4 is Begin or Single;

    private static int BestClosed(ReadOnlySpan<float> best, int types)
    {
        var from = 0;
        for (var type = 0; type < types; type++)
        {
            if (best[4 * type + 1 + End] > best[from]) from = 4 * type + 1 + End;
            if (best[4 * type + 1 + Single] > best[from]) from = 4 * type + 1 + Single;
        }

        return from;
    }

    private static (int From, float Score) Before(ReadOnlySpan<float> best, int to, int closed, bool isFirst)
    {
        if (isFirst) return (0, IsOpened(to) ? 0 : float.NegativeInfinity);
        if (!IsOpened(to))
        {
            var begin = 1 + 4 * ((to - 1) / 4);
            return best[begin + Begin] >= best[begin + Inside] ? (begin + Begin, best[begin + Begin]) : (begin + Inside, best[begin + Inside]);
        }

        return (closed, best[closed]);
    }
}
