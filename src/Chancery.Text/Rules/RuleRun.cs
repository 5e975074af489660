using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Text.Rules;

/// <summary>A rule ready to run: its steps, the names of its parts, and the tokens it can begin with.</summary>
internal sealed class CompiledRule
{
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="lexicon">Gives the lexicon of a name.</param>
    /// <param name="classes">The token classes by name.</param>
    /// <param name="numbers">The numbers of the classes that the set uses; new ones are added.</param>
    public CompiledRule(
        string file, TokenRule rule, Func<string, Lexicon> lexicon, IReadOnlyDictionary<string, TokenClass> classes, Dictionary<object, int> numbers)
    {
        Rule = rule;
        var (steps, names) = RulePattern.Compile(file, rule, lexicon, classes);
        foreach (var step in steps.Where(step => step.Operation == RuleOperation.Class)) numbers.TryAdd(step.Table!, numbers.Count);
        Steps = [.. steps.Select(step => step.Operation == RuleOperation.Class ? step with { Second = numbers[step.Table!] } : step)];
        Names = names;
        var openings = new List<RuleStep>();
        Openings = CollectOpenings(0, openings, []) ? [.. openings.Distinct()] : null;
    }

    public TokenRule Rule { get; }

    public ImmutableArray<RuleStep> Steps { get; }

    /// <summary>The steps of which one must take the match's first token; null if a match may take none.</summary>
    public RuleStep[]? Openings { get; }

    public ImmutableArray<string> Names { get; }

    /// <summary>The keys of all tokens that a match can begin with; null if it can begin with any.</summary>
    public HashSet<ulong>? FirstKeys()
    {
        var keys = new HashSet<ulong>();
        return Collect(0, keys, []) ? keys : null;
    }

    public RuleMatch ToMatch(int first, int end, int[] slots)
    {
        var captures = ImmutableDictionary.CreateBuilder<string, TokenRange>();
        for (var i = 0; i < Names.Length; i++)
            if (slots[2 * i] >= 0 && slots[2 * i + 1] > slots[2 * i])
                captures[Names[i]] = new TokenRange(slots[2 * i], slots[2 * i + 1]);
        return new RuleMatch(Rule, new TokenRange(first, end), captures.ToImmutable());
    }

    private bool CollectOpenings(int at, List<RuleStep> openings, HashSet<int> seen)
    {
        if (!seen.Add(at)) return true;
        var step = Steps[at];
        switch (step.Operation)
        {
            case RuleOperation.Key or RuleOperation.Spelling or RuleOperation.Lexicon or RuleOperation.Class:
                openings.Add(step);
                return true;
            case RuleOperation.Split: return CollectOpenings(step.First, openings, seen) && CollectOpenings(step.Second, openings, seen);
            case RuleOperation.Jump or RuleOperation.Not: return CollectOpenings(step.First, openings, seen);
            case RuleOperation.Save or RuleOperation.SentenceStart: return CollectOpenings(at + 1, openings, seen);
            default: return false;
        }
    }

    private bool Collect(int at, HashSet<ulong> keys, HashSet<int> seen)
    {
        if (!seen.Add(at)) return true;
        var step = Steps[at];
        switch (step.Operation)
        {
            case RuleOperation.Key or RuleOperation.Spelling: keys.Add(step.Key); return true;
            case RuleOperation.Lexicon: keys.UnionWith(((Lexicon)step.Table!).FirstKeys); return true;
            case RuleOperation.Split: return Collect(step.First, keys, seen) && Collect(step.Second, keys, seen);
            case RuleOperation.Jump or RuleOperation.Not: return Collect(step.First, keys, seen);
            case RuleOperation.Save or RuleOperation.SentenceStart: return Collect(at + 1, keys, seen);
            default: return false;
        }
    }
}

/// <summary>
/// Attempts of rules at the tokens of one run: backtracking over a rule's steps, with a bound on how many. One object
/// serves all attempts, so that a failed one, which is by far the most frequent, allocates nothing.
/// </summary>
internal sealed class RuleRun(Document document, ImmutableArray<Token> tokens, int first, int limit, int slots, int classes)
{
    // What each class said last: rules of one set ask the same classes at the same token again and again.
    private readonly (int At, int Length)[] _said = Unasked(classes);
    private readonly int[] _slots = new int[slots];
    private CompiledRule _rule = null!;
    private int _left;

    /// <summary>Index of the token after the match.</summary>
    public int End { get; private set; }

    /// <summary>Start and end of each named part in turn, -1 where it was not used, as they were at <see cref="Keep"/>.</summary>
    public int[] Kept { get; } = new int[slots];

    public bool Matches(CompiledRule rule, int index)
    {
        if (rule.Openings is { } openings && !Opens(openings, index)) return false;
        _rule = rule;
        _left = RuleMatcher.StepLimit;
        Array.Fill(_slots, -1);
        return Run(0, index);
    }

    private bool Opens(RuleStep[] openings, int index)
    {
        foreach (var opening in openings)
            if (LengthAt(opening, index) > 0)
                return true;
        return false;
    }

    /// <summary>Keeps the places of the last match while other rules are tried.</summary>
    public void Keep() => _slots.CopyTo(Kept, 0);

    private bool Run(int step, int at)
    {
        while (_left-- > 0)
        {
            var current = _rule.Steps[step];
            switch (current.Operation)
            {
                case RuleOperation.Accept:
                    End = at;
                    return true;
                case RuleOperation.Jump:
                    step = current.First;
                    continue;
                case RuleOperation.Split:
                    if (Run(current.First, at)) return true;
                    step = current.Second;
                    continue;
                case RuleOperation.Save:
                    return RunSaved(current.First, step + 1, at);
                case RuleOperation.Not:
                    if (Probe(step + 1, at)) return false;
                    step = current.First;
                    continue;
                case RuleOperation.SentenceStart or RuleOperation.SentenceEnd:
                    if (at != (current.Operation == RuleOperation.SentenceStart ? first : limit)) return false;
                    break;
                default:
                    var length = at < limit ? LengthAt(current, at) : 0;
                    if (length == 0) return false;
                    at += length;
                    break;
            }

            step++;
        }

        return false;
    }

    private int LengthAt(RuleStep step, int at) => step.Operation switch
    {
        RuleOperation.Key => tokens[at].Key == step.Key ? 1 : 0,
        RuleOperation.Spelling => document.Text.Slice(tokens[at].Span).SequenceEqual((string)step.Table!) ? 1 : 0,
        RuleOperation.Lexicon => ((Lexicon)step.Table!).Match(document.Text, tokens, at, limit)?.Length ?? 0,
        _ => ClassLengthAt(step, at),
    };

    private int ClassLengthAt(RuleStep step, int at)
    {
        if (_said[step.Second].At == at) return _said[step.Second].Length;
        var length = ((TokenClass)step.Table!)(document, at, limit);
        _said[step.Second] = (at, length);
        return length;
    }

    private static (int At, int Length)[] Unasked(int classes)
    {
        var said = new (int At, int Length)[classes];
        Array.Fill(said, (-1, 0));
        return said;
    }

    private bool RunSaved(int slot, int step, int at)
    {
        var before = _slots[slot];
        _slots[slot] = at;
        if (Run(step, at)) return true;
        _slots[slot] = before;
        return false;
    }

    /// <summary>Looks ahead without using tokens; named parts inside a negation are not kept.</summary>
    private bool Probe(int step, int at)
    {
        var end = End;
        var before = _slots.Length > 0 ? (int[])_slots.Clone() : [];
        var found = Run(step, at);
        End = end;
        before.CopyTo(_slots, 0);
        return found;
    }
}
