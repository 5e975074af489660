using Chancery.Text.Lexicons;
using Chancery.Text.Syntax;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events.Types;

/// <summary>
/// Says PLOVER's mode of an event and its contexts by the words of two tables. Says nothing rather than guess: a mode only from the predicate and what hangs right on it, a
/// context only from words that leave no doubt. Immutable; safe to share.
/// </summary>
public sealed class EventModes
{
    private readonly Dictionary<(ulong Lemma, string Type), string> _modes = [];
    private readonly Dictionary<ulong, string[]> _contexts = [];

    /// <summary>Over the tables of these resources.</summary>
    public EventModes(Resources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        foreach (var entry in resources.Lexicon("event-modes").Entries) AddModes(entry);
        foreach (var entry in resources.Lexicon("event-contexts").Entries) _contexts[TokenKey.Of(entry.Form)] = entry.Field(0).Split(' ');
    }

    /// <summary>The mode, or <see langword="null"/> where no word tells it: that of the predicate first, else of the first word in the text that hangs on it.</summary>
    /// <param name="tree">The trees of a document with lemmas.</param>
    /// <param name="predicate">The word that tells the event.</param>
    /// <param name="type">Its type.</param>
    public string? ModeOf(SyntaxTree tree, int predicate, string type)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (ModeAt(tree, predicate, type) is { } own) return own;
        foreach (var child in tree.Children(predicate))
        {
            if (!IsArgument(tree, child)) continue;
            foreach (var part in tree.Children(child))
                if (tree.KindOf(part) is DependentKind.NominalPart or DependentKind.NounModifier && ModeAt(tree, part, type) is { } mode) return mode;
            if (ModeAt(tree, child, type) is { } found) return found;
        }

        return null;
    }

    /// <summary>The contexts that the words of a sentence tell, each once, in the order of the text.</summary>
    /// <param name="tree">The trees of a document with lemmas.</param>
    /// <param name="sentence">The sentence's tokens.</param>
    public IReadOnlyList<string> ContextsOf(SyntaxTree tree, TokenRange sentence)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var found = new List<string>();
        for (var i = sentence.First; i < sentence.End; i++)
            foreach (var context in _contexts.GetValueOrDefault(LemmaOf(tree, i), []))
                if (!found.Contains(context)) found.Add(context);
        return found;
    }

    private void AddModes(LexiconEntry entry)
    {
        foreach (var mode in entry.Field(0).Split(' '))
            if (mode.Split(':') is [var type, var name]) _modes[(TokenKey.Of(entry.Form), type)] = name;
    }

    private string? ModeAt(SyntaxTree tree, int token, string type) =>
        _modes.GetValueOrDefault((LemmaOf(tree, token), type)) ?? _modes.GetValueOrDefault((tree.Document.Tokens[token].Key, type));

    private static bool IsArgument(SyntaxTree tree, int token) =>
        tree.KindOf(token) is DependentKind.Subject or DependentKind.DirectObject or DependentKind.Oblique or DependentKind.NounModifier or DependentKind.NominalPart;

    private static ulong LemmaOf(SyntaxTree tree, int token) => tree.Document.Layer<Text.Lemmas.Lemma>()[token].Key;
}
