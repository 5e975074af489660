using System.Collections.Immutable;
using Chancery.Extraction.Mentions;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Names;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Places;

/// <summary>
/// Finds the names of places in a report: from the net's names, the mentions, and inside the names of bodies and works. Says of each whether it
/// names the place, belongs to another name, or names a people.
/// </summary>
internal sealed class PlaceFinder(Document document, Lexicon countries, Lexicon givenNames, PlaceGazetteer gazetteer)
{
    private const int LongestTabled = 4;
    private static readonly ulong CommaKey = TokenKey.Of(",");
    private static readonly ulong OfKey = TokenKey.Of("of");
    private static readonly ulong InKey = TokenKey.Of("in");
    private readonly ImmutableArray<Token> _tokens = document.Tokens;
    private readonly ImmutableArray<Mention> _mentions = document.Mentions;
    private readonly List<PlaceName> _found = [];

    /// <summary>The names in order; none overlaps another.</summary>
    public List<PlaceName> Find()
    {
        foreach (var name in document.Names) AddName(name);
        var taken = new bool[_tokens.Length];
        foreach (var name in document.Names)
            if (name.Type is not (NameType.Date or NameType.Money))
                taken.AsSpan(name.First, name.End - name.First).Fill(true);
        foreach (var mention in _mentions) AddMention(mention, taken);
        foreach (var name in _found) taken.AsSpan(name.Range.First, name.Range.Count).Fill(true);
        foreach (var mention in _mentions)
            if (mention.Form == MentionForm.Name) taken.AsSpan(mention.Range.First, mention.Range.Count).Fill(true);
        AddTabled(taken);
        return [.. _found.OrderBy(name => name.Range.First)];
    }

    private void AddName(NameSpan name)
    {
        var range = new TokenRange(name.First, name.End);
        switch (name.Type)
        {
            case NameType.Place: AddPlaces(range); break;
            case NameType.Facility: _found.Add(new PlaceName(range, PlaceUse.Place, false)); break;
            case NameType.Group when gazetteer.IsTabled(document.Text.Slice(name.Span)): _found.Add(new PlaceName(range, PlaceUse.People)); break;
            case NameType.Group when Country(range.First, range.End) is { } people: _found.Add(new PlaceName(people, PlaceUse.People)); break;
            case NameType.Organisation or NameType.Other: AddInside(range); break;
        }
    }

    /// <summary>"University of Texas", "the Russian Foreign Ministry": places and peoples named in a body's name.</summary>
    private void AddInside(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (Country(i, range.End) is { } country)
            {
                _found.Add(new PlaceName(country, PlaceUse.Name, false));
                i = country.End - 1;
            }
            else if (i > range.First && (_tokens[i - 1].Key == OfKey || _tokens[i - 1].Key == InKey))
            {
                _found.Add(new PlaceName(new TokenRange(i, range.End), PlaceUse.Name, false));
                return;
            }
        }
    }

    private TokenRange? Country(int index, int limit) =>
        countries.Match(document.Text, _tokens, index, limit) is { } country ? new TokenRange(index, index + country.Length) : null;

    /// <summary>"the Kabul embassy", "University of Manchester": the name stands in a longer one of a body, and only says whose or which it is.</summary>
    private bool IsOwner(TokenRange range) =>
        LayerSearch.Holding(_mentions, _tokens[range.First].Span.Start) is { Type: "organisation" or "office" or "group" } body && body.Range.Count > range.Count;

    /// <summary>"Kisumu, Kenya" is two names.</summary>
    private void AddPlaces(TokenRange range)
    {
        var first = range.First;
        for (var i = first; i <= range.End; i++)
        {
            if (i < range.End && _tokens[i].Key != CommaKey) continue;
            if (i > first) _found.Add(new PlaceName(new TokenRange(first, i), IsOwner(new TokenRange(first, i)) ? PlaceUse.Name : PlaceUse.Place));
            first = i + 1;
        }
    }

    /// <summary>Names of our own tables that neither the net nor the mentions saw.</summary>
    private void AddTabled(bool[] taken)
    {
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (taken[i] || !_tokens[i].Is(TokenShape.Capital) || _tokens[i].Is(TokenShape.AllCapitals)) continue;
            for (var end = Math.Min(_tokens.Length, i + LongestTabled); end > i; end--)
                if (!taken.AsSpan(i, end - i).Contains(true) && gazetteer.IsTabled(document.Text.Slice(new TokenRange(i, end).In(document))))
                {
                    _found.Add(new PlaceName(new TokenRange(i, end), IsOwner(new TokenRange(i, end)) ? PlaceUse.Name : PlaceUse.Place, false));
                    i = end - 1;
                    break;
                }
        }
    }

    private void AddMention(Mention mention, bool[] taken)
    {
        if (mention.Form is MentionForm.Description or MentionForm.Pronoun)
        {
            if (mention.Form == MentionForm.Description) AddOwner(mention, taken);
            return;
        }

        if (taken.AsSpan(mention.Range.First, mention.Range.Count).Contains(true) && !IsTakenForPerson(mention)) return;
        if (mention.Form == MentionForm.Demonym) _found.Add(new PlaceName(mention.Range, PlaceUse.People));
        else if (mention.Type is "state" or "place") _found.Add(new PlaceName(mention.Range, PlaceUse.Place, mention.Type == "state"));
    }

    /// <summary>"Burma shut its border": the net saw a person in a state or capital of the table. Not where a given name is written so: Jordan, Georgia.</summary>
    private bool IsTakenForPerson(Mention mention)
    {
        if (mention.Rule is not ("state" or "capital") || givenNames.Contains(document.Text.Slice(mention.Span))) return false;
        var index = LayerSearch.FirstFrom(document.Names, mention.Span.Start);
        return index < document.Names.Length && document.Names[index] is { Type: NameType.Person } name && name.Span == mention.Span;
    }

    /// <summary>"Afghan officials", "the Kabul embassy": the state at the head of a description.</summary>
    private void AddOwner(Mention mention, bool[] taken)
    {
        for (var i = mention.Range.First; i < mention.Range.End; i++)
            if (!taken[i] && _tokens[i].Is(TokenShape.Capital) && countries.Match(document.Text, _tokens, i, mention.Range.End) is { } country)
            {
                _found.Add(new PlaceName(new TokenRange(i, i + country.Length), country.Entry.Field(1) == "demonym" ? PlaceUse.People : PlaceUse.Name));
                i += country.Length - 1;
            }
    }
}
