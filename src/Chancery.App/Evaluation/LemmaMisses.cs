namespace Chancery.App.Evaluation;

/// <summary>Lemmas that are not the treebank's, in words for a person: <c>lemmas: form TAG treebank's | ours</c>.</summary>
internal static class LemmaMisses
{
    public static IEnumerable<string> Of(ScoredText gold, ScoredText system)
    {
        if (!system.Words.Any(word => word.Columns is { Lemma: not "_" })) return [];
        return WordAlignment.Align(gold.Words, system.Words)
            .Select(pair => (Gold: gold.Words[pair.Gold].Columns!, Ours: system.Words[pair.System].Columns!))
            .Where(pair => pair.Gold.Lemma != "_" && pair.Gold.Lemma != pair.Ours.Lemma)
            .Select(pair => $"lemmas: {pair.Gold.Form} {pair.Gold.Upos} {pair.Gold.Xpos} {pair.Gold.Lemma} | {pair.Ours.Lemma}");
    }
}
