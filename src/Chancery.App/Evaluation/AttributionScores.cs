using System.Text.RegularExpressions;
using Chancery.Text;

namespace Chancery.App.Evaluation;

/// <summary>
/// Scores attributions as the field's scorer does (<c>quotes/score_attribution.py</c>): exact runs of each role without regard to links (Wang and others 2022, "exact match"), and
/// whole attributions that are linked rightly: cue and source touch, and the words of the content agree by an F1 of .8 or .5.
/// </summary>
internal sealed partial class AttributionScores
{
    private static readonly string[] Roles = ["source", "cue", "content"];

    private readonly List<Counts> _texts = [];

    /// <summary>Adds a text with what people marked and what was found.</summary>
    public void Add(string text, IReadOnlyList<MarkedAttribution> gold, IReadOnlyList<MarkedAttribution> found)
    {
        var words = new ScoredWords(text);
        var counts = new Counts(new (int, int, int)[Roles.Length + 2]);
        for (var role = 0; role < Roles.Length; role++)
        {
            var (right, marked) = (Runs(gold, role, words), Runs(found, role, words));
            counts.Of[role] = (right.Count(marked.Contains), marked.Count, right.Count);
        }

        var pairs = new AttributionAlignment([.. gold.Select(words.Of)], [.. found.Select(words.Of)]).Pairs();
        counts.Of[Roles.Length] = (pairs.Count(pair => pair.IsLinked(0.8)), found.Count, gold.Count);
        counts.Of[Roles.Length + 1] = (pairs.Count(pair => pair.IsLinked(0.5)), found.Count, gold.Count);
        _texts.Add(counts);
    }

    /// <summary>F1 of each, with the ends of its interval (bootstrap over texts).</summary>
    public OrderedDictionary<string, double> ToDictionary()
    {
        var scores = new OrderedDictionary<string, double>();
        foreach (var (name, at) in ((string, int)[])[("source", 0), ("cue", 1), ("content", 2), ("f80", 3), ("f50", 4)])
        {
            var (right, found, gold) = Sum(_texts, at);
            (scores[$"{name}P"], scores[$"{name}R"]) = (Share(right, found), Share(right, gold));
            scores[name] = F1(_texts, at);
            (scores[$"{name}Low"], scores[$"{name}High"]) = Bootstrap.Interval(_texts.Count, draw => F1(draw.Select(i => _texts[i]), at));
        }

        return scores;
    }

    private static HashSet<string> Runs(IReadOnlyList<MarkedAttribution> marks, int role, ScoredWords words) =>
        [.. marks.SelectMany(mark => role == 0 ? mark.Source : role == 1 ? mark.Cue : mark.Content).Select(words.Key).Where(key => key.Length > 0)];

    private static (int Right, int Found, int Gold) Sum(IEnumerable<Counts> texts, int at) =>
        texts.Aggregate((0, 0, 0), (sum, text) => (sum.Item1 + text.Of[at].Right, sum.Item2 + text.Of[at].Found, sum.Item3 + text.Of[at].Gold));

    private static double F1(IEnumerable<Counts> texts, int at) => Sum(texts, at) is var (right, found, gold) ? Share(2 * right, found + gold) : 0;

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private readonly record struct Counts((int Right, int Found, int Gold)[] Of);

    /// <summary>The words and signs of a text as the field's scorer counts them.</summary>
    private sealed partial class ScoredWords(string text)
    {
        private readonly List<(int Start, int End, bool IsWord)> _words = [.. Word().Matches(text).Select(match => (match.Index, match.Index + match.Length, char.IsLetterOrDigit(match.Value[0])))];

        /// <summary>First and last word that a run touches, punctuation counted; empty for none.</summary>
        public string Key(Span span) => Touched(span) is { Count: > 0 } words ? $"{words[0]}-{words[^1]}" : "";

        public ScoredAttribution Of(MarkedAttribution mark) => new(Set(mark.Source), Set(mark.Cue), Set(mark.Content));

        private HashSet<int> Set(IReadOnlyList<Span> spans) => [.. spans.SelectMany(span => Trimmed(Touched(span)))];

        /// <summary>Without punctuation at the edges, unless there is nothing else.</summary>
        private List<int> Trimmed(List<int> words)
        {
            var first = words.FindIndex(word => _words[word].IsWord);
            return first < 0 ? words : words[first..(words.FindLastIndex(word => _words[word].IsWord) + 1)];
        }

        private List<int> Touched(Span span)
        {
            var (low, high) = (0, _words.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_words[middle].End > span.Start) high = middle;
                else low = middle + 1;
            }

            var touched = new List<int>();
            for (; low < _words.Count && _words[low].Start < span.End; low++) touched.Add(low);
            return touched;
        }

        [GeneratedRegex(@"\w+|[^\w\s]")]
        private static partial Regex Word();
    }
}
