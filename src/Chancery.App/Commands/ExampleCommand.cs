using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Chancery.App.Commands;

/// <summary>A command whose help opens with examples.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>Help: examples first, then what System.CommandLine knows.</summary>
internal sealed class ExamplesFirst(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var examples = parseResult.CommandResult.Command is ExampleCommand command ? command.Examples : CommandLine.Examples;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return help.Invoke(parseResult);
    }
}
