using Chancery.App.Desk;
using Spectre.Console;

namespace Chancery.App.Commands;

/// <summary>Shows on a terminal how far a long work has come; elsewhere it does nothing.</summary>
internal static class Progress
{
    // Fewer documents are done before anybody could read a bar.
    private const int Fewest = 100;

    /// <summary>Does the work over the outcomes and counts them as they pass.</summary>
    public static T Over<T>(Terminal terminal, int total, IEnumerable<Outcome> outcomes, Func<IEnumerable<Outcome>, T> work) =>
        terminal.ShowsProgress && total >= Fewest ? Shown(total, outcomes, work) : work(outcomes);

    private static T Shown<T>(int total, IEnumerable<Outcome> outcomes, Func<IEnumerable<Outcome>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("reading", maxValue: total);
                return work(outcomes.Select(outcome =>
                {
                    task.Increment(1);
                    return outcome;
                }));
            });
    }
}
