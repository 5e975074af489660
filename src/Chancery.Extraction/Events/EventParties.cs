using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
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
    private readonly SyntaxTree _tree = text.Tree;
    private readonly PartyFinder _finder = new(text.Document, text.Lexicons.StateNames);

    /// <summary>The parties of a nominal and of those joined with it.</summary>
    /// <param name="nominal">The head of the first.</param>
    /// <param name="takesOwner">True if a thing stands for whose it is ("destroyed ships of Fiji").</param>
    public IEnumerable<EventParty> At(int nominal, bool takesOwner)
    {
        foreach (var conjunct in _tree.ConjunctsOf(nominal))
            if ((conjunct == nominal || text.IsNominal(conjunct)) && One(text.Resolved(conjunct), takesOwner) is { } party)
                yield return party;
        foreach (var other in JoinedPeoples(nominal)) yield return other;
    }

    /// <summary>The place that a nominal names, if it names one.</summary>
    public Place? PlaceAt(int nominal) => text.MentionAt(nominal) is { Type: "place" or "state", Form: MentionForm.Name } mention
        ? new Place(mention.Name, mention.Country, Precision: mention.Type == "state" ? "country" : mention.Rule == "capital" ? "city" : null)
        : null;

    /// <summary>"French and Egyptian warships": two peoples before one noun are two parties.</summary>
    private IEnumerable<EventParty> JoinedPeoples(int nominal)
    {
        foreach (var child in _tree.Children(nominal))
            if (_tree.KindOf(child) == DependentKind.NominalPart && text.MentionAt(child) is { Country: not null })
                foreach (var other in _tree.ConjunctsOf(child))
                    if (other != child && text.MentionAt(other) is { Country: { } country } mention)
                        yield return new EventParty(new Party($"{mention.Name} {text.Document.TextOf(text.Document.Tokens[nominal])}", null, country, text.Lexicons.SectorOf(text.LemmaOf(nominal))), other, -1);
    }

    private EventParty? One(int head, bool takesOwner)
    {
        if (text.MentionAt(head) is { } mention) return Mentioned(mention, head, takesOwner);
        if (text.Lexicons.IsPeople(text.LemmaOf(head)) || IsSome(head)) return new EventParty(Described(head), head, -1);
        return takesOwner ? Owner(head) : null;
    }

    private EventParty? Mentioned(Mention mention, int head, bool takesOwner)
    {
        if (mention is { Form: MentionForm.Pronoun, Chain: < 0 }) return null;
        if (mention.Type == "place" && mention.Rule != "capital") return null;
        if (mention.Form == MentionForm.Demonym) return new EventParty(_tree.HeadOf(mention.Range) == head && text.IsTagged(head, "NNPS") ? Described(head) : _finder.Of(mention), head, mention.Chain);
        var party = _finder.Of(mention);
        if (mention.Type == "" && takesOwner && party.Country is null && Owner(head) is { } owner) return owner;
        if (party.Country is null && party.Sector is not ("IGO" or "UNO" or "NGO" or "REB") && CountryAround(head, mention) is { } country) party = party with { Country = country };
        return new EventParty(mention.Chain < 0 ? party with { Name = NameOf(head) } : party, head, mention.Chain);
    }

    /// <summary>"dozens of Kenyans", "a group of students": who they are stands behind "of".</summary>
    private bool IsSome(int head)
    {
        foreach (var child in _tree.Children(head))
            if (_tree.KindOf(child) == DependentKind.NounModifier && text.HasCase(child, "of") && (text.Lexicons.IsPeople(text.LemmaOf(child)) || text.MentionAt(child) is { Form: MentionForm.Demonym }))
                return text.UposOf(head) is Upos.NOUN or Upos.NUM;
        return text.UposOf(head) == Upos.NUM && text.Tree.KindOf(head) is DependentKind.Subject or DependentKind.DirectObject;
    }

    private Party Described(int head) => new(NameOf(head), null, CountryAround(head, null), text.Lexicons.SectorOf(text.LemmaOf(head)));

    /// <summary>Whose a thing is: a possessor, a people or state before it, or a party behind "of", "for" or "in".</summary>
    private EventParty? Owner(int head)
    {
        if (_tree.PossessorOf(head) is >= 0 and var owner) return One(owner, takesOwner: true);
        foreach (var child in _tree.Children(head))
            if (child < head && _tree.KindOf(child) is DependentKind.NominalPart or DependentKind.Description && text.MentionAt(child) is { } mention && (mention.Country is not null || mention.Type is "group" or "organisation") && mention.Rule != "capital")
                return new EventParty(mention.Form == MentionForm.Demonym ? Described(head) : _finder.Of(mention), child, mention.Chain);
        foreach (var child in _tree.Children(head))
            if (_tree.KindOf(child) == DependentKind.NounModifier && (text.HasCase(child, "of") || text.HasCase(child, "for") || text.HasCase(child, "by") || text.HasCase(child, "in")))
                return One(child, takesOwner: true);
        return null;
    }

    /// <summary>The state that the words of a nominal name: before the noun, or behind "of", "in" or "from".</summary>
    private string? CountryAround(int head, Mention? own)
    {
        var nominal = _tree.NominalCoreOf(head);
        for (var token = nominal.First; token < nominal.End; token++)
            if (text.MentionAt(token) is { Country: { } country } mention && mention != own)
                return country;
        foreach (var beside in _tree.AppositionsOf(head))
            if (text.MentionAt(beside) is { Country: { } country })
                return country;
        return null;
    }

    /// <summary>The words of a nominal without its article, its clauses, and all that stands behind the noun if that is long.</summary>
    private string NameOf(int head)
    {
        var core = _tree.NominalCoreOf(head);
        if (core.Count > LongestName || core.End > head + 4) core = new TokenRange(Math.Max(core.First, head - LongestName), head + 1);
        var first = core.First;
        while (first < head && text.UposOf(first) is Upos.DET or Upos.PUNCT) first++;
        return text.Document.Text[new TokenRange(first, core.End).In(text.Document)];
    }
}
