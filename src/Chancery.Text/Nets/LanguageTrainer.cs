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
    int Epochs, int TreeTimes, int Batch, float Rate, float Decay, float Dropout, float WordDropout, float Recased, ulong Seed);

/// <summary>
/// Makes a language net out of treebanks, corpora of names and plain text. The same sentences in the same order with the same settings give
/// the same bytes, on one thread. Not safe to share.
/// </summary>
public sealed class LanguageTrainer
{
    private const int LongestSentence = 200;

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
        var shape = new NetShape(training.TableBits, training.Embedding, training.Hidden, training.Layers, training.Arc, training.Label, _features.Count);
        var trainer = new NetTrainer(shape, Gazetteer.Build(_listed), new NetTraining(
            training.Epochs, training.Batch, training.Rate, training.Decay, training.Dropout, training.WordDropout, training.Recased, training.Seed));
        if (training.ReadingEpochs > 0)
        {
            var reading = new NetReading(training.ReadingEpochs, training.ReadingBatch, training.ReadingRate, training.ReadingHidden, training.ReadingDropout);
            trainer.Read([.. _texts, .. _trees.Concat(_names).Select(example => example.Forms)], reading, (done, loss) => progress($"read {done:P0}: loss {loss:F3} a hidden word"));
        }

        var examples = Enumerable.Repeat(_trees, training.TreeTimes).SelectMany(trees => trees).Concat(_names).ToList();
        trainer.Learn(examples, (epoch, loss) => progress($"epoch {epoch} of {training.Epochs}: loss {loss:F4} a word"));
        trainer.Net.Table.Settle();
        return NetFile.Write(trainer.Net, [.. _features]);
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
