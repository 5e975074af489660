using System.Diagnostics;
using System.Security.Cryptography;
using Chancery.App.Training;
using Chancery.Extraction;
using Chancery.Extraction.Events.Types;

namespace Chancery.App.Evaluation;

/// <summary>
/// <c>evaluate plover</c>: the root of what stands between two given actors. A file that the model was taught on is cross-validated by the recipe of the model: five models, each
/// taught without a fifth of it, say the roots of that fifth. Any other file is read by the model that ships. The gold is not looked at before all roots are said.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="recipePath">The recipe of the model, needed only for a file that it was taught on.</param>
internal sealed class PloverTask(string path, string recipePath)
{
    private const int WarmUp = 100;

    /// <summary>Writes <c>id root quad</c> to <paramref name="output"/> if there is one.</summary>
    /// <exception cref="FormatException">The file is not of that task, or it was taught to the model and the recipe is missing.</exception>
    public (EvaluationResult Result, IReadOnlyList<string> Misses) Run(TextReader input, TextWriter? output)
    {
        var items = PloverCorpus.Read(input);
        var reader = new EventTypeReader(Resources.Default.EventTypeModel(), Resources.Default.LanguageModel().Hash);
        var (seconds, found) = Read(items, reader);
        if (TaughtBy() is { } recipe) found = [.. new EventCorpora(recipe, Root()).CrossValidate().Select(pair => pair.Found)];
        output?.WriteLine("id\troot\tquad");
        for (var i = 0; i < items.Count; i++) output?.WriteLine($"{items[i].Id}\t{found[i]}\t{EventTypes.QuadOf(found[i])}");
        var gold = items.Select(item => item.Root).ToList();
        var misses = Enumerable.Range(0, items.Count).Where(i => gold[i] != found[i]).Select(i => $"{gold[i]}, read as {found[i]}: {items[i].Sentence}").ToList();
        return (new EvaluationResult("plover", items.Count, seconds, PloverScores.Of(gold, found)), misses);
    }

    private static (double Seconds, List<string> Found) Read(List<PloverItem> items, EventTypeReader reader)
    {
        var pipeline = StandardPipeline.Language(Resources.Default);
        foreach (var item in items.Take(WarmUp)) reader.RootOf(item.Frame(pipeline));
        var watch = Stopwatch.StartNew();
        var found = items.Select(item => reader.RootOf(item.Frame(pipeline))).ToList();
        return (watch.Elapsed.TotalSeconds, found);
    }

    /// <summary>The recipe, if the file is one of those that taught the model.</summary>
    private Recipe? TaughtBy()
    {
        using var file = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var card = File.ReadAllText(Path.Combine(Resources.Default.Folder, "en", "models", "events.card.json"));
        if (!card.Contains(hash, StringComparison.Ordinal)) return null;
        if (!File.Exists(recipePath)) throw new FormatException($"the model was taught on this file; to cross-validate, run where {recipePath} is");
        return Recipe.Read(File.ReadAllText(recipePath));
    }

    private string Root() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(recipePath))!, "..", ".."));
}
