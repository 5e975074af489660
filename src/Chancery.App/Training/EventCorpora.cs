using System.Text.Json;
using Chancery.App.Evaluation;
using Chancery.Extraction;
using Chancery.Extraction.Events.Types;
using Chancery.Text;
using Chancery.Text.Learning;

namespace Chancery.App.Training;

/// <summary>What a recipe of types of events names, read by the language net and divided into folds.</summary>
internal sealed class EventCorpora
{
    private readonly EventTypeTrainer _trainer = new();
    private readonly string _language = Resources.Default.LanguageModel().Hash;
    private readonly EventTypeTraining _training;
    private readonly int _folds;
    private readonly ulong _foldSeed;
    private readonly List<(PloverItem Item, EventFrame Frame, int Fold)> _coded = [];

    /// <param name="recipe">The recipe.</param>
    /// <param name="root">The folder from which its paths are meant.</param>
    /// <exception cref="FormatException">A corpus has changed or cannot be read, or a setting is missing.</exception>
    /// <exception cref="IOException">A corpus is not there.</exception>
    public EventCorpora(Recipe recipe, string root)
    {
        (_training, _folds, _foldSeed) = recipe.Settings(json => (Training(json), json.GetProperty("folds").GetInt32(), json.GetProperty("foldSeed").GetUInt64()));
        var pipeline = StandardPipeline.Language(Resources.Default);
        foreach (var corpus in recipe.Corpora)
        {
            using var reader = corpus.Open(root);
            if (corpus.Use == "coded") AddCoded(PloverCorpus.Read(reader), pipeline);
            else foreach (var sentence in EventSentence.Read(reader)) sentence.AddTo(_trainer, pipeline, corpus.Use == "own, late");
        }
    }

    /// <summary>How many sentences there are.</summary>
    public int Count => _trainer.Count;

    /// <summary>The model of all of them.</summary>
    public EventTypeModel Learn() => _trainer.Learn(_training, _language);

    /// <summary>The root of each coded sentence by a model that saw none of its fold, in the order of the file.</summary>
    public List<(PloverItem Item, string Found)> CrossValidate()
    {
        var found = new string[_coded.Count];
        for (var fold = 0; fold < _folds; fold++)
        {
            var reader = new EventTypeReader(_trainer.Learn(_training, _language, fold), _language);
            for (var i = 0; i < found.Length; i++)
                if (_coded[i].Fold == fold) found[i] = reader.RootOf(_coded[i].Frame);
        }

        return [.. _coded.Select((coded, i) => (coded.Item, found[i]))];
    }

    private void AddCoded(List<PloverItem> items, Pipeline pipeline)
    {
        var folds = Folds(items);
        for (var i = 0; i < items.Count; i++)
        {
            var frame = items[i].Frame(pipeline);
            _coded.Add((items[i], frame, folds[i]));
            _trainer.Add(frame, items[i].Root, folds[i]);
        }
    }

    /// <summary>The fold of each item: in an order that looks random the items of each root are dealt out in turn.</summary>
    private int[] Folds(List<PloverItem> items)
    {
        var (dealt, folds) = (new Dictionary<string, int>(), new int[items.Count]);
        foreach (var item in Enumerable.Range(0, items.Count).OrderBy(item => FeatureVector.Join(_foldSeed, (ulong)item))) folds[item] = (dealt[items[item].Root] = dealt.GetValueOrDefault(items[item].Root) + 1) % _folds;
        return folds;
    }

    private static EventTypeTraining Training(JsonElement json) => new(Softmax(json, "typeBits"), Softmax(json, "rootBits"), json.GetProperty("ownWeight").GetSingle());

    private static SoftmaxTraining Softmax(JsonElement json, string bits) => new(
        json.GetProperty(bits).GetInt32(), json.GetProperty("epochs").GetInt32(), json.GetProperty("rate").GetSingle(), json.GetProperty("decay").GetSingle(),
        json.GetProperty("columnDecay").GetSingle(), json.GetProperty("least").GetInt32(), json.GetProperty("seed").GetUInt64());
}
