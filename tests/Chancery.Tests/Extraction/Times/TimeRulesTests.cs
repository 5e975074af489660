using Chancery.Extraction;
using Chancery.Extraction.Times;
using Chancery.Text.Rules;
using NodaTime;

namespace Chancery.Tests.Extraction.Times;

public class TimeRulesTests
{
    [Theory]
    [InlineData("times")]
    [InlineData("times-wide")]
    public void Every_example_is_found_by_its_rule_and_no_counterexample_is(string file)
    {
        var wrong = Resources.Default.Rules(file).Rules.SelectMany(rule => FaultsOf(file, rule)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_example_of_intervals_is_joined_by_its_rule_and_no_counterexample_is()
    {
        var wrong = Resources.Default.Rules("intervals").Rules.SelectMany(IntervalFaultsOf).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> IntervalFaultsOf(TokenRule rule)
    {
        foreach (var example in rule.Examples.Concat(rule.Counterexamples))
        {
            var found = Reports.IntervalsIn(example.Text, Reports.Day).Where(interval => interval.When.By!.StartsWith(rule.Name + ":", StringComparison.Ordinal))
                .Select(interval => $"{interval.When.Text} | {Iso(interval.When.From)}..{Iso(interval.When.To)}").ToList();
            if (rule.Counterexamples.Contains(example) ? found.Count > 0 : !found.Contains(example.Expected))
                yield return $"intervals:{example.Line}: {rule.Name}: {(example.Expected.Length > 0 ? $"expected {example.Expected}, " : "")}found {string.Join("; ", found)}";
        }
    }

    private static string? Iso(LocalDate? day) => day?.ToString("uuuu-MM-dd", null);

    private static IEnumerable<string> FaultsOf(string file, TokenRule rule)
    {
        foreach (var example in rule.Examples)
        {
            var times = Reports.TimesIn(example.Text, Reports.Day);
            if (!times.Any(timex => IsBy(timex, rule) && Reports.Written(timex, example.Text) == example.Expected))
                yield return $"{file}:{example.Line}: {rule.Name}: expected {example.Expected}, found {Found(times, example.Text)}";
        }

        foreach (var example in rule.Counterexamples)
        {
            var times = Reports.TimesIn(example.Text, Reports.Day);
            if (times.Any(timex => IsBy(timex, rule)))
                yield return $"{file}:{example.Line}: {rule.Name}: must not fire, found {Found(times, example.Text)}";
        }
    }

    private static bool IsBy(Timex timex, TokenRule rule) => timex.By.Split(':').Contains(rule.Name, StringComparer.Ordinal);

    private static string Found(IEnumerable<Timex> times, string text) =>
        string.Join("; ", times.Select(timex => $"{Reports.Written(timex, text)} ({timex.By})"));
}
