namespace Chancery.App.Evaluation;

/// <summary>A time expression as gold or system marks it, offsets in any one unit.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value.</param>
internal readonly record struct MarkedTimex(int Start, int End, string Type, string Value);

/// <summary>
/// The measure of TempEval-3, task A (UzZaman et al. 2013), summed over reports: gold and system are paired one to one,
/// exact spans first, then by overlap; strict counts pairs with equal spans, type and value those with equal type, value.
/// </summary>
internal sealed class TimexScores
{
    private int _gold;
    private int _system;
    private int _strict;
    private int _relaxed;
    private int _type;
    private int _value;
    private int _correctedValue;

    /// <summary>Counts one report.</summary>
    /// <param name="gold">What stands in the gold.</param>
    /// <param name="corrected">The gold's corrected values, one beside each.</param>
    /// <param name="system">What was found.</param>
    public void Add(IReadOnlyList<MarkedTimex> gold, IReadOnlyList<string> corrected, IReadOnlyList<MarkedTimex> system)
    {
        _gold += gold.Count;
        _system += system.Count;
        foreach (var (i, j) in Pair(gold, system))
        {
            _relaxed++;
            if (gold[i].Start == system[j].Start && gold[i].End == system[j].End) _strict++;
            if (gold[i].Type.Trim() == system[j].Type) _type++;
            if (gold[i].Value.Trim() == system[j].Value) _value++;
            if (corrected[i].Trim() == system[j].Value) _correctedValue++;
        }
    }

    /// <summary>F1 in per cent by name, precision and recall of the relaxed match, and the value F1 under the corrected gold.</summary>
    public OrderedDictionary<string, double> ToDictionary() => new()
    {
        ["strict"] = F1(_strict),
        ["relaxed"] = F1(_relaxed),
        ["type"] = F1(_type),
        ["value"] = F1(_value),
        ["valueCorrected"] = F1(_correctedValue),
        ["strictPrecision"] = Share(_strict, _system),
        ["strictRecall"] = Share(_strict, _gold),
        ["relaxedPrecision"] = Share(_relaxed, _system),
        ["relaxedRecall"] = Share(_relaxed, _gold),
    };

    private static IEnumerable<(int Gold, int System)> Pair(IReadOnlyList<MarkedTimex> gold, IReadOnlyList<MarkedTimex> system)
    {
        var candidates =
            from i in Enumerable.Range(0, gold.Count)
            from j in Enumerable.Range(0, system.Count)
            let overlap = Math.Min(gold[i].End, system[j].End) - Math.Max(gold[i].Start, system[j].Start)
            where overlap > 0
            let exact = gold[i].Start == system[j].Start && gold[i].End == system[j].End
            orderby exact ? 0 : 1, -overlap, i, j
            select (i, j);
        var (usedGold, usedSystem) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (i, j) in candidates)
            if (!usedGold.Contains(i) && !usedSystem.Contains(j) && usedGold.Add(i) && usedSystem.Add(j))
                yield return (i, j);
    }

    private double F1(int matches) => _gold + _system == 0 ? 0 : 200.0 * matches / (_gold + _system);

    private static double Share(int matches, int of) => of == 0 ? 0 : 100.0 * matches / of;
}
