using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>Says what a row of capitalised words names, from the words themselves and those beside it.</summary>
internal sealed class NameClassifier(Document document, MentionLexicons lexicons)
{
    private static readonly HashSet<ulong> PlacePrepositions = KeysOf("in", "at", "from", "near", "into", "outside", "across", "around", "inside", "towards", "via", "leave", "left", "reached", "entered");
    private static readonly HashSet<ulong> PlaceNouns = KeysOf("province", "city", "district", "airport", "region", "town", "village", "provinces", "districts", "valley", "river", "border", "prison", "airbase");
    private static readonly ulong ArticleKey = TokenKey.Of("the");
    private static readonly ulong OfKey = TokenKey.Of("of");
    private static readonly ulong CommaKey = TokenKey.Of(",");
    private readonly ImmutableArray<Token> _tokens = document.Tokens;

    /// <summary>The type of the name and the rule that said so; <see langword="null"/> if nothing does.</summary>
    public (string Type, string Rule)? Classify(TokenRange name, Sentence sentence)
    {
        if (IsBody(name)) return ("organisation", "body-word");
        if (Holds(lexicons.PlaceWords, name)) return ("place", "place-word");
        var before = name.First > sentence.First ? _tokens[name.First - 1].Key : 0;
        var after = name.End < sentence.End ? _tokens[name.End].Key : 0;
        if (PlaceNouns.Contains(after)) return ("place", "place-noun");
        if (IsBeforeState(name, sentence)) return ("place", "before-state");
        if (before == ArticleKey || AllCapitals(name)) return null;
        if (name.Count is > 1 and < 6 && !IsHyphened(name) && !PlacePrepositions.Contains(before)) return ("person", "full-name");
        if (PlacePrepositions.Contains(before)) return ("place", "place-preposition");
        if (before == OfKey && name.First - 2 >= sentence.First && PlaceNouns.Contains(_tokens[name.First - 2].Key)) return ("place", "place-noun-of");
        return null;
    }

    /// <summary>True if one of the words makes the name a body's, and the name is more than that word.</summary>
    public bool IsBody(TokenRange name) => name.Count > 1 && Holds(lexicons.OrganisationWords, name) ||
        (name.Count == 1 && name.End + 1 < _tokens.Length && _tokens[name.End].Key == OfKey && Holds(lexicons.OrganisationWords, name));

    private bool Holds(Chancery.Text.Lexicons.Lexicon lexicon, TokenRange name)
    {
        for (var i = name.First; i < name.End; i++)
            if (lexicon.Contains(document.TextOf(_tokens[i])))
                return name.Count > 1 || ReferenceEquals(lexicon, lexicons.OrganisationWords);
        return false;
    }

    private bool IsBeforeState(TokenRange name, Sentence sentence) =>
        name.End + 1 < sentence.End && _tokens[name.End].Key == CommaKey &&
        lexicons.Countries.Match(document.Text, _tokens, name.End + 1, sentence.End) is { } country && country.Entry.Field(1) == "name";

    private bool AllCapitals(TokenRange name)
    {
        for (var i = name.First; i < name.End; i++)
            if (!_tokens[i].Is(TokenShape.AllCapitals))
                return false;
        return true;
    }

    private bool IsHyphened(TokenRange name)
    {
        for (var i = name.First; i < name.End; i++)
            if (document.TextOf(_tokens[i]) is "-" && name.Count <= 5)
                return true;
        return false;
    }

    private static HashSet<ulong> KeysOf(params string[] words) => [.. words.Select(word => TokenKey.Of(word))];
}
