namespace Chancery.Text.Nets;

/// <summary>The directed tree of the greatest sum from node 0 (Chu and Liu 1965, Edmonds 1967): cycles are drawn together into one node until there is none.</summary>
internal sealed class MaximumTree
{
    private float[,] _scores = new float[0, 0];
    private Arc[,] _origin = new Arc[0, 0];

    private readonly record struct Arc(int Head, int Dependent);

    /// <summary>A node of a cycle when it was drawn together: the words it stands for, and its arc within the cycle.</summary>
    private readonly record struct Member(int[] Words, Arc Arc);

    /// <summary>Room for the scores of so many nodes, by head and dependent; what stands there is left from before.</summary>
    public float[,] Room(int nodes)
    {
        if (_scores.GetLength(0) < nodes) _scores = new float[nodes, nodes];
        return _scores;
    }

    /// <summary>The heads of the nodes; that of node 0 means nothing.</summary>
    /// <param name="scores">By head and dependent; changed.</param>
    /// <param name="nodes">How many nodes; every node must be reachable from node 0.</param>
    public int[] Of(float[,] scores, int nodes)
    {
        var (heads, isGone, words) = (new int[nodes], new bool[nodes], new int[nodes][]);
        if (_origin.GetLength(0) < nodes) _origin = new Arc[nodes, nodes];
        var origin = _origin;
        for (var head = 0; head < nodes; head++)
        {
            words[head] = [head];
            for (var dependent = 0; dependent < nodes; dependent++) origin[head, dependent] = new(head, dependent);
        }

        var drawn = new Stack<Member[]>();
        while (true)
        {
            Choose(scores, isGone, heads);
            var cycle = FindCycle(isGone, heads);
            if (cycle.Length == 0) return Expand(heads, isGone, origin, drawn);
            drawn.Push([.. cycle.Select(node => new Member(words[node], origin[heads[node], node]))]);
            Contract(scores, origin, isGone, heads, cycle);
            words[cycle[0]] = [.. cycle.SelectMany(node => words[node])];
        }
    }

    private static void Choose(float[,] scores, bool[] isGone, int[] heads)
    {
        for (var node = 1; node < heads.Length; node++)
        {
            if (isGone[node]) continue;
            var best = -1;
            for (var head = 0; head < heads.Length; head++)
                if (!isGone[head] && head != node && (best < 0 || scores[head, node] > scores[best, node]))
                    best = head;
            heads[node] = best;
        }
    }

    private static int[] FindCycle(bool[] isGone, int[] heads)
    {
        var seen = new int[heads.Length];
        for (var node = 1; node < heads.Length; node++)
        {
            if (isGone[node] || seen[node] != 0) continue;
            var at = node;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = node;
                at = heads[at];
            }

            if (at == 0 || seen[at] != node) continue;
            List<int> cycle = [at];
            for (var next = heads[at]; next != at; next = heads[next]) cycle.Add(next);
            return [.. cycle];
        }

        return [];
    }

    /// <summary>The cycle's first node stands for all; an arc into the cycle is worth what it adds over the arc that it breaks.</summary>
    private static void Contract(float[,] scores, Arc[,] origin, bool[] isGone, int[] heads, int[] cycle)
    {
        var (one, own) = (cycle[0], cycle.Select(node => scores[heads[node], node]).ToArray());
        var isInside = new bool[heads.Length];
        foreach (var node in cycle) isInside[node] = true;
        for (var other = 0; other < heads.Length; other++)
        {
            if (isGone[other] || isInside[other]) continue;
            var (into, from) = (0, 0);
            for (var i = 1; i < cycle.Length; i++)
            {
                if (scores[other, cycle[i]] - own[i] > scores[other, cycle[into]] - own[into]) into = i;
                if (scores[cycle[i], other] > scores[cycle[from], other]) from = i;
            }

            (scores[other, one], origin[other, one]) = (scores[other, cycle[into]] - own[into], origin[other, cycle[into]]);
            (scores[one, other], origin[one, other]) = (scores[cycle[from], other], origin[cycle[from], other]);
        }

        foreach (var node in cycle.AsSpan(1)) isGone[node] = true;
    }

    /// <summary>Opens the cycles again, last drawn first: each member keeps its arc but the one that was reached from outside.</summary>
    private static int[] Expand(int[] heads, bool[] isGone, Arc[,] origin, Stack<Member[]> drawn)
    {
        var (result, isSet) = (new int[heads.Length], new bool[heads.Length]);
        for (var node = 1; node < heads.Length; node++)
            if (!isGone[node]) Set(origin[heads[node], node]);
        foreach (var cycle in drawn)
            foreach (var member in cycle)
                if (!member.Words.Any(word => isSet[word])) Set(member.Arc);
        return result;

        void Set(Arc arc) => (result[arc.Dependent], isSet[arc.Dependent]) = (arc.Head, true);
    }
}
