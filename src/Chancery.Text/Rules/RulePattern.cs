using System.Collections.Immutable;
using Chancery.Text.Lexicons;
using Chancery.Text.Tokens;

namespace Chancery.Text.Rules;

/// <summary>Says how many tokens of a class begin at a token: 0 if none, and never beyond <paramref name="limit"/>.</summary>
/// <param name="document">The document being matched.</param>
/// <param name="index">Index of the token looked at.</param>
/// <param name="limit">Index of the token after the last one that may be used.</param>
public delegate int TokenClass(Document document, int index, int limit);

internal enum RuleOperation : byte
{
    Key,
    Spelling,
    Lexicon,
    Class,
    Split,
    Jump,
    Save,
    Not,
    SentenceStart,
    SentenceEnd,
    Accept,
}

/// <summary>One step of a compiled pattern; which fields count depends on the operation.</summary>
internal readonly record struct RuleStep(RuleOperation Operation, int First = 0, int Second = 0, ulong Key = 0, object? Table = null);

/// <summary>Compiles a pattern into steps for <see cref="RuleMatcher"/>, by recursive descent over the pattern's text.</summary>
internal sealed class RulePattern
{
    private readonly TokenRule _rule;
    private readonly string _file;
    private readonly Func<string, Lexicon> _lexicon;
    private readonly IReadOnlyDictionary<string, TokenClass> _classes;
    private readonly List<RuleStep> _steps = [];
    private readonly List<string> _names = [];
    private readonly string _text;
    private int _at;

    private RulePattern(string file, TokenRule rule, Func<string, Lexicon> lexicon, IReadOnlyDictionary<string, TokenClass> classes)
    {
        (_file, _rule, _lexicon, _classes, _text) = (file, rule, lexicon, classes, rule.Pattern);
        Choice();
        if (_at < _text.Length) throw Wrong($"'{_text[_at]}' closes nothing");
        _steps.Add(new RuleStep(RuleOperation.Accept));
    }

    public static (ImmutableArray<RuleStep> Steps, ImmutableArray<string> Names) Compile(
        string file, TokenRule rule, Func<string, Lexicon> lexicon, IReadOnlyDictionary<string, TokenClass> classes)
    {
        var pattern = new RulePattern(file, rule, lexicon, classes);
        return ([.. pattern._steps], [.. pattern._names]);
    }

    private void Choice()
    {
        var start = _steps.Count;
        Row();
        if (!Take('|')) return;
        var left = _steps.GetRange(start, _steps.Count - start);
        _steps.RemoveRange(start, _steps.Count - start);
        var split = Emit(new RuleStep(RuleOperation.Split));
        AddMoved(left, split + 1 - start);
        var jump = Emit(new RuleStep(RuleOperation.Jump));
        _steps[split] = _steps[split] with { First = split + 1, Second = _steps.Count };
        Choice();
        _steps[jump] = _steps[jump] with { First = _steps.Count };
    }

    private void Row()
    {
        while (Peek() is not ('\0' or '|' or ')')) Element();
    }

    private void Element()
    {
        var start = _steps.Count;
        Atom();
        Repeat(start, TakeSuffix());
        if (TakeName() is not { } name) return;
        WrapInSaves(start, name);
        Repeat(start, TakeSuffix());
    }

    private char TakeSuffix() => _at < _text.Length && _text[_at] is '?' or '*' or '+' ? _text[_at++] : ' ';

    private void Repeat(int start, char suffix)
    {
        if (suffix is '*' or '+' && CanBeEmpty(start, [])) throw Wrong("what is repeated must take a token");
        if (suffix is '?' or '*') WrapInOption(start, repeats: suffix == '*');
        if (suffix == '+') WrapInLoop(start);
    }

    /// <summary>True if the steps from <paramref name="at"/> to the last one so far can be passed without taking a token.</summary>
    private bool CanBeEmpty(int at, HashSet<int> seen)
    {
        if (at == _steps.Count) return true;
        if (!seen.Add(at)) return false;
        var step = _steps[at];
        return step.Operation switch
        {
            RuleOperation.Split => CanBeEmpty(step.First, seen) || CanBeEmpty(step.Second, seen),
            RuleOperation.Jump or RuleOperation.Not => CanBeEmpty(step.First, seen),
            RuleOperation.Save or RuleOperation.SentenceStart or RuleOperation.SentenceEnd => CanBeEmpty(at + 1, seen),
            _ => false,
        };
    }

    private string? TakeName()
    {
        if (_at >= _text.Length || _text[_at] != '=') return null;
        var start = ++_at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '-')) _at++;
        return _at > start ? _text[start.._at] : throw Wrong("a name must follow '='");
    }

    private void WrapInSaves(int start, string name)
    {
        if (!_names.Contains(name)) _names.Add(name);
        var slot = 2 * _names.IndexOf(name);
        var body = Cut(start);
        Emit(new RuleStep(RuleOperation.Save, slot));
        AddMoved(body, 1);
        Emit(new RuleStep(RuleOperation.Save, slot + 1));
    }

    private void WrapInOption(int start, bool repeats)
    {
        var body = Cut(start);
        Emit(new RuleStep(RuleOperation.Split, start + 1, start + 1 + body.Count + (repeats ? 1 : 0)));
        AddMoved(body, 1);
        if (repeats) Emit(new RuleStep(RuleOperation.Jump, start));
    }

    private void WrapInLoop(int start) => Emit(new RuleStep(RuleOperation.Split, start, _steps.Count + 1));

    private List<RuleStep> Cut(int start)
    {
        var body = _steps.GetRange(start, _steps.Count - start);
        _steps.RemoveRange(start, body.Count);
        return body;
    }

    /// <summary>Adds steps that were compiled elsewhere, with their targets moved along.</summary>
    private void AddMoved(List<RuleStep> body, int by)
    {
        foreach (var step in body)
            _steps.Add(step.Operation switch
            {
                RuleOperation.Split => step with { First = step.First + by, Second = step.Second + by },
                RuleOperation.Jump or RuleOperation.Not => step with { First = step.First + by },
                _ => step,
            });
    }

    private void Atom()
    {
        switch (Peek())
        {
            case '(': Group(); break;
            case '!': Negation(); break;
            case '{': Emit(new RuleStep(RuleOperation.Lexicon, Table: _lexicon(TakeUntil('}')))); break;
            case '<': ClassStep(TakeUntil('>')); break;
            case '\'': Emit(Spelled(TakeUntil('\''))); break;
            case '^': _at++; Emit(new RuleStep(RuleOperation.SentenceStart)); break;
            case '$': _at++; Emit(new RuleStep(RuleOperation.SentenceEnd)); break;
            default: Emit(new RuleStep(RuleOperation.Key, Key: TokenKey.Of(TakeWord()))); break;
        }
    }

    private void Group()
    {
        _at++;
        var start = _steps.Count;
        Choice();
        if (!Take(')')) throw Wrong("a bracket is not closed");
        if (_steps.Count == start) throw Wrong("an empty group");
    }

    private void Negation()
    {
        _at++;
        var step = Emit(new RuleStep(RuleOperation.Not));
        Atom();
        Emit(new RuleStep(RuleOperation.Accept));
        _steps[step] = _steps[step] with { First = _steps.Count };
    }

    private void ClassStep(string name)
    {
        if (!_classes.TryGetValue(name, out var tokenClass)) throw Wrong($"no class is called '{name}'");
        Emit(new RuleStep(RuleOperation.Class, Table: tokenClass));
    }

    private static RuleStep Spelled(string word) => new(RuleOperation.Spelling, Key: TokenKey.Of(word), Table: word);

    private string TakeWord()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && "()|?*+={}<>!".IndexOf(_text[_at], StringComparison.Ordinal) < 0) _at++;
        if (start == _text.Length) throw Wrong("an element is missing");
        return _at > start ? _text[start.._at] : throw Wrong($"'{_text[_at]}' stands where an element should begin");
    }

    private string TakeUntil(char close)
    {
        var start = ++_at;
        while (_at < _text.Length && _text[_at] != close) _at++;
        if (_at == _text.Length) throw Wrong($"'{close}' is missing");
        return _text[start.._at++];
    }

    private char Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Take(char character)
    {
        if (Peek() != character) return false;
        _at++;
        return true;
    }

    private int Emit(RuleStep step)
    {
        _steps.Add(step);
        return _steps.Count - 1;
    }

    private FormatException Wrong(string what) => new($"{_file}:{_rule.Line}: rule '{_rule.Name}': {what}.");
}
