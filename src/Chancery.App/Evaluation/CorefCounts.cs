namespace Chancery.App.Evaluation;

/// <summary>What was right of what was to be, for precision and recall; the two need not be counted in the same unit.</summary>
internal readonly record struct Shares(double Precise, double System, double Recalled, double Gold)
{
    /// <summary>Percentage of what was given that is right.</summary>
    public double Precision => System > 0 ? 100 * Precise / System : 0;

    /// <summary>Percentage of what was to be given that was.</summary>
    public double Recall => Gold > 0 ? 100 * Recalled / Gold : 0;

    /// <summary>Their harmonic mean; 0 if both are.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static Shares operator +(Shares left, Shares right) =>
        new(left.Precise + right.Precise, left.System + right.System, left.Recalled + right.Recalled, left.Gold + right.Gold);
}

/// <summary>The counts of one document or several by the three measures of coreference, and of the mentions themselves.</summary>
internal readonly record struct CorefCounts(Shares Mentions, Shares Muc, Shares B3, Shares Ceaf)
{
    /// <summary>The mean of the three F1s, as the CoNLL shared tasks ranked by.</summary>
    public double Conll => (Muc.F1 + B3.F1 + Ceaf.F1) / 3;

    public static CorefCounts operator +(CorefCounts left, CorefCounts right) =>
        new(left.Mentions + right.Mentions, left.Muc + right.Muc, left.B3 + right.B3, left.Ceaf + right.Ceaf);

    /// <summary>
    /// Compares the chains of one document: MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998), CEAF over chains (Luo 2005). Keys are mentions, values
    /// chains. A mention of one side that the other has not is an error of that side: it counts below the line and never above it.
    /// </summary>
    public static CorefCounts Of<T>(IReadOnlyDictionary<T, int> gold, IReadOnlyDictionary<T, int> system) where T : notnull
    {
        var (goldChains, systemChains) = (Group(gold), Group(system));
        var overlaps = new Dictionary<(int Gold, int System), int>();
        foreach (var (mention, chain) in gold)
            if (system.TryGetValue(mention, out var other))
                overlaps[(chain, other)] = overlaps.GetValueOrDefault((chain, other)) + 1;
        var both = overlaps.Values.Sum();
        return new CorefCounts(
            new Shares(both, system.Count, both, gold.Count),
            MucOf(goldChains, systemChains, overlaps),
            new Shares(
                overlaps.Sum(pair => (double)pair.Value * pair.Value / systemChains[pair.Key.System]), system.Count,
                overlaps.Sum(pair => (double)pair.Value * pair.Value / goldChains[pair.Key.Gold]), gold.Count),
            CeafOf(goldChains, systemChains, overlaps));
    }

    private static Dictionary<int, int> Group<T>(IReadOnlyDictionary<T, int> chains) =>
        chains.Values.GroupBy(chain => chain).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Links kept: a chain of n mentions that the other side has in p pieces keeps n - p of n - 1.</summary>
    private static Shares MucOf(Dictionary<int, int> gold, Dictionary<int, int> system, Dictionary<(int Gold, int System), int> overlaps)
    {
        var (recalled, all) = Links(gold, overlaps.GroupBy(pair => pair.Key.Gold).ToDictionary(group => group.Key, group => (group.Count(), group.Sum(pair => pair.Value))));
        var (precise, given) = Links(system, overlaps.GroupBy(pair => pair.Key.System).ToDictionary(group => group.Key, group => (group.Count(), group.Sum(pair => pair.Value))));
        return new Shares(precise, given, recalled, all);
    }

    private static (double Kept, double All) Links(Dictionary<int, int> chains, Dictionary<int, (int Pieces, int Found)> pieces)
    {
        var (kept, all) = (0.0, 0.0);
        foreach (var (chain, size) in chains)
        {
            var (count, found) = pieces.GetValueOrDefault(chain);
            kept += Math.Max(0, found - count);
            all += size - 1;
        }

        return (kept, all);
    }

    private static Shares CeafOf(Dictionary<int, int> gold, Dictionary<int, int> system, Dictionary<(int Gold, int System), int> overlaps)
    {
        var sum = ChainAlignment.Best(overlaps.ToDictionary(pair => pair.Key, pair => 2.0 * pair.Value / (gold[pair.Key.Gold] + system[pair.Key.System])));
        return new Shares(sum, system.Count, sum, gold.Count);
    }
}
