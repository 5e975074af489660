using System.Collections.Immutable;

namespace Chancery.Text.Rules;

/// <summary>A sentence that a rule must find something in, and what it must find there.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Expected">What is found, in the words of the annotator that owns the rule; empty if only finding counts.</param>
/// <param name="Line">The line in the file, counted from 1.</param>
public sealed record RuleExample(string Text, string Expected, int Line);

/// <summary>
/// A pattern over tokens with a name, settings for the annotator that owns it, examples and counter-examples. It only
/// says where something stands and how its parts are called; what it means is the annotator's work.
/// </summary>
/// <param name="Name">Unique in its file; lower case with hyphens.</param>
/// <param name="Pattern">The pattern as written; see <see cref="RuleReader"/>.</param>
/// <param name="Settings">The other lines of the rule, by key.</param>
/// <param name="Examples">One or more; each is a test.</param>
/// <param name="Counterexamples">Sentences in which this rule must not fire; each is a test.</param>
/// <param name="Line">The line in the file, counted from 1.</param>
public sealed record TokenRule(
    string Name,
    string Pattern,
    ImmutableDictionary<string, string> Settings,
    ImmutableArray<RuleExample> Examples,
    ImmutableArray<RuleExample> Counterexamples,
    int Line)
{
    /// <summary>The setting of that key, or <see langword="null"/>.</summary>
    public string? Setting(string key) => Settings.GetValueOrDefault(key);
}

/// <summary>The rules of one file, in the file's order.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Hash">SHA-256 of the file's text.</param>
/// <param name="Rules">One or more.</param>
public sealed record RuleSet(string Name, string Hash, ImmutableArray<TokenRule> Rules);
