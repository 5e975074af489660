using Chancery.Text;
using Chancery.Text.Learning;

namespace Chancery.App.Evaluation;

/// <summary>How many there are in the treebank, how many were given, and how many of these are right.</summary>
internal readonly record struct Counts(int Gold, int System, int Correct)
{
    /// <summary>F1 as a percentage; 0 if there is nothing to find and nothing found.</summary>
    public double F1 => Gold + System == 0 ? 0 : 200.0 * Correct / (Gold + System);

    public static Counts operator +(Counts left, Counts right) =>
        new(left.Gold + right.Gold, left.System + right.System, left.Correct + right.Correct);
}

/// <summary>
/// Scores an analysis against a treebank as the CoNLL 2018 shared task did: characters aligned, white space left out;
/// tokens and sentences by exact place; a word's columns where it was aligned. A column that the analysis does not give is not
/// scored. Relations without subtypes, features without those that are not universal.
/// </summary>
internal static class ParseScores
{
    private static readonly HashSet<string> UniversalFeatures = new(StringComparer.Ordinal)
    {
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
        "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    };

    /// <summary>The counts of one document by name, in the order in which they are printed.</summary>
    /// <exception cref="FormatException">The two are not cuts of one text.</exception>
    public static OrderedDictionary<string, Counts> Compare(ScoredText gold, ScoredText system)
    {
        if (gold.Length != system.Length) throw new FormatException($"Two texts, not one: {gold.Length} and {system.Length} characters.");
        var pairs = WordAlignment.Align(gold.Words, system.Words);
        var counts = new OrderedDictionary<string, Counts>
        {
            ["tokens"] = Same(gold.Tokens, system.Tokens),
            ["sentences"] = Same(gold.Sentences, system.Sentences),
            ["words"] = new(gold.Words.Count, system.Words.Count, pairs.Count),
        };
        AddColumns(counts, gold, system, pairs);
        return counts;
    }

    private static void AddColumns(OrderedDictionary<string, Counts> counts, ScoredText gold, ScoredText system, List<(int Gold, int System)> pairs)
    {
        Add("upos", words => words.Upos, (left, right) => left.Upos == right.Upos);
        Add("xpos", words => words.Xpos, (left, right) => left.Xpos == right.Xpos);
        Add("feats", words => words.Features, (left, right) => Universal(left.Features) == Universal(right.Features));
        Add("lemmas", words => words.Lemma, (left, right) => left.Lemma == "_" || left.Lemma == right.Lemma);
        if (!system.Words.Any(word => word.Columns?.Head >= 0)) return;
        var partner = pairs.ToDictionary(pair => pair.System, pair => pair.Gold);
        var attached = pairs.Where(pair => IsAttached(gold.Words[pair.Gold], system.Words[pair.System], partner)).ToList();
        counts["uas"] = counts["words"] with { Correct = attached.Count };
        counts["las"] = counts["words"] with
        {
            Correct = attached.Count(pair => WithoutSubtype(gold.Words[pair.Gold].Columns!.Relation) == WithoutSubtype(system.Words[pair.System].Columns!.Relation)),
        };

        void Add(string name, Func<TreebankWord, string> column, Func<TreebankWord, TreebankWord, bool> isRight)
        {
            if (!system.Words.Any(word => word.Columns is { } columns && column(columns) != "_")) return;
            counts[name] = counts["words"] with { Correct = pairs.Count(pair => isRight(gold.Words[pair.Gold].Columns!, system.Words[pair.System].Columns!)) };
        }
    }

    private static bool IsAttached(ScoredWord gold, ScoredWord system, Dictionary<int, int> partner) =>
        system.Head < 0 ? system.Columns!.Head == 0 && gold.Head < 0 : partner.TryGetValue(system.Head, out var head) && head == gold.Head;

    private static string WithoutSubtype(string relation) => relation.Split(':')[0];

    private static string Universal(string features) => string.Join('|', features.Split('|')
        .Where(feature => UniversalFeatures.Contains(feature.Split('=')[0]))
        .Order(StringComparer.Ordinal));

    private static Counts Same(IReadOnlyList<Span> gold, IReadOnlyList<Span> system) =>
        new(gold.Count, system.Count, gold.ToHashSet().Intersect(system).Count());
}
