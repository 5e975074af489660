using Chancery.Text.Learning;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;

namespace Chancery.Text.Nets;

/// <summary>Settings of a language net and of its learning; what each means stands at <c>training/recipes/language.jsonc</c>.</summary>
/// <param name="TableBits">Base-2 logarithm of the rows of the table of word features.</param>
/// <param name="Embedding">Numbers in such a row.</param>
/// <param name="Hidden">Numbers that the encoder keeps of a word.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Arc">Numbers in which a word and its possible heads are compared.</param>
/// <param name="Label">Numbers in which a relation is judged.</param>
/// <param name="ReadingEpochs">Times through the text that nobody annotated; 0 for none.</param>
/// <param name="ReadingBatch">Words in a step while reading.</param>
/// <param name="ReadingRate">The greatest step while reading.</param>
/// <param name="ReadingHidden">Share of words hidden while reading.</param>
/// <param name="ReadingDropout">Share of columns left out while reading.</param>
/// <param name="Epochs">Times through the annotated sentences.</param>
/// <param name="Teachers">The nets that are taught first and then annotate for the net that stays: for each, how much names count in its loss. None for no teachers.</param>
/// <param name="TaughtWords">Words of plain text that the teachers annotate.</param>
/// <param name="NameWeight">How much names count in the loss, beside 1 for everything else.</param>
/// <param name="NarrowEpochs">Times through the treebank's own names at the end, for that head alone.</param>
/// <param name="NarrowRate">The greatest step there.</param>
/// <param name="TreeTimes">Times that a treebank's sentence stands in an epoch; those of other corpora stand there once.</param>
/// <param name="Batch">Words in a step.</param>
/// <param name="Rate">The greatest step.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="Dropout">Share of columns left out.</param>
/// <param name="WordDropout">A word seen n times loses its own rows with probability this / (this + n).</param>
/// <param name="Recased">Share of the sentences that are read in small letters or in capitals only.</param>
/// <param name="Seed">Of everything that looks random.</param>
public sealed record LanguageTraining(
    int TableBits, int Embedding, int Hidden, int Layers, int Arc, int Label,
    int ReadingEpochs, int ReadingBatch, float ReadingRate, float ReadingHidden, float ReadingDropout,
    int Epochs, IReadOnlyList<float> Teachers, int TaughtWords, float NameWeight, int NarrowEpochs, float NarrowRate, int TreeTimes, int Batch, float Rate, float Decay, float Dropout, float WordDropout,
    float Recased, ulong Seed);

/// <summary>
/// Makes a language net out of treebanks, corpora of names and plain text. The same sentences in the same order with the same settings give
/// the same bytes, on one thread. Not safe to share.
/// </summary>
public sealed class LanguageTrainer
{
    private const int LongestSentence = 200;
    private const ulong FinishSeed = 98;

    private static readonly string[] Narrow = ["PER", "ORG", "LOC"];
    private static readonly string[] Wide = ["Person", "Organization", "Location", "NORP", "Date", "Money", "Facility", "Product", "Misc"];

    private readonly List<NetExample> _trees = [];
    private readonly List<NetExample> _names = [];
    private readonly List<string[]> _texts = [];
    private readonly List<ulong> _features = [];
    private readonly List<(string Name, string Kind)> _listed = [];

    /// <summary>Annotated sentences so far.</summary>
    public int Count => _trees.Count + _names.Count;

    /// <summary>Words of plain text so far.</summary>
    public long TextWords => _texts.Sum(text => (long)text.Length);

    /// <summary>Adds a sentence of a treebank, with its names by the narrow scheme (PER, ORG, LOC; other labels are outside) if they are known.</summary>
    public void AddTree(TreebankSentence sentence, LabelledSentence? names)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (sentence.Words.Length > LongestSentence) return;
        _trees.Add(new NetExample([.. sentence.Words.Select(word => word.Form)])
        {
            Upos = Column(sentence, word => Enum.TryParse<Upos>(word.Upos, out var upos) ? (int)upos : -1),
            Penn = Column(sentence, word => PennTag.Of(word.Xpos).Number is var number and > 0 ? number : -1),
            Features = Column(sentence, word => FeatureClass(word.Features)),
            Heads = Column(sentence, word => word.Head),
            Relations = Column(sentence, word => (int)RelationLabels.Parse(word.Relation)),
            NarrowNames = names is null ? null : Names(names, Narrow),
        });
    }

    /// <summary>Adds a sentence of a corpus of names. One by the wide scheme is also one by the narrow scheme: persons, organisations and places are in both.</summary>
    public void AddNames(LabelledSentence sentence, NameScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (sentence.Forms.Length > LongestSentence) return;
        var isWide = scheme == NameScheme.Wide;
        _names.Add(new NetExample([.. sentence.Forms])
        {
            WideNames = isWide ? Names(sentence, Wide) : null,
            NarrowNames = Names(sentence, isWide ? Wide[..Narrow.Length] : Narrow),
        });
    }

    /// <summary>Adds a sentence that nobody annotated, as its words.</summary>
    public void AddText(string[] forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        if (forms.Length is > 0 and <= LongestSentence) _texts.Add(forms);
    }

    /// <summary>Adds a name of a list: <c>given</c>, <c>family</c>, <c>both</c>, <c>town</c>, <c>large</c> (a large town) or <c>organisation</c>.</summary>
    public void AddListed(string name, string kind) => _listed.Add((name, kind));

    /// <summary>Learns and gives the model's bytes.</summary>
    /// <param name="training">Settings.</param>
    /// <param name="progress">Is told in words how it goes.</param>
    public byte[] Learn(LanguageTraining training, Action<string> progress)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(progress);
        var reader = Read(training, progress);
        var teachers = training.Teachers.Select((names, i) => Taught(reader, Examples(training), training, names, training.Seed + 1 + (ulong)i, progress)).ToList();
        var examples = teachers.Count == 0 ? Examples(training) : Completed(new NetCommittee(teachers), training, progress);
        var net = Taught(reader, examples, training, training.NameWeight, training.Seed, progress);
        Finish(net, training);
        net.Table.Settle();
        return NetFile.Write(net, [.. _features]);
    }

    private static LanguageNet Taught(
        LanguageNet reader, List<NetExample> examples, LanguageTraining training, float nameWeight, ulong seed, Action<string> progress)
    {
        var trainer = new NetTrainer(reader.Copy(), new NetTraining(
            training.Epochs, training.Batch, training.Rate, training.Decay, training.Dropout, training.WordDropout, training.Recased, nameWeight, seed));
        trainer.Learn(examples, (epoch, loss) => progress($"seed {seed}, epoch {epoch} of {training.Epochs}: loss {loss:F4} a word"));
        return trainer.Net;
    }

    private void Finish(LanguageNet net, LanguageTraining training)
    {
        var trainer = new NetTrainer(net, new NetTraining(
            training.NarrowEpochs, training.Batch, training.NarrowRate, 0, training.Dropout, training.WordDropout, training.Recased, NameWeight: 1, training.Seed + FinishSeed));
        trainer.FinishNarrowNames([.. _trees.Where(tree => tree.NarrowNames is not null)], training.NarrowEpochs, training.NarrowRate);
    }

    private List<NetExample> Examples(LanguageTraining training) =>
        [.. Enumerable.Repeat(_trees, training.TreeTimes).SelectMany(trees => trees), .. _names];

    /// <summary>All sentences with what people annotated, and where they did not, with what the teachers think; so too a part of the text that nobody annotated.</summary>
    private List<NetExample> Completed(NetCommittee teachers, LanguageTraining training, Action<string> progress)
    {
        var chance = new Chance(training.Seed);
        var texts = _texts.ToArray();
        chance.Shuffle<string[]>(texts);
        var (plain, words) = (new List<NetExample>(), 0);
        foreach (var text in texts)
        {
            if (words >= training.TaughtWords) break;
            plain.Add(new NetExample(text));
            words += text.Length;
        }

        progress($"{teachers.Count} teachers annotate {words} words of text");
        var trees = teachers.Complete(_trees);
        return [.. Enumerable.Repeat(trees, training.TreeTimes).SelectMany(tree => tree), .. teachers.Complete(_names), .. teachers.Complete(plain)];
    }

    /// <summary>A net that has read the text that nobody annotated and the words of the rest, and was taught nothing yet.</summary>
    private LanguageNet Read(LanguageTraining training, Action<string> progress)
    {
        var shape = new NetShape(training.TableBits, training.Embedding, training.Hidden, training.Layers, training.Arc, training.Label, _features.Count);
        var chance = new Chance(training.Seed);
        var net = LanguageNet.Create(shape, Gazetteer.Build(_listed), chance);
        var reading = new NetReading(training.ReadingEpochs, training.ReadingBatch, training.ReadingRate, training.ReadingHidden, training.ReadingDropout);
        if (training.ReadingEpochs > 0)
            new NetPretrainer(net, reading, chance).Read(
                [.. _texts, .. _trees.Concat(_names).Select(example => example.Forms)], (done, loss) => progress($"read {done:P0}: loss {loss:F3} a hidden word"));
        return net;
    }

    private static short[] Column(TreebankSentence sentence, Func<TreebankWord, int> number) => [.. sentence.Words.Select(word => (short)number(word))];

    private int FeatureClass(string column)
    {
        var bits = Features.Parse(column).Bits;
        var known = _features.IndexOf(bits);
        if (known >= 0) return known;
        _features.Add(bits);
        return _features.Count - 1;
    }

    private static short[] Names(LabelledSentence sentence, string[] types)
    {
        var classes = new short[sentence.Forms.Length];
        foreach (var (first, end, type) in sentence.Runs())
            if (Array.IndexOf(types, type) is var index and >= 0) NameClasses.Mark(classes.AsSpan(first..end), index);
        return classes;
    }
}
