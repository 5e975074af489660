using System.Globalization;
using Chancery.Extraction;
using Chancery.Extraction.Figures;
using Chancery.Extraction.Statements;
using Chancery.Record.Findings;
using Chancery.Text.Rules;

namespace Chancery.Tests.Extraction;

/// <summary>Every example in a rule file is found by its rule, and no counter-example is.</summary>
public class ReadingRulesTests
{
    private static readonly StatementLexicons Statements = new(Resources.Default);

    [Fact]
    public void Figures_rules_find_their_examples() => Check("figures", text => Read.All<Figure>(text).Select(figure => (Rule(figure.By), Written(figure))));

    [Fact]
    public void Statement_cues_rules_find_their_examples() => Check("statement-cues", text => Matches(Statements.Cues, text));

    [Fact]
    public void Occasions_rules_find_their_examples() => Check("occasions", text => Matches(Statements.Occasions, text));

    private static IEnumerable<(string Rule, string Found)> Matches(RuleMatcher matcher, string text)
    {
        var document = Read.Document(text);
        return matcher.Match(document).Select(match => (match.Rule.Name, document.Text[match.Range.In(document)]));
    }

    private static void Check(string file, Func<string, IEnumerable<(string Rule, string Found)>> find)
    {
        var wrong = new List<string>();
        foreach (var rule in Resources.Default.Rules(file).Rules)
        {
            foreach (var example in rule.Examples)
                if (!find(example.Text).Contains((rule.Name, example.Expected)))
                    wrong.Add($"{file}:{example.Line}: {rule.Name}: expected '{example.Expected}', found {string.Join("; ", find(example.Text))}");
            foreach (var example in rule.Counterexamples)
                if (find(example.Text).Any(found => found.Rule == rule.Name))
                    wrong.Add($"{file}:{example.Line}: {rule.Name}: must not fire, found {string.Join("; ", find(example.Text))}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Rule(string by) => by[(by.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>As the file's head says: what | value or low..high, with ~ for about | unit.</summary>
    private static string Written(Figure figure)
    {
        var number = figure.Value is { } value ? Text(value) : $"{Text(figure.Low)}..{Text(figure.High)}";
        return $"{figure.What} | {(figure.Approx ? "~" : "")}{number} | {figure.Unit}".TrimEnd();
    }

    private static string Text(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
