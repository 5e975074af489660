using System.CommandLine;
using Chancery.App.Training;

namespace Chancery.App.Commands;

/// <summary><c>chancery train</c>: makes a model and its card by a recipe.</summary>
internal static class TrainCommand
{
    /// <summary>The models that can be made, from a recipe as written, the folder from which its paths are meant, the folder of pages or packages, and what is told how it goes; a recipe of the same name stands beside each.</summary>
    private static readonly OrderedDictionary<string, Func<string, string, string, Action<string>, (TrainedModel Model, string Card)>> Tasks = new()
    {
        ["sentences"] = (json, root, _, _) => SentenceTask.Run(Recipe.Read(json), root),
        ["lemmas"] = (json, root, _, _) => LemmaTask.Run(Recipe.Read(json), root),
        ["language"] = (json, root, _, progress) => LanguageTask.Run(Recipe.Read(json), root, progress),
        ["coref"] = (json, root, _, _) => new CorefTrainingTask(CorefRecipe.Read(json), json, root).Run(),
        ["attribution"] = (json, root, _, progress) => AttributionTrainingTask.Run(Recipe.Read(json), root, progress),
        ["events"] = (json, root, _, progress) => EventTrainingTask.Run(Recipe.Read(json), root, progress),
        ["factuality"] = (json, root, _, progress) => FactualityTrainingTask.Run(Recipe.Read(json), root, progress),
        ["blocks"] = (json, root, pages, progress) => new BlockTask(Recipe.Read(json), root, pages).Run(progress),
        ["places"] = (json, root, _, progress) => new PlaceTrainingTask(Recipe.Read(json), root).Run(progress),
        ["gazetteer"] = (json, root, packages, progress) => new GazetteerTask(Recipe.Read(json), root, packages).Run(progress),
    };

    private static readonly Argument<string> Model = new("MODEL") { Description = $"The model to make, one of {string.Join(", ", Tasks.Keys)}" };
    private static readonly Option<string> Recipes = new("--recipes") { Description = "Folder of recipes", HelpName = "DIR", DefaultValueFactory = _ => "training/recipes" };
    private static readonly Option<string> Pages = new("--pages") { Description = "For blocks: the folder with a folder of unpacked pages for each corpus", HelpName = "DIR", DefaultValueFactory = _ => "pages" };
    private static readonly Option<string> Packages = new("--packages") { Description = "For gazetteer: the folder with a folder for each unpacked package", HelpName = "DIR", DefaultValueFactory = _ => "packages" };
    private static readonly Option<string> Out = new("--out") { Description = "Folder for model and card", HelpName = "DIR", DefaultValueFactory = _ => "resources/en/models" };

    public static Command Create()
    {
        var command = new ExampleCommand(
            "train", "Make a model and its card, by its recipe, from treebanks", "chancery train sentences", "chancery train lemmas --out /tmp/models")
        { Model, Recipes, Pages, Packages, Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var (name, recipes) = (result.GetValue(Model)!, result.GetValue(Recipes)!);
        var path = Path.Combine(recipes, $"{name}.jsonc");
        if (!Tasks.TryGetValue(name, out var task) || !File.Exists(path))
        {
            terminal.Say(task is null ? $"chancery: there is no model '{name}' to train; there are {string.Join(", ", Tasks.Keys)}" : $"chancery: there is no recipe {path}; give --recipes DIR");
            return Exit.WrongUse;
        }

        try
        {
            // Paths in a recipe are meant from the repository's root, which holds training/recipes.
            var root = Path.GetFullPath(Path.Combine(recipes, "..", ".."));
            var (model, card) = task(File.ReadAllText(path), root, result.GetValue(name == "gazetteer" ? Packages : Pages)!, terminal.Say);
            var folder = Directory.CreateDirectory(result.GetValue(Out)!).FullName;
            File.WriteAllBytes(Path.Combine(folder, $"{name}.model"), model.Bytes);
            File.WriteAllText(Path.Combine(folder, $"{name}.card.json"), card);
            terminal.Out.WriteLine($"{name}.model {model.Hash}");
            return Exit.Done;
        }
        catch (FormatException fault)
        {
            terminal.Say($"chancery: {path}: {fault.Message}");
            return Exit.Failed;
        }
    }
}
