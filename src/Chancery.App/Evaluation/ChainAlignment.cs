namespace Chancery.App.Evaluation;

/// <summary>The best pairing of what is marked with what a system gives, each used once: Kuhn and Munkres, over each group that overlaps.</summary>
internal static class ChainAlignment
{
    /// <summary>The greatest sum of likenesses that a pairing can have; pairs that are not given have none.</summary>
    public static double Best(IReadOnlyDictionary<(int Gold, int System), double> likenesses) => Pairs(likenesses).Sum(pair => likenesses[pair]);

    /// <summary>The pairs of a pairing with that sum; those alone that are given.</summary>
    public static List<(int Gold, int System)> Pairs(IReadOnlyDictionary<(int Gold, int System), double> likenesses)
    {
        var byGold = likenesses.Keys.GroupBy(pair => pair.Gold).ToDictionary(group => group.Key, group => group.Select(pair => pair.System).ToList());
        var bySystem = likenesses.Keys.GroupBy(pair => pair.System).ToDictionary(group => group.Key, group => group.Select(pair => pair.Gold).ToList());
        var seen = new HashSet<int>();
        return [.. byGold.Keys.Order().Where(seen.Add).SelectMany(start => PairsOfGroup(start, byGold, bySystem, seen, likenesses))];
    }

    private static List<(int Gold, int System)> PairsOfGroup(int start, Dictionary<int, List<int>> byGold, Dictionary<int, List<int>> bySystem, HashSet<int> seen, IReadOnlyDictionary<(int Gold, int System), double> likenesses)
    {
        var golds = new List<int> { start };
        var systems = new List<int>();
        var met = new HashSet<int>();
        for (var i = 0; i < golds.Count; i++)
            foreach (var system in byGold[golds[i]].Where(met.Add))
            {
                systems.Add(system);
                golds.AddRange(bySystem[system].Where(seen.Add));
            }

        var size = Math.Max(golds.Count, systems.Count);
        var costs = new double[size, size];
        for (var i = 0; i < golds.Count; i++)
            for (var j = 0; j < systems.Count; j++)
                costs[i, j] = -likenesses.GetValueOrDefault((golds[i], systems[j]));
        return [.. RowsOfColumns(costs, size).Select((row, column) => (row, column)).Where(pair => pair.row < golds.Count && pair.column < systems.Count).Select(pair => (golds[pair.row], systems[pair.column])).Where(likenesses.ContainsKey)];
    }

    /// <summary>For each column the row that it is paired with, at the least sum of costs; cubic in the size, which is small.</summary>
    private static IEnumerable<int> RowsOfColumns(double[,] costs, int size)
    {
        var (rows, columns, pairOf) = (new double[size + 1], new double[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++) Pair(costs, size, row, rows, columns, pairOf);
        return pairOf.Skip(1).Select(row => row - 1);
    }

    private static void Pair(double[,] costs, int size, int row, double[] rows, double[] columns, int[] pairOf)
    {
        var (least, from, used) = (new double[size + 1], new int[size + 1], new bool[size + 1]);
        Array.Fill(least, double.PositiveInfinity);
        pairOf[0] = row;
        var column = 0;
        do
        {
            used[column] = true;
            var (next, delta) = (0, double.PositiveInfinity);
            for (var j = 1; j <= size; j++)
            {
                if (used[j]) continue;
                var cost = costs[pairOf[column] - 1, j - 1] - rows[pairOf[column]] - columns[j];
                if (cost < least[j]) (least[j], from[j]) = (cost, column);
                if (least[j] < delta) (next, delta) = (j, least[j]);
            }

            for (var j = 0; j <= size; j++)
            {
                if (used[j])
                {
                    rows[pairOf[j]] += delta;
                    columns[j] -= delta;
                }
                else least[j] -= delta;
            }

            column = next;
        }
        while (pairOf[column] != 0);
        for (; column != 0; column = from[column]) pairOf[column] = pairOf[from[column]];
    }
}
