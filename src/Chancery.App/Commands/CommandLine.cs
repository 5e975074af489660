using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Chancery.Store;

namespace Chancery.App.Commands;

/// <summary>The whole command line: its common options, its help, and what a fault becomes.</summary>
internal static class CommandLine
{
    public static readonly Option<bool> Plain = new("--plain") { Description = "No progress, no colour, one record a line", Recursive = true };
    public static readonly Option<bool> NoInput = new("--no-input") { Description = "Never wait for somebody to type", Recursive = true };

    public static IReadOnlyList<string> Examples { get; } =
    [
        "chancery brief samples                 what the reports in a folder say, with citations",
        "chancery read report.html --explain    what one report says, and which rule found it",
        "chancery add samples && chancery show statements --about Kabulov",
        "curl -s ADDRESS | chancery brief -     a report from the standard input",
    ];

    /// <summary>Parses and runs; the exit code.</summary>
    public static int Run(string[] args, params IEnumerable<Command> commands)
    {
        var root = new RootCommand("Reads crisis reports and keeps one sourced record: no sentence, no record.") { Plain, NoInput };
        foreach (var command in commands) root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesFirst((HelpAction)help.Action!);
        var result = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (result.Errors.Count > 0 && result.Action is not ExamplesFirst) return Complain(result, root);
        return Invoke(result);
    }

    private static int Invoke(ParseResult result)
    {
        try
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StoreException fault)
        {
            return Fail($"{fault.Code} {fault.Message}");
        }
        catch (OperationCanceledException)
        {
            return Fail("stopped; what was kept before stays kept");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Fail(fault.Message);
        }
#pragma warning disable CA1031 // the last net: a person gets a sentence, not a stack
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Fail($"a defect of Chancery, please report it: {fault.GetType().Name}: {fault.Message}");
        }
    }

    private static int Fail(string message)
    {
        using var terminal = new Terminal(isPlain: true);
        terminal.Say($"chancery: {message}");
        return Exit.Failed;
    }

    private static int Complain(ParseResult result, RootCommand root)
    {
        using var terminal = new Terminal(isPlain: true);
        var command = result.CommandResult.Command;
        foreach (var message in result.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)) terminal.Say($"chancery: {message}");
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Concat(root.Options).Select(option => option.Name));
        if (result.UnmatchedTokens.Select(token => Suggestions.Nearest(token, known)).FirstOrDefault(near => near is not null) is { } nearest)
            terminal.Say($"Did you mean '{nearest}'?");
        terminal.Say($"See: {PathOf(result.CommandResult)} --help");
        return Exit.WrongUse;
    }

    private static string PathOf(CommandResult result)
    {
        var names = new Stack<string>();
        for (var at = result; at?.Parent is CommandResult parent; at = parent) names.Push(at.Command.Name);
        return string.Join(' ', names.Prepend("chancery"));
    }
}
