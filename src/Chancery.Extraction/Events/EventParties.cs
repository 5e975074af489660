using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Places;
using Chancery.Record;
using Chancery.Text;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Events;

/// <summary>A party of an event with the nominal that names it.</summary>
/// <param name="Party">Who it is.</param>
/// <param name="Head">The head of the nominal.</param>
/// <param name="Chain">The chain of its mention; −1 if nobody knows.</param>
internal sealed record EventParty(Party Party, int Head, int Chain);

/// <summary>
/// Says who a nominal of a frame is: through coreference for names, descriptions and pronouns; in the report's own words for other people; for a thing, whose it is.
/// Nobody where the words do not say.
/// </summary>
internal sealed class EventParties(EventText text)
{
    private const int LongestName = 10;
    private static readonly string[] Homes = ["of", "in", "from"];
    private readonly SyntaxTree _tree = text.Tree;
    private readonly PartyFinder _finder = text.Parties;

    /// <summary>The parties of a nominal and of those joined with it.</summary>
    /// <param name="nominal">The head of the first.</param>
    /// <param name="takesOwner">True if a thing stands for whose it is ("destroyed ships of Fiji").</param>
    public IEnumerable<EventParty> At(int nominal, bool takesOwner)
    {
        foreach (var conjunct in _tree.ConjunctsOf(nominal))
            if ((conjunct == nominal || (text.IsNominal(conjunct) && !IsBehindVerb(conjunct))) && One(text.Resolved(conjunct), takesOwner) is { } party)
                yield return party;
        foreach (var other in JoinedPeoples(nominal)) yield return other;
        foreach (var child in _tree.Children(nominal))
            if (_tree.KindOf(child) is DependentKind.NounModifier or DependentKind.Oblique && text.HasCase(child, "including") && One(child, takesOwner: false) is { } named)
                yield return named;
    }

    /// <summary>"tanks and guns shelled positions", where the parser takes the positions for a third conjunct and the verb for their adjective.</summary>
    private bool IsBehindVerb(int conjunct)
    {
        foreach (var child in _tree.Children(conjunct))
            if (text.UposOf(child) == Upos.VERB && text.IsMisplaced(child))
                return true;
        return false;
    }

    /// <summary>The place that a nominal names, if it names one; without coordinates where nobody can say which of that name is meant.</summary>
    public Place? PlaceAt(int nominal)
    {
        if (LayerSearch.Holding(text.Document.Layer<PlaceMention>(), text.Document.Tokens[nominal].Span.Start) is { } place) return place.Use == PlaceUse.Place ? place.Place ?? new Place(place.Name) : null;
        return text.MentionAt(nominal) switch
        {
            { Type: "place" or "state", Form: MentionForm.Name } mention => new Place(mention.Name, mention.Country, Precision: mention.Type == "state" ? "country" : null),
            { Type: "", Form: MentionForm.Name } name => text.PlaceNamed(name.Name),
            _ => null,
        };
    }

    /// <summary>"French and Egyptian warships", "the presidents of Malta and Samoa": two peoples or states of one noun are two parties.</summary>
    private IEnumerable<EventParty> JoinedPeoples(int nominal)
    {
        var peoples = new List<Mention>();
        foreach (var child in _tree.Children(nominal))
            if (_tree.KindOf(child) == DependentKind.NominalPart && text.MentionAt(child) is { Country: not null })
                foreach (var people in _tree.ConjunctsOf(child))
                    if (text.MentionAt(people) is { Country: not null } mention)
                        peoples.Add(mention);
        foreach (var child in _tree.Children(nominal))
            if (_tree.KindOf(child) == DependentKind.NounModifier && text.HasCase(child, "of") && text.IsTagged(nominal, "NNS"))
                foreach (var state in _tree.ConjunctsOf(child))
                    if (text.MentionAt(state) is { Country: not null, Form: MentionForm.Name } mention)
                        peoples.Add(mention);
        if (peoples.Count < 2) yield break;
        foreach (var other in peoples.DistinctBy(mention => mention.Country).Where(mention => mention.Country != CountryOf(nominal)))
            yield return new EventParty(new Party($"{text.Document.Text[other.Span]} {text.Document.TextOf(text.Document.Tokens[nominal])}", null, other.Country, text.Lexicons.SectorOf(text.LemmaOf(nominal))), nominal, -1);
    }

    private string? CountryOf(int nominal) => One(nominal, takesOwner: true)?.Party.Country;

    private EventParty? One(int head, bool takesOwner)
    {
        if (OwnPronoun(head) is { } owner) return owner;
        if (text.MentionAt(head) is { } mention && !(mention.Rule == "capitals" && (text.Lexicons.IsPeople(text.LemmaOf(head)) || IsMinority(head)))) return Mentioned(mention, head, takesOwner);
        if (text.Lexicons.IsPeople(text.LemmaOf(head)) || IsSome(head) || IsMinority(head)) return new EventParty(Described(head), head, -1);
        return takesOwner ? Owner(head) : null;
    }

    /// <summary>"its troops", "their forces": whose they are, if the report says who "it" is.</summary>
    private EventParty? OwnPronoun(int head) =>
        _tree.PossessorOf(head) is >= 0 and var owner && text.MentionAt(owner) is { Form: MentionForm.Pronoun } && text.MentionAt(head) is not { Form: MentionForm.Name } ? One(owner, takesOwner: false) : null;

    /// <summary>Who a pronoun stands for; within what somebody says, "it" and "they" as subject are mostly who says it.</summary>
    private EventParty? Meant(Mention pronoun, int head)
    {
        if (pronoun.Chain >= 0) return new EventParty(_finder.Of(pronoun), head, pronoun.Chain);
        if (_tree.KindOf(head) is not (DependentKind.Subject or DependentKind.Expletive) || text.Is(head, "I") || text.Is(head, "we") || text.Is(head, "you")) return null;
        for (var (at, steps) = (_tree.HeadOf(head), 0); at >= 0 && steps < 4; (at, steps) = (_tree.HeadOf(at), steps + 1))
            if (_tree.KindOf(at) == DependentKind.Complement && _tree.HeadOf(at) is >= 0 and var saying && _tree.SubjectOf(saying) is >= 0 and var speaker && text.MentionAt(speaker) is not { Form: MentionForm.Pronoun, Chain: < 0 })
                return One(text.Resolved(speaker), takesOwner: false);
        return null;
    }

    private EventParty? Mentioned(Mention mention, int head, bool takesOwner)
    {
        if (mention.Form == MentionForm.Pronoun) return Meant(mention, head);
        if (mention.Type == "office" && text.Lexicons.IsOf(text.LemmaOf(head), "mission") && !takesOwner) return null;
        if (mention.Type == "place" && mention.Rule != "capital") return null;
        if (mention.Form == MentionForm.Demonym) return new EventParty(_tree.HeadOf(mention.Range) == head && text.IsTagged(head, "NNPS") ? Described(head) : _finder.Of(mention), head, mention.Chain);
        var party = _finder.Of(mention);
        // "King Ashford of Malta": another king of that name may be in the tables
        if (mention is { Form: MentionForm.Name, Type: "person", Country: null } && text.Is(mention.Range.End, "of") && StateBehind(head) is { } realm) party = party with { Country = realm };
        if (mention.Type == "" && takesOwner && _tree.KindOf(head) != DependentKind.Subject && party.Country is null && Owner(head) is { } owner) return owner;
        if (party.Country is null && mention is { Form: MentionForm.Name, Type: "organisation" or "office", Sector: not ("IGO" or "UNO" or "NGO") } && PeopleBefore(head) is { } people) party = party with { Country = people };
        if (party.Country is null && (mention.Form != MentionForm.Name || mention.Type == "person") && CountryAround(head, mention) is { } country) party = party with { Country = country };
        return new EventParty(mention.Chain < 0 || IsPartOf(head, mention) ? party with { Name = NameOf(head) } : party, head, mention.Chain);
    }

    /// <summary>"dozens of Kenyans", "a group of students": who they are stands behind "of".</summary>
    private bool IsSome(int head)
    {
        if (!text.Lexicons.IsSome(text.LemmaOf(head)) && text.UposOf(head) != Upos.NUM) return false;
        foreach (var child in _tree.Children(head))
            if (_tree.KindOf(child) == DependentKind.NounModifier && text.HasCase(child, "of"))
                return text.Lexicons.IsPeople(text.LemmaOf(child)) || text.MentionAt(child) is not null;
        return _tree.KindOf(head) is DependentKind.Subject or DependentKind.DirectObject;
    }

    /// <summary>People without a name: their words, and what these say of state and sector.</summary>
    private Party Described(int head)
    {
        var coded = _finder.Of(WordsOf(head));
        if (IsMinority(head)) return coded with { Country = StateBehind(head) };
        return coded with { Country = CountryAround(head, null) ?? coded.Country, Sector = coded.Sector ?? text.Lexicons.SectorOf(text.LemmaOf(head)) };
    }

    /// <summary>"ethnic Fijians", "the Fijians of Malta": a people who live in another state are none of their namesake's.</summary>
    private bool IsMinority(int head)
    {
        foreach (var child in _tree.Children(head))
            if ((child < head && text.Is(child, "ethnic")) || (child > head && text.IsTagged(head, "NNPS") && _tree.KindOf(child) == DependentKind.NounModifier && text.HasCase(child, "of") && text.MentionAt(child) is { Country: not null }))
                return true;
        return false;
    }

    private string? StateBehind(int head)
    {
        foreach (var child in _tree.Children(head))
            if (child > head && _tree.KindOf(child) == DependentKind.NounModifier && Homes.Any(preposition => text.HasCase(child, preposition)))
                return text.MentionAt(child)?.Country ?? PlaceAt(child)?.Country;
        return null;
    }

    /// <summary>Whose a thing is: a possessor, a people or state before it, a party behind "of", "for" or "in", or by whom it was done.</summary>
    private EventParty? Owner(int head)
    {
        if (_tree.PossessorOf(head) is >= 0 and var owner) return One(owner, takesOwner: true);
        if (text.Lexicons.Predicates.Nouns(text.LemmaOf(head)) is [var predicate, ..]) return Doer(head, predicate);
        foreach (var child in _tree.Children(head))
            if (child < head && _tree.KindOf(child) is DependentKind.NominalPart or DependentKind.Description && text.MentionAt(child) is { } mention && (mention.Country is not null || (mention.Form == MentionForm.Name && mention.Type is "group" or "organisation")) && mention.Rule != "capital")
                return new EventParty(mention.Form == MentionForm.Demonym ? Described(head) : _finder.Of(mention), child, mention.Chain);
        foreach (var child in _tree.Children(head))
            if (_tree.KindOf(child) == DependentKind.NounModifier && (text.HasCase(child, "of") || text.HasCase(child, "for") || text.HasCase(child, "by") || text.HasCase(child, "in")))
                return One(child, takesOwner: true);
        foreach (var child in _tree.Children(head))
            if (child > head && _tree.KindOf(child) is DependentKind.NounClause or DependentKind.RelativeClause && text.IsPassive(child) && _tree.AgentOf(child) is >= 0 and var agent)
                return One(agent, takesOwner: true);
        return null;
    }

    /// <summary>Of a noun that tells an event, who does it: "the killing of X" is not X's.</summary>
    private EventParty? Doer(int head, EventPredicate predicate)
    {
        foreach (var child in _tree.Children(head))
            if ((_tree.KindOf(child) == DependentKind.NounModifier && predicate.Actor.Any(slot => text.HasCase(child, slot))) || (_tree.KindOf(child) == DependentKind.NominalPart && text.MentionAt(child) is { Country: not null } people && !people.Range.Contains(head)))
                return One(child, takesOwner: true);
        return null;
    }

    /// <summary>The state that the words of a nominal name: before the noun, or behind "of", "in" or "from".</summary>
    private string? CountryAround(int head, Mention? own)
    {
        var nominal = CoreOf(head);
        for (var token = nominal.First; token < nominal.End; token++)
            if (text.MentionAt(token) is { Country: { } country } mention && mention != own)
                return country;
        foreach (var beside in _tree.AppositionsOf(head))
            if (text.MentionAt(beside) is { Country: { } country })
                return country;
        return LeaderOf(head) ?? PlaceAround(head, nominal);
    }

    /// <summary>"President Ashford's government", "the government of President Ashford": that of his state.</summary>
    private string? LeaderOf(int head)
    {
        foreach (var child in _tree.Children(head))
            if ((_tree.KindOf(child) == DependentKind.Possessor || (_tree.KindOf(child) == DependentKind.NounModifier && text.HasCase(child, "of"))) && text.MentionAt(child) is { Type: "person", Form: MentionForm.Name } leader)
                return _finder.Of(leader).Country;
        return null;
    }

    /// <summary>The state of the place that people are of: "Darfur rebels", "the rebels in Darfur". None where places of two states are named.</summary>
    private string? PlaceAround(int head, TokenRange nominal)
    {
        var places = new List<Place?>();
        for (var token = nominal.First; token < nominal.End && token < head; token++)
            places.Add(PlaceAt(token));
        foreach (var child in _tree.Children(head))
            if (child > head && _tree.KindOf(child) == DependentKind.NounModifier && Homes.Any(preposition => text.HasCase(child, preposition)))
                places.Add(PlaceAt(child));
        return places.Select(place => place?.Country).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var country] ? country : null;
    }

    /// <summary>"the SCO Contact Group": a body of another, which the name alone would lose.</summary>
    private bool IsPartOf(int head, Mention mention)
    {
        if (mention.Type != "organisation" || mention.Form != MentionForm.Name) return false;
        foreach (var child in _tree.Children(head))
            if (child < mention.Range.First && _tree.KindOf(child) == DependentKind.NominalPart && text.MentionAt(child) is { Form: MentionForm.Name, Type: "organisation" or "group" } whole && whole != mention)
                return true;
        return false;
    }

    /// <summary>The state of a people or state right before a noun: "the US Congress".</summary>
    private string? PeopleBefore(int head)
    {
        foreach (var child in _tree.Children(head))
            if (child < head && _tree.KindOf(child) is DependentKind.NominalPart or DependentKind.Possessor && text.MentionAt(child) is { Country: { } country } mention && mention.Rule != "capital")
                return country;
        return null;
    }

    /// <summary>The words of a nominal without its article, from what stands before the noun to what "of", "in" or "from" adds behind it.</summary>
    private string NameOf(int head) => text.Document.Text[WordsOf(head)];

    /// <summary>The nominal from its first word to its noun and beyond; a verb that the parser hung before the noun, and what stands before that, is none of it.</summary>
    private TokenRange CoreOf(int head)
    {
        var core = _tree.NominalCoreOf(head);
        foreach (var child in _tree.Children(head))
            if (child < head && child >= core.First && text.UposOf(child) == Upos.VERB && text.IsMisplaced(child))
                core = new TokenRange(child + 1, core.End);
        return core;
    }

    private Span WordsOf(int head)
    {
        var core = CoreOf(head);
        var (first, end) = (Math.Max(core.First, head - LongestName), head + 1);
        foreach (var child in _tree.Children(head))
            if (child > head && _tree.KindOf(child) == DependentKind.NounModifier && (text.HasCase(child, "of") || (end == head + 1 && (text.HasCase(child, "in") || text.HasCase(child, "from")))) && _tree.NominalCoreOf(child).End is var reach && reach - head <= LongestName)
                end = Math.Max(end, reach);
        while (first < head && text.UposOf(first) is Upos.DET or Upos.PUNCT) first++;
        return new TokenRange(first, end).In(text.Document);
    }
}
