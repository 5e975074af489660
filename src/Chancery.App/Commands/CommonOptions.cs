using System.CommandLine;
using System.CommandLine.Parsing;
using Chancery.App.Desk;
using NodaTime;
using NodaTime.Text;

namespace Chancery.App.Commands;

/// <summary>Arguments and options that several commands take, so that they are alike everywhere.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths(bool isNeeded)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders, addresses, or - for the standard input",
            Arity = isNeeded ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(RefuseOptions);
        return paths;
    }

    public static Option<string> DeskFolder() => new("--desk") { Description = "Folder of the desk (default: the user's data folder)", HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "JSON instead of text" };

    public static Option<bool> Explain() => new("--explain") { Description = "Show which annotator, version and rule found each line" };

    public static Option<bool> Together() => new("--together") { Description = "Read the pages of a site together: what most of them repeat is cut, pages of one article become one report" };

    public static Option<int?> Workers()
    {
        var option = new Option<int?>("--workers") { Description = "How many reports are read at the same time (default: one for each core)", HelpName = "N" };
        option.Validators.Add(AtLeastOne);
        return option;
    }

    /// <summary>Refuses a count below 1.</summary>
    public static void AtLeastOne(OptionResult result)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && count < 1) result.AddError($"{result.Option.Name} is 1 or more.");
    }

    public static Option<string> Format(string fallback, params string[] names)
    {
        var option = new Option<string>("--format") { Description = $"Form of the output: {string.Join(", ", names)}", DefaultValueFactory = _ => fallback, HelpName = "FORM" };
        return option.AcceptOnlyFromAmong(names);
    }

    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = ReadDay,
    };

    /// <summary>The desk's folder as asked for, or as set.</summary>
    public static string FolderOf(ParseResult result, Option<string> option) => result.GetValue(option) ?? Settings.Current.DeskFolder;

    /// <summary>The desk, or <see langword="null"/> after saying that there is none.</summary>
    public static KeptDesk? OpenDesk(ParseResult result, Option<string> option, Terminal terminal)
    {
        var folder = FolderOf(result, option);
        if (KeptDesk.Exists(folder)) return KeptDesk.Open(folder, SystemClock.Instance);
        terminal.Say($"chancery: there is no desk in {folder}; 'chancery add PATH --desk {folder}' makes one");
        return null;
    }

    /// <summary>The inputs, after refusing to wait for somebody to type where that was forbidden.</summary>
    public static InputList? Gather(ParseResult result, string[] paths, Terminal terminal)
    {
        if (paths.Contains(InputList.StandardInput) && result.GetValue(CommandLine.NoInput) && !Console.IsInputRedirected)
        {
            terminal.Say("chancery: '-' would wait for somebody to type, which --no-input forbids");
            return null;
        }

        var inputs = InputList.Gather(paths, Console.OpenStandardInput);
        if (inputs.Skipped > 0) terminal.Say($"left aside {Terminal.Count(inputs.Skipped, "file")} in folders: parts of saved pages, hidden files and READMEs");
        return inputs;
    }

    // An option that is not known would be taken for a file of that name.
    private static void RefuseOptions(ArgumentResult result)
    {
        var options = result.Parent is CommandResult parent ? parent.Command.Options.Select(option => option.Name).ToList() : [];
        foreach (var token in result.Tokens.Select(token => token.Value).Where(token => token.Length > 1 && token[0] == '-'))
            result.AddError($"There is no option '{token}'{(Suggestions.Nearest(token, options) is { } nearest ? $"; did you mean '{nearest}'?" : "; a file of that name is ./" + token + ".")}");
    }

    private static LocalDate? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }) return day;
        result.AddError($"'{text}' is not a day; write it as 2021-08-16.");
        return null;
    }
}
