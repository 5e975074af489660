using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>Where two cuts of a text differ, in words for a person: <c>tokens: …before [treebank | ours] after…</c>.</summary>
internal static class CutMisses
{
    private const int Around = 40;

    public static IEnumerable<string> Of(string text, ScoredText gold, ScoredText system)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i])).Append(text.Length).ToArray();
        return Starts("tokens", text, places, gold.Tokens, system.Tokens)
            .Concat(Starts("sentences", text, places, gold.Sentences, system.Sentences));
    }

    private static IEnumerable<string> Starts(string kind, string text, int[] places, IReadOnlyList<Span> gold, IReadOnlyList<Span> system)
    {
        var (golds, systems) = (gold.Select(span => span.Start).ToHashSet(), system.Select(span => span.Start).ToHashSet());
        foreach (var start in golds.Concat(systems).Distinct().Order())
            if (golds.Contains(start) != systems.Contains(start))
                yield return $"{kind}: {(golds.Contains(start) ? "no cut" : "wrong cut")} {Show(text, places[start])}";
    }

    private static string Show(string text, int at)
    {
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + Around));
        return string.Concat(text.AsSpan(from, at - from), "\u2016", text.AsSpan(at, to - at)).ReplaceLineEndings("\u00B6");
    }
}
