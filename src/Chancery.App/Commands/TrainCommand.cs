using System.CommandLine;
using Chancery.App.Training;

namespace Chancery.App.Commands;

/// <summary><c>chancery train</c>: makes a model and its card by a recipe.</summary>
internal static class TrainCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "The model to make: sentences, coref" };
    private static readonly Option<string> Recipes = new("--recipes") { Description = "Folder of recipes", HelpName = "DIR", DefaultValueFactory = _ => "training/recipes" };
    private static readonly Option<string> Out = new("--out") { Description = "Folder for model and card", HelpName = "DIR", DefaultValueFactory = _ => "resources/en/models" };

    public static Command Create()
    {
        var command = new ExampleCommand(
            "train", "Make a model and its card, by its recipe, from treebanks", "chancery train sentences", "chancery train sentences --out /tmp/models")
        { Model, Recipes, Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        using var terminal = new Terminal(result.GetValue(CommandLine.Plain));
        var (name, recipes) = (result.GetValue(Model)!, result.GetValue(Recipes)!);
        var path = Path.Combine(recipes, $"{name}.jsonc");
        var isKnown = name is "sentences" or "coref";
        if (!isKnown || !File.Exists(path))
        {
            terminal.Say(!isKnown ? $"chancery: there is no model '{name}' to train; there are sentences, coref" : $"chancery: there is no recipe {path}; give --recipes DIR");
            return Exit.WrongUse;
        }

        try
        {
            // Paths in a recipe are meant from the repository's root, which holds training/recipes.
            var root = Path.GetFullPath(Path.Combine(recipes, "..", ".."));
            var json = File.ReadAllText(path);
            var (model, card) = name == "coref" ? new CorefTrainingTask(CorefRecipe.Read(json), json, root).Run() : new SentenceTask(Recipe.Read(json), json, root).Run();
            var folder = Directory.CreateDirectory(result.GetValue(Out)!).FullName;
            File.WriteAllBytes(Path.Combine(folder, $"{name}.model"), model.ToBytes());
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
