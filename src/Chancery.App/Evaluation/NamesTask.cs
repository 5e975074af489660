using System.Collections.Immutable;
using System.Diagnostics;
using Chancery.Text;
using Chancery.Text.Learning;
using Chancery.Text.Names;
using Chancery.Text.Nets;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate names</c>: names in sentences whose tokens are given, by exact place and type. The scheme is that of the file's labels: PER, ORG
/// and LOC are the narrow one, where other labels are outside; else all types count that the file has.
/// </summary>
/// <param name="model">The net to measure.</param>
internal sealed class NamesTask(LanguageModel model)
{
    private const int SentencesADocument = 40;

    /// <summary>Types by the labels of corpora; those that a scheme does not have are outside.</summary>
    private static readonly Dictionary<string, NameType> Wide = new(StringComparer.Ordinal)
    {
        ["Person"] = NameType.Person,
        ["Organization"] = NameType.Organisation,
        ["Location"] = NameType.Place,
        ["NORP"] = NameType.Group,
        ["Facility"] = NameType.Facility,
        ["Product"] = NameType.Product,
        ["Misc"] = NameType.Other,
        ["Date"] = NameType.Date,
        ["Money"] = NameType.Money,
    };

    private static readonly Dictionary<string, NameType> Narrow = new(StringComparer.Ordinal)
    {
        ["PER"] = NameType.Person,
        ["ORG"] = NameType.Organisation,
        ["LOC"] = NameType.Place,
    };

    private sealed record Item(Document Document, ImmutableArray<NameSpan> Golds);

    /// <summary>Reads labelled tokens, or CoNLL-U with names in the last column; also gives what was missed or invented, a line each.</summary>
    /// <exception cref="FormatException">There is no sentence in the file, or no name.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input, bool isTreebank)
    {
        var (items, scheme) = isTreebank ? (FromTreebank(input), NameScheme.Wide) : FromLabels([.. LabelledSentence.Read(input)]);
        if (items.Sum(item => item.Golds.Length) == 0) throw new FormatException("there is no name in it.");
        var types = items.SelectMany(item => item.Golds).Select(name => name.Type).ToHashSet();
        var pipeline = new Pipeline([typeof(Token), typeof(Sentence)], new LanguageAnalyzer(model, scheme));
        foreach (var item in items.Take(20)) pipeline.Run(item.Document);
        var watch = Stopwatch.StartNew();
        var documents = items.ConvertAll(item => pipeline.Run(item.Document));
        watch.Stop();
        var systems = documents.ConvertAll(document => document.Names.Where(name => types.Contains(name.Type)).ToImmutableArray());
        var misses = items.Zip(systems, Misses).SelectMany(lines => lines).ToList();
        var words = documents.Sum(document => document.Tokens.Length);
        return (new EvaluationResult("names", words, watch.Elapsed.TotalSeconds, Scores(items, systems, types)), misses);
    }

    private static OrderedDictionary<string, double> Scores(List<Item> items, List<ImmutableArray<NameSpan>> systems, HashSet<NameType> types)
    {
        var all = items.Zip(systems, (item, system) => Count(item.Golds, system, _ => true)).ToList();
        var (low, high) = Bootstrap.Interval(all);
        var sum = all.Aggregate((left, right) => left + right);
        var scores = new OrderedDictionary<string, double>
        {
            ["precision"] = 100.0 * sum.Correct / Math.Max(1, sum.System),
            ["recall"] = 100.0 * sum.Correct / Math.Max(1, sum.Gold),
            ["f1"] = sum.F1,
            ["f1Low"] = low,
            ["f1High"] = high,
        };
        foreach (var type in types.Order())
            scores[$"f1{type}"] = items.Zip(systems, (item, system) => Count(item.Golds, system, name => name.Type == type)).Aggregate((left, right) => left + right).F1;
        return scores;
    }

    private static Counts Count(ImmutableArray<NameSpan> golds, ImmutableArray<NameSpan> systems, Func<NameSpan, bool> counts)
    {
        var (gold, system) = (golds.Where(counts).ToHashSet(), systems.Where(counts).ToHashSet());
        return new Counts(gold.Count, system.Count, gold.Intersect(system).Count());
    }

    private static IEnumerable<string> Misses(Item item, ImmutableArray<NameSpan> system) =>
    [
        .. item.Golds.Except(system).Select(name => $"lost {name.Type} {item.Document.Text[name.Span]}"),
        .. system.Except(item.Golds).Select(name => $"invented {name.Type} {item.Document.Text[name.Span]}"),
    ];

    private static List<Item> FromTreebank(TextReader input) =>
        [.. ConlluReader.Read(input).Select(treebank => (Treebank: treebank, Cut: treebank.Cut())).Select(pair => new Item(pair.Cut, pair.Treebank.NamesOf(pair.Cut)))];

    private static (List<Item> Items, NameScheme Scheme) FromLabels(List<LabelledSentence> sentences)
    {
        if (sentences.Count == 0) throw new FormatException("there is no sentence in it.");
        var isNarrow = sentences.SelectMany(sentence => sentence.Runs()).Any(run => Narrow.ContainsKey(run.Type));
        return ([.. sentences.Chunk(SentencesADocument).Select(chunk => FromLabels(chunk, isNarrow ? Narrow : Wide))], isNarrow ? NameScheme.Narrow : NameScheme.Wide);
    }

    private static Item FromLabels(LabelledSentence[] sentences, Dictionary<string, NameType> types)
    {
        var cut = new TreebankDocument("", [.. sentences.Select(Bare)]).Cut();
        var names = ImmutableArray.CreateBuilder<NameSpan>();
        var offset = 0;
        foreach (var sentence in sentences)
        {
            foreach (var (first, end, type) in sentence.Runs())
                if (types.TryGetValue(type, out var known))
                    names.Add(new NameSpan(cut.Tokens[offset + first].Span.Cover(cut.Tokens[offset + end - 1].Span), offset + first, offset + end, known));
            offset += sentence.Forms.Length;
        }

        return new Item(cut, names.ToImmutable());
    }

    private static TreebankSentence Bare(LabelledSentence sentence) => new(
        "", true,
        [.. sentence.Forms.Select((form, i) => new TreebankToken(form, i, 1, true))],
        [.. sentence.Forms.Select(form => new TreebankWord(form, "_", "_", "_", "_", -1, "_"))]);
}
