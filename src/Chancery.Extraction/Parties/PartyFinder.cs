using Chancery.Extraction.Entities;
using Chancery.Extraction.Mentions;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;

namespace Chancery.Extraction.Parties;

/// <summary>Turns mentions into parties: the name as the record knows it, the entity, the state and the office.</summary>
internal sealed class PartyFinder
{
    private readonly Dictionary<int, List<Mention>> _chains;
    private readonly Dictionary<int, Entity> _entityOfChain = [];
    private readonly Dictionary<string, string> _stateNames;

    public PartyFinder(Document document, Dictionary<string, string> stateNames)
    {
        _stateNames = stateNames;
        _chains = document.Mentions.Where(mention => mention.Chain >= 0).GroupBy(mention => mention.Chain)
            .ToDictionary(chain => chain.Key, chain => chain.ToList());
        var chainAt = document.Mentions.Where(mention => mention.Chain >= 0).ToDictionary(mention => mention.Span, mention => mention.Chain);
        foreach (var entity in document.Layer<Entity>())
            if (chainAt.TryGetValue(entity.Span, out var chain))
                _entityOfChain[chain] = entity;
    }

    /// <summary>The names of states by their codes, as the record writes them.</summary>
    public static Dictionary<string, string> StateNames(Resources resources) => resources.Lexicon("countries").Entries.Where(entry => entry.Field(1) == "name")
        .GroupBy(entry => entry.Field(0)).ToDictionary(group => group.Key, group => group.First().Field(2));

    /// <summary>Who the mention stands for; a description that stands for nobody known keeps its own words.</summary>
    public Party Of(Mention mention)
    {
        if (mention is { Rule: "capital", Country: { } country } && _stateNames.TryGetValue(country, out var state))
            return new Party(state, EntityOfState(country)?.Id, country, "GOV");
        if (mention.Chain < 0 || !_chains.TryGetValue(mention.Chain, out var chain))
            return new Party(mention.Name, null, mention.Country, mention.Sector, mention.Role);
        var entity = _entityOfChain.GetValueOrDefault(mention.Chain);
        var name = entity?.Name ?? EntityAnnotator.NamesOf(chain)[0];
        return new Party(name, entity?.Id, entity?.Country ?? EntityAnnotator.CountryOf(chain), SectorOf(chain), RoleOf(chain));
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
