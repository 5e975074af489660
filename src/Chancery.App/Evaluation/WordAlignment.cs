namespace Chancery.App.Evaluation;

/// <summary>
/// Pairs the words of two cuts of one text as the CoNLL 2018 shared task did (Zeman et al. 2018, <c>conll18_ud_eval.py</c>):
/// by place, and inside tokens of several words by the longest common row of forms.
/// </summary>
internal static class WordAlignment
{
    /// <summary>Pairs of indices (gold, system), rising in both.</summary>
    public static List<(int Gold, int System)> Align(IReadOnlyList<ScoredWord> gold, IReadOnlyList<ScoredWord> system)
    {
        var pairs = new List<(int, int)>();
        var (g, s) = (0, 0);
        while (g < gold.Count && s < system.Count)
        {
            if (gold[g].IsJoined || system[s].IsJoined) AlignRegion(gold, system, ref g, ref s, pairs);
            else if (gold[g].Span == system[s].Span) pairs.Add((g++, s++));
            else if (gold[g].Span.Start <= system[s].Span.Start) g++;
            else s++;
        }

        return pairs;
    }

    private static void AlignRegion(
        IReadOnlyList<ScoredWord> gold, IReadOnlyList<ScoredWord> system, ref int g, ref int s, List<(int, int)> pairs)
    {
        var end = gold[g].IsJoined ? gold[g].Span.End : system[s].Span.End;
        if (gold[g].IsJoined && !system[s].IsJoined && system[s].Span.Start < gold[g].Span.Start) s++;
        else if (!gold[g].IsJoined && gold[g].Span.Start < system[s].Span.Start) g++;
        var (firstGold, firstSystem) = (g, s);
        while (!IsBeyond(gold, g, end) || !IsBeyond(system, s, end))
        {
            var takesGold = g < gold.Count && (s >= system.Count || gold[g].Span.Start <= system[s].Span.Start);
            var word = takesGold ? gold[g++] : system[s++];
            if (word.IsJoined) end = Math.Max(end, word.Span.End);
        }

        AddCommon(gold, system, (firstGold, g), (firstSystem, s), pairs);
    }

    private static bool IsBeyond(IReadOnlyList<ScoredWord> words, int index, int end) =>
        index >= words.Count || (words[index].IsJoined ? words[index].Span.Start >= end : words[index].Span.End > end);

    private static void AddCommon(
        IReadOnlyList<ScoredWord> gold, IReadOnlyList<ScoredWord> system, (int From, int To) golds, (int From, int To) systems, List<(int, int)> pairs)
    {
        var common = new int[golds.To - golds.From + 1, systems.To - systems.From + 1];
        for (var g = golds.To - 1; g >= golds.From; g--)
            for (var s = systems.To - 1; s >= systems.From; s--)
            {
                var (x, y) = (g - golds.From, s - systems.From);
                common[x, y] = IsSame(gold[g], system[s]) ? common[x + 1, y + 1] + 1 : Math.Max(common[x + 1, y], common[x, y + 1]);
            }

        for (var (g, s) = (golds.From, systems.From); g < golds.To && s < systems.To;)
        {
            if (IsSame(gold[g], system[s])) pairs.Add((g++, s++));
            else if (common[g - golds.From, s - systems.From] == common[g - golds.From + 1, s - systems.From]) g++;
            else s++;
        }
    }

    private static bool IsSame(ScoredWord gold, ScoredWord system) => string.Equals(gold.Form, system.Form, StringComparison.OrdinalIgnoreCase);
}
