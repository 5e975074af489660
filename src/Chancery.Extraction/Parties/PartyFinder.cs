using Chancery.Extraction.Actors;
using Chancery.Extraction.Entities;
using Chancery.Extraction.Mentions;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Parties;

/// <summary>Turns mentions into parties: the name as the record knows it, the entity, the state and the office.</summary>
internal sealed class PartyFinder
{
    // A name is coded by its first mentions: an office stands with the first or the second.
    private const int Most = 4;

    private readonly Document _document;
    private readonly Dictionary<int, List<Mention>> _chains;
    private readonly Dictionary<int, Entity> _entityOfChain = [];
    private readonly Dictionary<string, string> _stateNames;
    private readonly ActorReader _actors;
    private readonly LocalDate? _day;

    public PartyFinder(Document document, Dictionary<string, string> stateNames, ActorReader actors)
    {
        (_document, _stateNames, _actors) = (document, stateNames, actors);
        _day = document.Report.Published?.From;
        _chains = document.Mentions.Where(mention => mention.Chain >= 0).GroupBy(mention => mention.Chain)
            .ToDictionary(chain => chain.Key, chain => chain.ToList());
        var chainAt = document.Mentions.Where(mention => mention.Chain >= 0).ToDictionary(mention => mention.Span, mention => mention.Chain);
        foreach (var entity in document.Layer<Entity>())
            if (chainAt.TryGetValue(entity.Span, out var chain))
                _entityOfChain[chain] = entity;
    }

    /// <summary>Who the mention stands for; a description that stands for nobody known keeps its own words.</summary>
    public Party Of(Mention mention)
    {
        if (mention is { Rule: "capital", Country: { } country } && _stateNames.TryGetValue(country, out var state))
            return new Party(state, EntityOfState(country)?.Id, country, "GOV");
        if (mention.Chain < 0 || !_chains.TryGetValue(mention.Chain, out var chain)) return Coded([mention], new Party(mention.Name, null, mention.Country, mention.Sector, mention.Role));
        var entity = _entityOfChain.GetValueOrDefault(mention.Chain);
        var name = entity?.Name ?? EntityAnnotator.NamesOf(chain)[0];
        return Coded(chain, new Party(name, entity?.Id, entity?.Country ?? EntityAnnotator.CountryOf(chain), SectorOf(chain), RoleOf(chain)));
    }

    /// <summary>Who is meant by words that hold no mention: they are his name, and say of him what they say.</summary>
    public Party Of(Span words)
    {
        var (first, end) = (LayerSearch.FirstFrom(_document.Tokens, words.Start), LayerSearch.FirstFrom(_document.Tokens, words.End));
        var range = new TokenRange(first, end);
        var code = _actors.Code(range, _day);
        return new Party(_document.Text[words], null, _actors.NamesSeveralStates(range) ? null : code.State, SectorOf(code));
    }

    private static string? Said(string? sector) => sector == "UNK" ? null : sector;

    /// <summary>The sector; of those who belong to a body of states that body's own, which says whose they are: "NATO troops", "the secretary-general of the UN".</summary>
    private static string? SectorOf(ActorCode code) => code.Country is "IGO" or "UNO" or "EUR" ? code.Country : Said(code.Sector);

    /// <summary>
    /// With sector, and country where the mentions give none, as the coder of actors judges the words of the first mentions that say one. A state
    /// is left as it is. Two countries in one chain stay none.
    /// </summary>
    private Party Coded(List<Mention> chain, Party party)
    {
        if (chain.Exists(mention => mention.Type == "state")) return party;
        var codes = chain.Where(mention => mention.Form is MentionForm.Name or MentionForm.Description).Take(Most).Select(mention => _actors.Code(mention.Range, _day)).ToList();
        var sector = codes.Select(SectorOf).FirstOrDefault(sector => sector is not null);
        var country = chain.TrueForAll(mention => mention.Country is null) ? codes.Select(code => code.State).FirstOrDefault(state => state is not null) : null;
        return party with { Sector = sector ?? party.Sector, Country = party.Country ?? country };
    }

    /// <summary>The state of a country's code, as a party; the code itself where no name is known.</summary>
    public Party OfState(string country) => new(_stateNames.GetValueOrDefault(country, country), EntityOfState(country)?.Id, country, "GOV");

    private Entity? EntityOfState(string country) =>
        _entityOfChain.Values.FirstOrDefault(entity => entity.Type == "state" && entity.Country == country);

    private static string? SectorOf(List<Mention> chain) => chain.Select(mention => mention.Sector).FirstOrDefault(sector => sector is not null);

    private static string? RoleOf(List<Mention> chain) =>
        chain.Where(mention => mention is { Role: not null, Form: MentionForm.Name }).OrderBy(mention => mention.Isa == "counterpart")
            .Select(mention => mention.Role).FirstOrDefault();
}
