using Chancery.Text.Learning;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lemmas;

/// <summary>How lemmas are learnt.</summary>
/// <param name="LeastVotes">How many different words must agree before an ending has a rule of its own, 1 or more.</param>
/// <param name="LongestCut">An ending's rule cuts no more than this; what cuts more is irregular, and a word's own.</param>
/// <param name="LongestAdd">An ending's rule adds no more than this.</param>
public sealed record LemmaTraining(int LeastVotes, int LongestCut, int LongestAdd);

/// <summary>
/// Learns a <see cref="LemmaModel"/> from treebanks: for each form with its tags the rule that is right most often; for endings the rule that
/// most of the words have which end so, spelling mistakes left out. Knows no paths; the same treebanks in any order give the same model, byte for byte.
/// </summary>
public sealed class LemmaTrainer
{
    // The tag of a word's parts written apart by mistake, which have the lemma of the whole.
    private const string GoesWith = "GW";

    // What adds more is no form of its word but another one, an address or a name; the model shall hold endings and no text.
    private const int LongestOwnAdd = 8;

    private readonly Dictionary<Seen, Dictionary<(string Form, string Lemma), int>> _words = [];
    private readonly Dictionary<(Seen Word, FormShape Shape), Dictionary<(string Form, string Lemma), int>> _shapes = [];
    private readonly HashSet<ulong> _known = [];

    /// <summary>How many words were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds every word of a document that has a lemma.</summary>
    public void Add(TreebankDocument treebank)
    {
        ArgumentNullException.ThrowIfNull(treebank);
        foreach (var sentence in treebank.Sentences)
            for (var i = 0; i < sentence.Words.Length; i++)
                if (sentence.Words[i].Lemma != "_" && sentence.Words[i].Xpos != GoesWith)
                    Add(sentence.Words[i], i == 0);
    }

    /// <summary>The model.</summary>
    public LemmaModel Learn(LemmaTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        var endings = Endings(training);
        var unseen = LemmaModel.Of(endings, _known);
        foreach (var (word, pairs) in _words)
        {
            var rule = Best(pairs, word, isWhole: true);
            if (rule.Add.Length > LongestOwnAdd) continue;
            if (!pairs.Keys.All(pair => IsGivenAnyway(unseen, word, pair.Form, rule))) endings[LemmaKeys.Whole(word.As("", FormShape.Lower))] = rule;
        }

        return LemmaModel.Of(endings, _known);
    }

    private void Add(TreebankWord word, bool isFirst)
    {
        var upos = Enum.TryParse<Upos>(word.Upos, out var known) ? known : Upos.X;
        var seen = new Seen(TokenKey.Of(word.Form), upos, PennTag.Of(word.Xpos));
        Increase(_words, seen, word);
        // A name is no word that something is an inflection of; names double the table and decide nothing.
        if (!char.IsUpper(word.Lemma[0])) _known.Add(LemmaKeys.Known(TokenKey.Of(word.Lemma), upos));
        Count++;
        if (word.Features.Contains("Typo=Yes", StringComparison.Ordinal)) return;
        Increase(_shapes, (seen, LemmaKeys.ShapeOf(word.Form, TokenScanner.ShapeOf(word.Form), isFirst)), word);
    }

    private static void Increase<T>(Dictionary<T, Dictionary<(string Form, string Lemma), int>> counts, T key, TreebankWord word) where T : notnull
    {
        if (!counts.TryGetValue(key, out var pairs)) counts[key] = pairs = [];
        pairs[(word.Form, word.Lemma)] = pairs.GetValueOrDefault((word.Form, word.Lemma)) + 1;
    }

    /// <summary>One vote of each word in each shape for each of its endings; an ending whose rule the shorter one gives too needs none.</summary>
    private Dictionary<ulong, LemmaRule> Endings(LemmaTraining training)
    {
        var votes = new Dictionary<ulong, (ulong Shorter, Dictionary<LemmaRule, int> Rules)>();
        var order = new List<(int Length, ulong Key)>();
        Span<ulong> keys = stackalloc ulong[LemmaKeys.LongestEnding + 1];
        foreach (var ((word, shape), pairs) in _shapes)
        {
            var rule = Best(pairs, word, isWhole: false);
            if (rule.Cut > training.LongestCut || rule.Add.Length > training.LongestAdd) continue;
            var count = LemmaKeys.Endings(word.As(pairs.Keys.First().Form, shape), keys);
            for (var length = 0; length < count; length++)
            {
                // With less than what is cut an ending tells nothing of the word, but for how it is written.
                var vote = length > 0 && length >= rule.Cut ? rule : length == 0 ? new LemmaRule(0, "", rule.Spelling) : (LemmaRule?)null;
                if (vote is not { } given) continue;
                if (!votes.TryGetValue(keys[length], out var entry))
                {
                    votes[keys[length]] = entry = (length == 0 ? 0 : keys[length - 1], []);
                    order.Add((length, keys[length]));
                }

                entry.Rules[given] = entry.Rules.GetValueOrDefault(given) + 1;
            }
        }

        return Chosen(votes, order, training.LeastVotes);
    }

    private static Dictionary<ulong, LemmaRule> Chosen(
        Dictionary<ulong, (ulong Shorter, Dictionary<LemmaRule, int> Rules)> votes, List<(int Length, ulong Key)> order, int leastVotes)
    {
        var (chosen, inForce) = (new Dictionary<ulong, LemmaRule>(), new Dictionary<ulong, LemmaRule>());
        foreach (var (length, key) in order.OrderBy(entry => entry.Length))
        {
            var (shorter, rules) = votes[key];
            var best = rules.OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key).First();
            var hasShorter = inForce.TryGetValue(shorter, out var before);
            if (best.Value < leastVotes && length > 0)
            {
                if (hasShorter) inForce[key] = before;
                continue;
            }

            inForce[key] = best.Key;
            if (!hasShorter || before != best.Key) chosen[key] = best.Key;
        }

        return chosen;
    }

    private static bool IsGivenAnyway(LemmaModel unseen, Seen word, string form, LemmaRule rule)
    {
        var (lower, upper) = (form.ToLowerInvariant(), form.ToUpperInvariant());
        var title = upper[..1] + lower[1..];
        return Gives(form, ShapeOf(form)) && Gives(lower, FormShape.Lower) && Gives(title, FormShape.Capital) && Gives(title, FormShape.CapitalFirst) && Gives(upper, ShapeOf(upper));

        static FormShape ShapeOf(string written) => LemmaKeys.ShapeOf(written, TokenScanner.ShapeOf(written), isFirst: false);

        bool Gives(string written, FormShape shape) => unseen.RuleOf(word.As(written, shape)).Of(written) == rule.Of(written);
    }

    /// <summary>The rule that is right most often; among equals the one that changes least; then one that keeps names as they are written, and puts other words in lower case.</summary>
    private static LemmaRule Best(Dictionary<(string Form, string Lemma), int> pairs, Seen word, bool isWhole)
    {
        var spellings = !word.As("", FormShape.Lower).IsNamed ? new[] { LemmaSpelling.Lower, LemmaSpelling.AsWritten, LemmaSpelling.Title, LemmaSpelling.WithoutCommas }
            : isWhole ? [LemmaSpelling.Title, LemmaSpelling.AsWritten, LemmaSpelling.Lower, LemmaSpelling.WithoutCommas]
            : [LemmaSpelling.AsWritten, LemmaSpelling.Title, LemmaSpelling.Lower, LemmaSpelling.WithoutCommas];
        return pairs.Keys
            .SelectMany(pair => spellings.Select(spelling => LemmaRule.Between(pair.Form, pair.Lemma, spelling)))
            .Distinct()
            .OrderByDescending(rule => pairs.Sum(pair => rule.Of(pair.Key.Form) == pair.Key.Lemma ? pair.Value : 0))
            .ThenBy(rule => rule.Cut + rule.Add.Length)
            .ThenBy(rule => Array.IndexOf(spellings, rule.Spelling))
            .ThenBy(rule => rule)
            .First();
    }

    /// <summary>A form as it counts, with its tags.</summary>
    private readonly record struct Seen(ulong Key, Upos Upos, PennTag Penn)
    {
        public TaggedForm As(ReadOnlySpan<char> form, FormShape shape) => new(form, Key, Upos, Penn, shape);
    }
}
