using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>Finds the words that tell an event, and decides between their types by the nouns that stand as their arguments.</summary>
internal sealed class TriggerFinder(EventText text)
{
    private const int Deepest = 3;
    private readonly SyntaxTree _tree = text.Tree;

    private readonly DutyReader _duties = new(text, text.Lexicons.Predicates.Duty);

    /// <summary>The trigger at a token, or <see langword="null"/> if it tells no event.</summary>
    public Trigger? At(int token) => text.UposOf(token) switch
    {
        Upos.VERB when text.IsGerund(token) => Noun(token),
        Upos.VERB when text.IsMisplaced(token) || _tree.KindOf(token) is not (DependentKind.NominalPart or DependentKind.Case) => Verb(token),
        Upos.NOUN when _tree.KindOf(token) is not (DependentKind.NominalPart or DependentKind.Description) => Noun(token),
        _ => null,
    };

    private Trigger? Verb(int verb)
    {
        foreach (var predicate in text.Lexicons.Predicates.Verbs(text.LemmaOf(verb)))
            if (HasWords(verb, predicate) && TypeOf(verb, predicate) is { } type)
                return new Trigger(verb, predicate, type);
        return _duties.At(verb);
    }

    private Trigger? Noun(int noun)
    {
        foreach (var predicate in text.Lexicons.Predicates.Nouns(text.UposOf(noun) == Upos.VERB ? text.Document.Tokens[noun].Key : text.LemmaOf(noun)))
            if (EndsWith(noun, predicate) && TypeOf(noun, predicate) is { } type)
                return new Trigger(noun, predicate, type);
        return null;
    }

    private bool HasWords(int verb, EventPredicate predicate) => predicate.Words switch
    {
        [_] => true,
        [var first, "-", _] => text.IsWord(verb, first) ? text.Is(verb + 1, "-") : text.Is(verb - 1, "-") && text.IsWord(verb - 2, first),
        [_, var second] => HasSecond(verb, second),
        _ => false,
    };

    /// <summary>The particle, the object, a noun in a prepositional phrase, or its preposition.</summary>
    private bool HasSecond(int verb, string second)
    {
        if (text.Is(verb + 1, second)) return true;
        foreach (var child in _tree.Children(verb))
        {
            if (child > verb && (text.IsWord(child, second) || (_tree.KindOf(child) == DependentKind.Oblique && child - verb < 6 && text.HasCase(child, second)))) return true;
            if (child < verb && _tree.KindOf(child) == DependentKind.Subject && text.IsPassive(verb) && text.IsWord(child, second)) return true;
        }

        return false;
    }

    private bool EndsWith(int noun, EventPredicate predicate)
    {
        for (var i = 1; i < predicate.Words.Length; i++)
            if (noun - i < 0 || !text.IsWord(noun - i, predicate.Words[^(i + 1)]))
                return false;
        return true;
    }

    private string? TypeOf(int predicate, EventPredicate entry)
    {
        foreach (var choice in entry.Types)
            if (choice.Class.Length > 0 && HasArgumentOf(predicate, choice.Class))
                return choice.Type;
        foreach (var choice in entry.Types)
            if (choice.Class.Length == 0)
                return choice.Type;
        return null;
    }

    /// <summary>True if a predicate has an argument of a class of noun.</summary>
    public bool HasArgumentOf(int predicate, string noun)
    {
        foreach (var child in _tree.Children(predicate))
            if (IsArgument(child) && IsOf(child, noun))
                return true;
        return text.IsMisplaced(predicate) && IsOf(_tree.HeadOf(predicate), noun);
    }

    private bool IsArgument(int child) => _tree.KindOf(child) is
        DependentKind.Subject or DependentKind.DirectObject or DependentKind.IndirectObject or DependentKind.Oblique or DependentKind.NounModifier or DependentKind.NominalPart or DependentKind.OpenComplement or DependentKind.Possessor;

    /// <summary>True if a noun is of a class, or what stands before it in a compound, or what it is so many of, or what it is joined with.</summary>
    private bool IsOf(int nominal, string noun, int depth = 0)
    {
        if (text.Lexicons.IsOf(text.LemmaOf(nominal), noun)) return true;
        foreach (var child in _tree.Children(nominal))
            if (_tree.KindOf(child) is DependentKind.NominalPart or DependentKind.Conjunct || (_tree.KindOf(child) == DependentKind.NounModifier && text.HasCase(child, "of")))
                if (depth < Deepest && IsOf(child, noun, depth + 1))
                    return true;
        return false;
    }
}
