namespace Chancery.Record.Versions;

/// <summary>One step from an older to a newer list: an element of both, of the older or of the newer only.</summary>
/// <param name="Older">Its place in the older, −1 if it is new.</param>
/// <param name="Newer">Its place in the newer, −1 if it is gone.</param>
internal readonly record struct Step(int Older, int Newer)
{
    public bool IsKept => Older >= 0 && Newer >= 0;
}

/// <summary>
/// The shortest way from one list to another (Myers 1986): the longest common part is kept. Time grows with the length
/// and the number of differences; beyond <see cref="MostDifferences"/> what lies between the common beginning and end
/// counts as replaced.
/// </summary>
internal static class Alignment
{
    /// <summary>Differences beyond which no way is sought.</summary>
    public const int MostDifferences = 1_000;

    /// <summary>The steps in order; what is gone stands before what is new in its place.</summary>
    public static List<Step> Of(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        var start = 0;
        while (start < older.Count && start < newer.Count && older[start] == newer[start]) start++;
        var (endOlder, endNewer) = (older.Count, newer.Count);
        while (endOlder > start && endNewer > start && older[endOlder - 1] == newer[endNewer - 1]) (endOlder, endNewer) = (endOlder - 1, endNewer - 1);
        var steps = new List<Step>();
        for (var i = 0; i < start; i++) steps.Add(new Step(i, i));
        steps.AddRange(Ordered(Middle(older, newer, (start, endOlder), (start, endNewer))));
        for (var i = 0; endOlder + i < older.Count; i++) steps.Add(new Step(endOlder + i, endNewer + i));
        return steps;
    }

    private static List<Step> Middle(IReadOnlyList<string> older, IReadOnlyList<string> newer, (int From, int To) left, (int From, int To) right)
    {
        var (n, m) = (left.To - left.From, right.To - right.From);
        var trace = new List<int[]>();
        for (var differences = 0; differences <= Math.Min(n + m, MostDifferences); differences++)
        {
            var row = new int[differences + 1];
            trace.Add(row);
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var x = Reach(trace, diagonal, differences);
                while (x < n && x - diagonal < m && older[left.From + x] == newer[right.From + x - diagonal]) x++;
                row[(diagonal + differences) / 2] = x;
                if (x >= n && x - diagonal >= m) return Back(trace, n, m, left.From, right.From);
            }
        }

        return [.. Enumerable.Range(left.From, n).Select(i => new Step(i, -1)), .. Enumerable.Range(right.From, m).Select(i => new Step(-1, i))];
    }

    // How far one comes on this diagonal with one difference more than before, ahead of the equal elements that follow.
    private static int Reach(List<int[]> trace, int diagonal, int differences)
    {
        if (differences == 0) return 0;
        return IsDown(trace, diagonal, differences) ? At(trace, diagonal + 1, differences - 1) : At(trace, diagonal - 1, differences - 1) + 1;
    }

    private static bool IsDown(List<int[]> trace, int diagonal, int differences) => diagonal == -differences
        || (diagonal != differences && At(trace, diagonal - 1, differences - 1) < At(trace, diagonal + 1, differences - 1));

    private static int At(List<int[]> trace, int diagonal, int differences) => trace[differences][(diagonal + differences) / 2];

    private static List<Step> Back(List<int[]> trace, int x, int y, int left, int right)
    {
        var steps = new List<Step>();
        for (var differences = trace.Count - 1; differences > 0; differences--)
        {
            var isDown = IsDown(trace, x - y, differences);
            var diagonal = isDown ? x - y + 1 : x - y - 1;
            var before = At(trace, diagonal, differences - 1);
            var start = isDown ? before : before + 1;
            for (; x > start; x--, y--) steps.Add(new Step(left + x - 1, right + y - 1));
            steps.Add(isDown ? new Step(-1, right + --y) : new Step(left + --x, -1));
        }

        for (; x > 0; x--, y--) steps.Add(new Step(left + x - 1, right + y - 1));
        steps.Reverse();
        return steps;
    }

    private static IEnumerable<Step> Ordered(List<Step> steps)
    {
        var fresh = new List<Step>();
        foreach (var step in steps)
        {
            if (step.Older < 0)
            {
                fresh.Add(step);
                continue;
            }

            if (step.IsKept)
            {
                foreach (var one in fresh) yield return one;
                fresh.Clear();
            }

            yield return step;
        }

        foreach (var one in fresh) yield return one;
    }
}
