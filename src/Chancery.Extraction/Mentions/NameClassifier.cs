using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Names;
using Chancery.Text.Rules;
using Chancery.Text.Sentences;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Mentions;

/// <summary>Says what a row of capitalised words names, from the words themselves and those beside it.</summary>
internal sealed class NameClassifier(Document document, MentionLexicons lexicons)
{
    private static readonly ulong ArticleKey = TokenKey.Of("the");
    private static readonly ulong WhoKey = TokenKey.Of("who");
    private static readonly ulong AtKey = TokenKey.Of("at");
    private static readonly ulong FromKey = TokenKey.Of("from");
    private static readonly ulong OfKey = TokenKey.Of("of");
    private static readonly ulong CommaKey = TokenKey.Of(",");
    private readonly ImmutableArray<Token> _tokens = document.Tokens;
    private readonly ImmutableArray<NameSpan> _names = document.Names;

    /// <summary>The type of the name and the rule that said so; <see langword="null"/> if nothing does.</summary>
    public (string Type, string Rule)? Classify(TokenRange name, Sentence sentence)
    {
        if (IsBody(name)) return ("organisation", "body-word");
        if (Holds(lexicons.PlaceWords, name)) return ("place", "place-word");
        var before = name.First > sentence.First ? _tokens[name.First - 1].Key : 0;
        if (name.End < sentence.End && IsPlaceNoun(name.End)) return ("place", "place-noun");
        if (IsBeforeState(name, sentence)) return ("place", "before-state");
        if (before == ArticleKey || AllCapitals(name)) return null;
        if (name.Count is > 1 and < 6 && !IsHyphened(name) && (Seen(name) ?? NameType.Person) == NameType.Person && IsSaidOfPersons(name, sentence)) return ("person", "full-name");
        if (ByNet(name) is { Type: not "place" } named) return named;
        if (lexicons.Words.PlacePrepositions.Contains(before) || (name.Count == 1 && (before == AtKey ||
            before == FromKey))) return ("place", "place-preposition");
        if (before == OfKey && name.First - 2 >= sentence.First && IsPlaceNoun(name.First - 2)) return ("place", "place-noun-of");
        return ByNet(name);
    }

    /// <summary>What the net takes the name for, if it sees the same words as one name. A person has two words or more, not joined by hyphens.</summary>
    private (string Type, string Rule)? ByNet(TokenRange name) => Seen(name) switch
    {
        NameType.Person when name.Count > 1 && !IsHyphened(name) => ("person", "name"),
        NameType.Organisation => ("organisation", "name"),
        NameType.Place or NameType.Facility => ("place", "name"),
        _ => null,
    };

    /// <summary>True if the net sees exactly these words as one person or place.</summary>
    public bool IsSeenAsOne(TokenRange name) => Seen(name) is NameType.Person or NameType.Place or NameType.Facility;

    /// <summary>The type that the net gives to exactly these words; none if it sees no name there, or another one.</summary>
    private NameType? Seen(TokenRange name)
    {
        var index = LayerSearch.FirstFrom(_names, _tokens[name.First].Span.Start);
        return index < _names.Length && _names[index].First == name.First && _names[index].End == name.End ? _names[index].Type : null;
    }

    /// <summary>PLOVER's sector of a body by the words of its name: a Herald or a Radio is the press.</summary>
    public string? SectorOf(TokenRange name)
    {
        for (var i = name.End - 1; i >= name.First; i--)
            if (lexicons.OrganisationWords.Find(document.TextOf(_tokens[i]))?.Field(0) is { Length: > 0 } sector)
                return sector;
        return null;
    }

    /// <summary>
    /// True if what stands beside the name is said of persons: a verb of saying, "who", an age, an office in apposition.
    /// Two capitalised words alone may be a firm, a town or a storm.
    /// </summary>
    private bool IsSaidOfPersons(TokenRange name, Sentence sentence)
    {
        var at = name.End;
        while (at < sentence.End && lexicons.Auxiliaries.Contains(document.TextOf(_tokens[at]))) at++;
        if (at < sentence.End && lexicons.SpeechCues.Match(document.Text, _tokens, at, sentence.End) is not null) return true;
        if (name.First - 1 >= sentence.First && lexicons.SpeechCues.Contains(document.TextOf(_tokens[name.First - 1]))) return true;
        if (IsInApposition(name, sentence)) return true;
        if (name.End + 1 >= sentence.End) return false;
        if (_tokens[name.End].Key == WhoKey) return true;
        if (_tokens[name.End].Key != CommaKey) return false;
        var next = name.End + 1;
        if (_tokens[next].Key == WhoKey || (_tokens[next].Kind == TokenKind.Number && _tokens[next].Span.Length == 2)) return true;
        for (var i = next; i < Math.Min(next + 4, sentence.End); i++)
            if (lexicons.Roles.Match(document.Text, _tokens, i, sentence.End) is not null)
                return true;
        return false;
    }

    /// <summary>"the supreme leader and scholar, A B, has": an office shortly before the comma before the name.</summary>
    private bool IsInApposition(TokenRange name, Sentence sentence)
    {
        if (name.First - 2 < sentence.First || _tokens[name.First - 1].Key != CommaKey) return false;
        for (var i = Math.Max(sentence.First, name.First - 4); i < name.First - 1; i++)
            if (lexicons.Roles.Match(document.Text, _tokens, i, name.First - 1) is { } role && i + role.Length == name.First - 1)
                return true;
        return false;
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

    private bool IsPlaceNoun(int at) => lexicons.PlaceNouns.Contains(document.TextOf(_tokens[at]));
}
