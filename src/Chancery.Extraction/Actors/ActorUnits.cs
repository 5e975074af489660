using System.Collections.Immutable;
using Chancery.Text;
using Chancery.Text.Lemmas;
using Chancery.Text.Lexicons;
using Chancery.Text.Names;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Actors;

/// <summary>Cuts the words of an actor into what stands in the tables, the longest at each token; at the same length a body before a state before a noun.</summary>
internal sealed class ActorUnits
{
    private const int LongestTitle = 3;
    private readonly Document _document;
    private readonly ActorTables _tables;
    private readonly Func<string, string?> _countryOfPlace;
    private readonly ImmutableArray<Token> _tokens;
    private readonly ImmutableArray<Token> _singulars;
    private readonly ImmutableArray<NameSpan> _names;
    private bool _isAll;

    public ActorUnits(Document document, ActorTables tables, Func<string, string?> countryOfPlace)
    {
        (_document, _tables, _countryOfPlace) = (document, tables, countryOfPlace);
        (_tokens, _names) = (document.Tokens, document.Names);
        _singulars = Singulars(document);
    }

    /// <summary>The units within a run of tokens, in order, none overlapping another.</summary>
    public List<ActorUnit> In(TokenRange range, LocalDate? day)
    {
        _isAll = range.Count == _tokens.Length;
        var units = new List<ActorUnit>();
        for (var i = range.First; i < range.End;)
        {
            var unit = At(i, range.End, day);
            if (unit is not null) units.Add(unit);
            i = unit?.Range.End ?? i + 1;
        }

        return units;
    }

    private ActorUnit? At(int index, int limit, LocalDate? day)
    {
        if (_tokens[index].Kind is TokenKind.Punctuation or TokenKind.Quote || _tables.Words.Determiners.Contains(_tokens[index].Key)) return null;
        var known = Longest(Organisation(index, limit), State(index, limit), Territory(index, limit), Agent(index, limit));
        var name = NameEnd(index, limit);
        if (name > index && (known is null || known.Range.End < name || known.Kind == ActorUnitKind.Agent) && Holder(index, name, day) is { } holder) return holder;
        if (known is not null && !(known.Kind == ActorUnitKind.Agent && IsInPerson(index))) return known;
        if (_tables.Honorifics.Match(_document.Text, _tokens, index, limit) is not null) return null;
        return name > index ? Named(new TokenRange(index, name), limit) : Pronoun(index);
    }

    private static ActorUnit? Longest(params ReadOnlySpan<ActorUnit?> units)
    {
        ActorUnit? longest = null;
        foreach (var unit in units)
            if (unit is not null && unit.Range.Count > (longest?.Range.Count ?? 0))
                longest = unit;
        return longest;
    }

    private ActorUnit? Organisation(int index, int limit)
    {
        if (_tables.Organisations.Match(_document.Text, _tokens, index, limit) is not { } match || !HasCapital(index, match.Length)) return null;
        var entry = match.Entry;
        var (sector, country, home) = (entry.Field(2), entry.Field(3), entry.Field(4));
        var sectors = entry.Field(5).Split(',', StringSplitOptions.RemoveEmptyEntries).ToList();
        var range = new TokenRange(index, index + match.Length);
        if (sector is "UNO" or "IGO" or "EUR") return new ActorUnit(range, ActorUnitKind.Organisation, sector, _tables.Sectors.Sort(sectors));
        if (sector.Length > 0) sectors.Add(sector);
        var place = country.Length > 0 ? country : home.Length > 0 ? home : null;
        return new ActorUnit(range, ActorUnitKind.Organisation, place, _tables.Sectors.Sort(sectors), IsAtHome: country.Length == 0);
    }

    private bool HasCapital(int index, int length)
    {
        for (var i = index; i < index + length; i++)
            if (_tokens[i].Is(TokenShape.Capital) || _tokens[i].Is(TokenShape.Digit))
                return true;
        return false;
    }

    private ActorUnit? State(int index, int limit)
    {
        if (!_tokens[index].Is(TokenShape.Capital) || _tables.Countries.Match(_document.Text, _tokens, index, limit) is not { } match) return null;
        var kind = match.Entry.Field(1) switch { "name" => ActorUnitKind.State, "capital" => ActorUnitKind.Capital, _ => ActorUnitKind.People };
        return new ActorUnit(new TokenRange(index, index + match.Length), kind, match.Entry.Field(0), kind == ActorUnitKind.Capital ? ["GOV"] : []);
    }

    private ActorUnit? Territory(int index, int limit)
    {
        if (!_tokens[index].Is(TokenShape.Capital) || _tables.Territories.Match(_document.Text, _tokens, index, limit) is not { } match) return null;
        EquatableArray<string> sectors = match.Entry.Field(1) is { Length: > 0 } sector ? [sector] : [];
        return new ActorUnit(new TokenRange(index, index + match.Length), ActorUnitKind.Territory, match.Entry.Field(0), sectors);
    }

    private ActorUnit? Agent(int index, int limit)
    {
        var match = _tables.Agents.Match(_document.Text, _tokens, index, limit);
        if (_tables.Agents.Match(_document.Text, _singulars, index, limit) is { } singular && singular.Length > (match?.Length ?? 0)) match = singular;
        return match is { } found
            ? new ActorUnit(new TokenRange(index, index + found.Length), ActorUnitKind.Agent, null, [found.Entry.Field(0)], found.Entry.Field(1) == "weak")
            : null;
    }

    /// <summary>A row of capitals that the table of office holders knows, from here to the end of the row or the name.</summary>
    private ActorUnit? Holder(int index, int end, LocalDate? day)
    {
        var range = new TokenRange(index, end);
        if (_tables.Holders.Find(_document.Text[range.In(_document)], day, alone: MayBeLastName(index)) is not { } holder) return null;
        var (country, sector) = holder.On(day);
        return new ActorUnit(range, ActorUnitKind.Holder, country, sector is null ? [] : [sector]);
    }

    /// <summary>
    /// In a report another of that name may be meant; where the actor's words are all there is, nobody else is. After a preposition a single
    /// capital word may be a place, after "the" a thing.
    /// </summary>
    private bool MayBeLastName(int index) => IsTitled(index) || _isAll && (index == 0 || (_tokens[index - 1].Key is var before &&
        !_tables.Words.Prepositions.Contains(before) && !_tables.Words.HomeLinks.Contains(before) && !_tables.Words.Determiners.Contains(before)));

    /// <summary>"President Kabulov", "Prime Minister Ashford": who governs is known by his last name where his office stands right before it.</summary>
    private bool IsTitled(int index)
    {
        for (var length = 1; length <= LongestTitle && length <= index; length++)
            if (_tables.Agents.Match(_document.Text, _tokens, index - length, index) is { } match && match.Length == length && match.Entry.Field(0) == "GOV" && _tokens[index - 1].Is(TokenShape.Capital))
                return true;
        return false;
    }

    /// <summary>The token after a name that begins here: what the net sees as one, else a row of capitals with particles inside.</summary>
    private int NameEnd(int index, int limit)
    {
        if (!_tokens[index].Is(TokenShape.Capital) || _tokens[index].Kind != TokenKind.Word) return index;
        var end = index + 1;
        while (end < limit && GoesOn(end, limit)) end++;
        return end;
    }

    private bool GoesOn(int at, int limit)
    {
        var token = _tokens[at];
        if (token.Is(TokenShape.Joined)) return false;
        if (token.Kind == TokenKind.Word) return token.Is(TokenShape.Capital) || (_tables.Words.NameParticles.Contains(token.Key) && at + 1 < limit);
        return at + 1 < limit && _document.TextOf(token) is "-" && !token.Is(TokenShape.SpaceBefore) && !_tokens[at + 1].Is(TokenShape.SpaceBefore);
    }

    private ActorUnit Named(TokenRange range, int limit)
    {
        if (_countryOfPlace(_document.Text[range.In(_document)]) is { } country && !IsInPerson(range.First))
            return new ActorUnit(range, ActorUnitKind.Place, country, ["CVL"]);
        for (var i = range.First; i < range.End; i++)
            if (i > range.First && Longest(Organisation(i, limit), State(i, limit), Territory(i, limit), Agent(i, limit)) is not null)
                return Named(new TokenRange(range.First, i), i);
        return new ActorUnit(range, ActorUnitKind.Name, null, []);
    }

    private ActorUnit? Pronoun(int index) =>
        _tables.Pronouns.Find(_document.TextOf(_tokens[index])) is not null
            ? new ActorUnit(new TokenRange(index, index + 1), ActorUnitKind.Pronoun, null, ["UNK"])
            : null;

    /// <summary>True if the net sees a person's name that goes on here from before: "Tim Cook" is no cook.</summary>
    private bool IsInPerson(int index)
    {
        var at = LayerSearch.FirstFrom(_names, _tokens[index].Span.Start + 1) - 1;
        return at >= 0 && _names[at].Type == NameType.Person && _names[at].First < index && index < _names[at].End;
    }

    /// <summary>The tokens with the keys of their lemmas where they are plural nouns, so that a table needs singulars alone.</summary>
    private static ImmutableArray<Token> Singulars(Document document)
    {
        var (tokens, tags, lemmas) = (document.Tokens, document.Tags, document.Lemmas);
        if (tags.IsEmpty || lemmas.IsEmpty) return tokens;
        var singulars = tokens.ToBuilder();
        for (var i = 0; i < tokens.Length; i++)
            if (tags[i].Penn.ToString() is "NNS" or "NNPS")
                singulars[i] = tokens[i] with { Key = lemmas[i].Key };
        return singulars.MoveToImmutable();
    }
}
