using System.Collections.Immutable;
using Chancery.Text.Tokens;

namespace Chancery.Text.Lexicons;

/// <summary>One line of a lexicon: a form of one token or more, and the fields beside it.</summary>
/// <param name="Form">The words, as written in the file, without the mark for exact case.</param>
/// <param name="Fields">The line's other columns, in order; empty cells are empty strings.</param>
/// <param name="ExactCase">True if only this spelling counts ("US", not "us").</param>
/// <param name="Line">The line in the file, counted from 1.</param>
public sealed record LexiconEntry(string Form, EquatableArray<string> Fields, bool ExactCase, int Line)
{
    /// <summary>The field of that number, or empty if the line is shorter.</summary>
    public string Field(int index) => index < Fields.Count ? Fields[index] : "";
}

/// <summary>An entry found in a document.</summary>
/// <param name="Entry">What was found.</param>
/// <param name="Length">How many tokens it covers, 1 or more.</param>
public readonly record struct LexiconMatch(LexiconEntry Entry, int Length);

/// <summary>
/// A read-only table of words and phrases, looked up by token. Case is ignored unless an entry asks for its own
/// spelling. Not a dictionary of the language: each lexicon lists what one annotator must know. Safe to share.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<ulong, Phrase[]> _phrases;

    internal Lexicon(string name, string hash, ImmutableArray<string> columns, ImmutableArray<LexiconEntry> entries, Dictionary<ulong, Phrase[]> phrases)
    {
        Name = name;
        Hash = hash;
        Columns = columns;
        Entries = entries;
        _phrases = phrases;
    }

    /// <summary>A lexicon without entries.</summary>
    public static Lexicon Empty { get; } = new("empty", "", [], [], []);

    /// <summary>The file's name without its extension.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file's text, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The names of the columns; the first is the form's.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>All entries in the file's order.</summary>
    public ImmutableArray<LexiconEntry> Entries { get; }

    internal IEnumerable<ulong> FirstKeys => _phrases.Keys;

    /// <summary>The longest entry that begins at a token, or <see langword="null"/>; among equals the file's first.</summary>
    /// <param name="document">A document with tokens.</param>
    /// <param name="index">The token at which the entry must begin.</param>
    /// <param name="limit">The token before which it must end.</param>
    public LexiconMatch? Match(Document document, int index, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Match(document.Text, document.Tokens, index, limit);
    }

    /// <summary>As the other; for loops that hold the tokens already.</summary>
    public LexiconMatch? Match(SourceText text, ImmutableArray<Token> tokens, int index, int limit)
    {
        if (!_phrases.TryGetValue(tokens[index].Key, out var phrases)) return null;
        limit = Math.Min(limit, tokens.Length);
        foreach (var phrase in phrases)
            if (phrase.Matches(text, tokens, index, limit))
                return new LexiconMatch(phrase.Entry, phrase.Keys.Length);
        return null;
    }

    /// <summary>True if this single form is an entry.</summary>
    public bool Contains(ReadOnlySpan<char> form) => Find(form) is not null;

    /// <summary>The entry of a single-token form, or <see langword="null"/>.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> form)
    {
        if (!_phrases.TryGetValue(TokenKey.Of(form), out var phrases)) return null;
        foreach (var phrase in phrases)
            if (phrase.Keys.Length == 1 && (!phrase.Entry.ExactCase || form.SequenceEqual(phrase.Entry.Form)))
                return phrase.Entry;
        return null;
    }

    /// <summary>An entry as a row of token keys; longer rows stand before shorter ones.</summary>
    internal sealed record Phrase(LexiconEntry Entry, ulong[] Keys, Span[] Places)
    {
        public bool Matches(SourceText text, ImmutableArray<Token> tokens, int index, int limit)
        {
            if (index + Keys.Length > limit) return false;
            for (var i = 1; i < Keys.Length; i++)
                if (tokens[index + i].Key != Keys[i])
                    return false;
            return !Entry.ExactCase || IsSpelledAlike(text, tokens, index);
        }

        private bool IsSpelledAlike(SourceText text, ImmutableArray<Token> tokens, int index)
        {
            for (var i = 0; i < Keys.Length; i++)
                if (!text.Slice(tokens[index + i].Span).SequenceEqual(Entry.Form.AsSpan(Places[i].Start, Places[i].Length)))
                    return false;
            return true;
        }
    }
}
