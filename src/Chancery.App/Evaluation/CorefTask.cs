using System.Diagnostics;
using System.Text.Json;
using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate coref</c>: chains against those that people marked. First over the mentions that people marked, with singletons and without (then over
/// the mentions whose gold chain has two or more, as the bench's scorer does); then end to end, over the mentions that were found: one that
/// is not exactly a gold one, and a gold one that was not found, count as errors. End to end without singletons leaves out the chains of one
/// mention on both sides, as the CoNLL-2012 task did.
/// </summary>
/// <param name="resolver">What is measured.</param>
/// <param name="parse">Lays on a document with gold tokens and sentences what the resolver needs; nothing for the treebank's own trees.</param>
internal sealed class CorefTask(CoreferenceResolver resolver, Func<Document, Document>? parse = null)
{
    /// <summary>Measures over a corpus.</summary>
    /// <exception cref="FormatException">It is not such a corpus.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader corpus, TextReader treebank, TextWriter? output)
    {
        var texts = CorefCorpus.Read(corpus, treebank).ToList();
        if (texts.Count == 0) throw new FormatException("there is no document in it.");
        var documents = texts.Select(text => parse is null ? text.Gold() : parse(text.Words())).ToList();
        foreach (var document in documents.Take(20)) resolver.Apply(document);
        var watch = Stopwatch.StartNew();
        var found = documents.Select(document => resolver.Apply(document).EntityMentions).ToList();
        watch.Stop();
        var scores = new Dictionary<string, List<CorefCounts>> { ["gold"] = [], ["goldNoSingletons"] = [], ["endToEnd"] = [], ["endToEndNoSingletons"] = [] };
        for (var i = 0; i < texts.Count; i++)
        {
            var gold = texts[i].Mentions.ToDictionary(mention => (mention.First, mention.End), mention => mention.Chain);
            var linked = Chains(resolver.Resolve(documents[i], gold.Keys));
            Write(output, texts[i].Id, linked);
            var many = WithoutSingletons(gold);
            scores["gold"].Add(CorefCounts.Of(gold, linked));
            scores["goldNoSingletons"].Add(CorefCounts.Of(many, linked.Where(mention => many.ContainsKey(mention.Key)).ToDictionary()));
            scores["endToEnd"].Add(CorefCounts.Of(gold, Chains(found[i])));
            scores["endToEndNoSingletons"].Add(CorefCounts.Of(many, WithoutSingletons(Chains(found[i]))));
        }

        return (new EvaluationResult("coref", documents.Sum(document => document.Tokens.Length), watch.Elapsed.TotalSeconds, Scores(scores)), []);
    }

    private static Dictionary<(int First, int End), int> Chains(IEnumerable<EntityMention> mentions) =>
        mentions.ToDictionary(mention => (mention.First, mention.End), mention => mention.Chain);

    private static Dictionary<(int First, int End), int> WithoutSingletons(Dictionary<(int First, int End), int> chains)
    {
        var sizes = chains.Values.CountBy(chain => chain).ToDictionary();
        return chains.Where(mention => sizes[mention.Value] > 1).ToDictionary();
    }

    private static void Write(TextWriter? output, string id, Dictionary<(int First, int End), int> chains)
    {
        if (output is null) return;
        foreach (var ((first, end), chain) in chains)
            output.WriteLine(JsonSerializer.Serialize(new { id, mid = $"{id}:{first}-{end}", cluster = $"{id}:{chain}" }));
    }

    private static OrderedDictionary<string, double> Scores(Dictionary<string, List<CorefCounts>> counts)
    {
        var scores = new OrderedDictionary<string, double>();
        foreach (var (name, documents) in counts)
        {
            var all = documents.Aggregate((left, right) => left + right);
            var (low, high) = Bootstrap.Interval(documents.Count, draw => draw.Select(i => documents[i]).Aggregate((left, right) => left + right).Conll);
            scores[name] = all.Conll;
            scores[$"{name}Low"] = low;
            scores[$"{name}High"] = high;
            if (name.StartsWith("endToEnd", StringComparison.Ordinal)) Add($"{name}Mentions", all.Mentions);
            Add($"{name}Muc", all.Muc);
            Add($"{name}B3", all.B3);
            Add($"{name}Ceafe", all.Ceaf);
        }

        return scores;

        void Add(string name, Shares shares)
        {
            scores[$"{name}P"] = shares.Precision;
            scores[$"{name}R"] = shares.Recall;
            scores[name] = shares.F1;
        }
    }
}
