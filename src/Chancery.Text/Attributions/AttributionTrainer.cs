using Chancery.Text.Learning;
using Chancery.Text.Nets;

namespace Chancery.Text.Attributions;

/// <summary>Settings of a model of attributions and of its learning; what each means stands at <c>training/recipes/attribution.jsonc</c>.</summary>
/// <param name="TableBits">Base-2 logarithm of the rows of the table of features.</param>
/// <param name="Embedding">Numbers in such a row.</param>
/// <param name="Hidden">Numbers that the net keeps of a word.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Nets">How many nets are taught, from one seed each, and score together.</param>
/// <param name="Epochs">Times through all documents.</param>
/// <param name="Batch">Words in a step.</param>
/// <param name="Rate">The greatest step.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="Dropout">Share of columns left out.</param>
/// <param name="WordDropout">A word seen n times loses its own rows with probability this / (this + n).</param>
/// <param name="Links">How the trees that link parts are grown.</param>
/// <param name="Seed">Of everything that looks random.</param>
public sealed record AttributionTraining(
    int TableBits, int Embedding, int Hidden, int Layers, int Nets, int Epochs, int Batch, float Rate, float Decay, float Dropout, float WordDropout, TreeTraining Links, ulong Seed);

/// <summary>
/// Makes a model of attributions out of documents in which people marked them. The same documents in the same order with the same settings give the same bytes, on one
/// thread. Not safe to share.
/// </summary>
public sealed class AttributionTrainer
{
    private readonly List<(Document Document, IReadOnlyList<AttributionRelation> Relations)> _documents = [];

    /// <summary>Attributions so far.</summary>
    public int Count => _documents.Sum(document => document.Relations.Count);

    /// <summary>Adds a document with all layers of language, and its attributions.</summary>
    public void Add(Document document, IReadOnlyList<AttributionRelation> relations) => _documents.Add((document, relations));

    /// <summary>Learns and gives the model's bytes.</summary>
    /// <param name="training">Settings.</param>
    /// <param name="language">The hash of the language model that read the documents.</param>
    /// <param name="progress">Is told in words how it goes.</param>
    /// <exception cref="InvalidOperationException">There is no document.</exception>
    public byte[] Learn(AttributionTraining training, string language, Action<string> progress)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(progress);
        if (_documents.Count == 0) throw new InvalidOperationException("There is no document to learn from.");
        var examples = _documents.ConvertAll(document => new RoleExample(document.Document, document.Relations, training.TableBits));
        var nets = Enumerable.Range(0, training.Nets).Select(i => Learnt(examples, training, training.Seed + (ulong)i, progress)).ToList();
        return AttributionModel.Write(nets, Links(training.Links), language);
    }

    private static RoleNet Learnt(List<RoleExample> examples, AttributionTraining training, ulong seed, Action<string> progress)
    {
        var trainer = new RoleTrainer(Roles(training, examples[0].Encoding.Columns, seed));
        trainer.Learn(examples, (epoch, loss) => progress($"seed {seed}, epoch {epoch} of {training.Epochs}: loss {loss:F4} a word"));
        trainer.Net.Table.Settle();
        return trainer.Net;
    }

    private static RoleTraining Roles(AttributionTraining training, int beside, ulong seed) => new(
        new EncoderShape(training.TableBits, training.Embedding, training.Hidden, training.Layers, beside),
        training.Epochs, training.Batch, training.Rate, training.Decay, training.Dropout, training.WordDropout, seed);

    private BoostedTrees Links(TreeTraining training)
    {
        var trainer = new LinkTrainer();
        foreach (var (document, relations) in _documents) trainer.Add(document, relations);
        return trainer.Learn(training);
    }
}
