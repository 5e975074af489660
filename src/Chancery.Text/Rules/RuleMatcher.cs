using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Text.Rules;

/// <summary>A rule found in a document.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Range">All tokens that it used.</param>
/// <param name="Captures">The places of its named parts; a part that was not used is absent.</param>
public sealed record RuleMatch(TokenRule Rule, TokenRange Range, ImmutableDictionary<string, TokenRange> Captures)
{
    /// <summary>The place of the named part, or <see langword="null"/> if it was not used.</summary>
    public TokenRange? Capture(string name) => Captures.TryGetValue(name, out var range) ? range : null;
}

/// <summary>
/// Finds the rules of a set in a document, sentence by sentence, left to right. At each token the longest match counts,
/// among equals the file's first rule; matches do not overlap. A pattern that would take more than
/// <see cref="StepLimit"/> steps at one token gives no match there, so that time stays linear. Safe to share.
/// </summary>
public sealed class RuleMatcher
{
    /// <summary>How many steps one rule may take at one token.</summary>
    public const int StepLimit = 4000;

    private readonly ImmutableArray<CompiledRule> _rules;
    private readonly Dictionary<ulong, int[]> _byKey = [];
    private readonly Dictionary<ulong, int[]> _byKeyAlone = [];
    private readonly int[] _always;
    private readonly int _slots;
    private readonly int _classes;

    /// <summary>Compiles the rules.</summary>
    /// <param name="rules">The set.</param>
    /// <param name="lexicon">Gives the lexicon of a name.</param>
    /// <param name="classes">The annotator's token classes, by name.</param>
    /// <exception cref="FormatException">A pattern cannot be read; the message names file, line and rule.</exception>
    public RuleMatcher(RuleSet rules, Func<string, Lexicon> lexicon, IReadOnlyDictionary<string, TokenClass>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(lexicon);
        var all = WithCommonClasses(classes);
        var numbers = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        _rules = [.. rules.Rules.Select(rule => new CompiledRule(rules.Name, rule, lexicon, all, numbers))];
        _classes = numbers.Count;
        _slots = _rules.Select(rule => rule.Names.Length * 2).DefaultIfEmpty().Max();
        var firsts = _rules.Select(rule => rule.FirstKeys()).ToArray();
        _always = [.. Enumerable.Range(0, _rules.Length).Where(i => firsts[i] is null)];
        foreach (var key in firsts.SelectMany(keys => keys ?? []).Distinct())
        {
            _byKey[key] = [.. Enumerable.Range(0, _rules.Length).Where(i => firsts[i] is null || firsts[i]!.Contains(key))];
            _byKeyAlone[key] = [.. _byKey[key].Where(i => firsts[i] is not null)];
        }
    }

    /// <summary>The classes that every rule file may use: any, word, number, capital, caps, quote, punctuation, address.</summary>
    public static IReadOnlyDictionary<string, TokenClass> CommonClasses { get; } = new Dictionary<string, TokenClass>
    {
        ["any"] = (_, _, _) => 1,
        ["word"] = (document, index, _) => document.Tokens[index].Kind == TokenKind.Word ? 1 : 0,
        ["number"] = (document, index, _) => document.Tokens[index].Kind == TokenKind.Number ? 1 : 0,
        ["capital"] = (document, index, _) => document.Tokens[index].Is(TokenShape.Capital) ? 1 : 0,
        ["caps"] = (document, index, _) => document.Tokens[index].Is(TokenShape.AllCapitals) ? 1 : 0,
        ["quote"] = (document, index, _) => document.Tokens[index].Kind == TokenKind.Quote ? 1 : 0,
        ["punctuation"] = (document, index, _) => document.Tokens[index].Kind == TokenKind.Punctuation ? 1 : 0,
        ["address"] = (document, index, _) => document.Tokens[index].Kind == TokenKind.Address ? 1 : 0,
    };

    /// <summary>All matches in the document, in order.</summary>
    public IEnumerable<RuleMatch> Match(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Sentences.SelectMany(sentence => Match(document, sentence.First, sentence.End));
    }

    /// <summary>The matches inside a run of tokens, in order.</summary>
    /// <param name="document">A document with tokens.</param>
    /// <param name="first">Index of the run's first token; <c>^</c> stands here.</param>
    /// <param name="end">Index of the token after the run's last; <c>$</c> stands here.</param>
    /// <param name="opens">
    /// Says whether rules that could begin with any token are tried at a token; a cheap answer saves much time. Rules that
    /// begin with words of their own are tried at those words in any case.
    /// </param>
    public IEnumerable<RuleMatch> Match(Document document, int first, int end, Func<int, bool>? opens = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = document.Tokens;
        RuleRun? run = null;
        for (var index = first; index < end;)
        {
            var candidates = CandidatesAt(tokens[index].Key, opens is null || opens(index));
            var match = candidates.Length > 0
                ? MatchAt(run ??= new RuleRun(document, tokens, first, end, _slots, _classes), candidates, index)
                : null;
            if (match is not null) yield return match;
            index = match is null || match.Range.Count == 0 ? index + 1 : match.Range.End;
        }
    }

    private int[] CandidatesAt(ulong key, bool opens)
    {
        if (opens) return _byKey.TryGetValue(key, out var keyed) ? keyed : _always;
        return _byKeyAlone.TryGetValue(key, out var alone) ? alone : [];
    }

    private RuleMatch? MatchAt(RuleRun run, int[] candidates, int index)
    {
        CompiledRule? best = null;
        var bestEnd = index;
        foreach (var candidate in candidates)
        {
            if (!run.Matches(_rules[candidate], index) || run.End <= bestEnd) continue;
            (best, bestEnd) = (_rules[candidate], run.End);
            run.Keep();
        }

        return best?.ToMatch(index, bestEnd, run.Kept);
    }

    private static Dictionary<string, TokenClass> WithCommonClasses(IReadOnlyDictionary<string, TokenClass>? classes)
    {
        var all = new Dictionary<string, TokenClass>(CommonClasses);
        foreach (var (name, tokenClass) in classes ?? new Dictionary<string, TokenClass>()) all[name] = tokenClass;
        return all;
    }
}
