using Chancery.Extraction.Mentions;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Lexicons;
using Chancery.Text.Sentences;
using NodaTime;

namespace Chancery.Extraction.Entities;

/// <summary>
/// Gathers the mentions of one thing into an entity of the report: its names, type, state, and the offices the report
/// gives it. Only what is named becomes an entity; "officials" alone does not.
/// </summary>
internal sealed class EntityAnnotator : FindingAnnotator<Entity>
{
    private readonly Lexicon _agencyStates;

    /// <summary>The annotator over the tables of <paramref name="resources"/>.</summary>
    public EntityAnnotator(Resources resources) : base("entities", 2, typeof(Mention), typeof(Sentence))
    {
        ArgumentNullException.ThrowIfNull(resources);
        _agencyStates = resources.Lexicon("agency-states");
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _agencyStates.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Entity> Annotate(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var home = HomeState(document);
        return document.Mentions
            .Where(mention => mention.Chain >= 0)
            .GroupBy(mention => mention.Chain)
            .Select(chain => ToEntity(document, chain.ToList(), home))
            .OfType<Entity>();
    }

    /// <summary>
    /// The state for whose readers the report is written, if the one national agency it credits says so and the report speaks
    /// of that state. Such a report names its own ministers without their state, and only its own.
    /// </summary>
    private string? HomeState(Document document)
    {
        var states = document.Report.Agencies.Select(agency => _agencyStates.Find(agency)?.Field(0)).OfType<string>().Distinct().ToList();
        return states.Count == 1 && document.Mentions.Any(mention => mention.Country == states[0]) ? states[0] : null;
    }

    private static Entity? ToEntity(Document document, List<Mention> chain, string? home)
    {
        var named = chain.Where(mention => mention.Form is MentionForm.Name or MentionForm.Demonym || mention.Rule == "owned-body").ToList();
        if (named.Count == 0 || named[0].Type is "" or "handle") return null;
        var names = NamesOf(named);
        return new Entity
        {
            Name = names[0],
            Names = names.ToEquatableArray(),
            Type = TypeOf(named),
            Country = CountryOf(chain) ?? (IsMinister(chain) ? home : null),
            Roles = RolesOf(document, chain),
            Evidence = named.Select(mention => Evidence.Of(document.Text, mention.Span)).ToEquatableArray(),
            Confidence = named.Exists(mention => mention.Rule is not ("full-name" or "place-preposition")) ? 0.9 : 0.6,
            By = named[0].Rule,
        };
    }

    /// <summary>The names, the fullest first; of two spellings the one met more often.</summary>
    internal static List<string> NamesOf(List<Mention> named) => named
        .Where(mention => mention.Form != MentionForm.Demonym || mention.Type == "state")
        .GroupBy(mention => mention.Name, StringComparer.Ordinal)
        .OrderByDescending(group => group.Key.Split(' ').Length)
        .ThenByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Key)
        .Where(name => !name.StartsWith('@'))
        .DefaultIfEmpty(named[0].Name)
        .ToList();

    /// <summary>True if an office of government is named, and nowhere with a state.</summary>
    private static bool IsMinister(List<Mention> chain) =>
        chain.TrueForAll(mention => mention.Country is null) &&
            chain.Exists(mention => mention is { Form: MentionForm.Name, Sector: "GOV" } && mention.Isa.Contains("minister", StringComparison.Ordinal));

    private static string TypeOf(List<Mention> named) =>
        named.Find(mention => mention.Type is not ("" or "handle"))?.Type ?? "organisation";

    /// <summary>The state that the mentions agree on; none if they differ.</summary>
    internal static string? CountryOf(List<Mention> chain)
    {
        var named = chain.Where(mention => mention.Form != MentionForm.Description || mention.Rule == "owned-body");
        var countries = named.Select(mention => mention.Country).OfType<string>().Distinct().ToList();
        return countries.Count == 1 ? countries[0] : null;
    }

    private static EquatableArray<RoleHeld> RolesOf(Document document, List<Mention> chain)
    {
        var day = document.Report.Published is { } published && published.From == published.To ? published.From : (LocalDate?)null;
        return chain
            .Where(mention => mention is { Role: not null, Form: MentionForm.Name })
            .OrderBy(mention => mention.Isa == "counterpart")
            .DistinctBy(mention => mention.Role!.ToLowerInvariant())
            .Select(mention => new RoleHeld(mention.Role!, mention.Country, day, day) { Evidence = [SentenceOf(document, mention)] })
            .ToEquatableArray();
    }

    /// <summary>The sentence in which the role stands with the name.</summary>
    private static Evidence SentenceOf(Document document, Mention mention)
    {
        var at = document.SentenceAt(mention.Span.Start);
        return Evidence.Of(document.Text, at < 0 ? mention.Span : document.Sentences[at].Span.Cover(mention.Span)) with { Report = document.Report.Id };
    }
}
