using Chancery.Extraction.Entities;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Coreference;
using Chancery.Text.Factuality;
using Chancery.Text.Lemmas;
using Chancery.Text.Names;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;

namespace Chancery.Extraction.Missions;

/// <summary>
/// Finds the states of embassies, consulates and diplomatic missions, each with whose and where it is, in whose words, when, and how many people are in it where a number says so. A mission of
/// which a report says one state in several sentences is one line with several pieces of evidence. "Evacuated, but not closed" is evacuated, and the denial is a piece of evidence.
/// </summary>
internal sealed class MissionAnnotator : FindingAnnotator<Mission>
{
    private readonly MissionLexicons _lexicons;
    private readonly StatusReader _statuses;
    private readonly string _statusHash;
    private readonly PartyTables _parties;

    /// <summary>The annotator over the tables of <paramref name="resources"/>.</summary>
    public MissionAnnotator(Resources resources, PartyTables parties)
        : base(
            "missions", 1, typeof(Token), typeof(Sentence), typeof(Tag), typeof(Dependency), typeof(Lemma), typeof(NameSpan), typeof(EntityMention), typeof(Mention), typeof(Entity), typeof(Statement), typeof(DayInterval),
            typeof(Figure))
    {
        ArgumentNullException.ThrowIfNull(resources);
        var words = resources.StatusWords();
        (_lexicons, _statuses, _statusHash, _parties) = (new MissionLexicons(resources), new StatusReader(words), words.Hash, parties);
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _lexicons.Hash + _statusHash + _parties.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Mission> Annotate(Document document)
    {
        var tree = new SyntaxTree(document);
        var sites = new MissionSites(document, tree, _lexicons).Find().ToLookup(site => site.Noun);
        if (sites.Count == 0) return [];
        var (times, parties) = (new ClauseTimes(document), _parties.Of(document, tree));
        var told = new MissionCues(document, tree, _lexicons, _statuses).Find([.. sites.Select(group => group.Key)])
            .SelectMany(cue => sites[cue.Noun].Select(site => Write(document, cue, site, times, parties)));
        return Gather([.. told]);
    }

    private static Mission Write(Document document, MissionCue cue, MissionSite site, ClauseTimes times, PartyFinder parties)
    {
        var span = cue.Words.Cover(site.Range).In(document);
        return new Mission
        {
            State = parties.OfState(site.State),
            Type = site.Type,
            City = site.City,
            Country = site.Country,
            Status = cue.State,
            // Of those evacuated or withdrawn the number is not that of who is there.
            Staff = cue.State is "open" or "unstaffed" ? StaffAt(document, site) : null,
            Voice = VoiceChain.Of(document, span),
            // A noun's clause has its own days: "the evacuation was discussed on Monday".
            When = document.Tags[cue.Cue].Upos == Upos.VERB || document.Tags[cue.Cue].Upos == Upos.ADJ || cue.IsThere ? times.At(cue.Cue) : null,
            Evidence = [Evidence.Of(document.Text, span)],
            Confidence = cue.State is "at-risk" ? 0.6 : 0.8,
            By = document.TextOf(document.Layer<Lemma>()[cue.Cue]),
        };
    }

    /// <summary>A number of people whose words hold the mission: "around 100 people in the embassy".</summary>
    private static Figure? StaffAt(Document document, MissionSite site)
    {
        var place = document.Tokens[site.Noun].Span;
        return LayerSearch.Holding(document.Layer<Figure>(), place.Start) is not { Unit: null } figure ? null : figure with { Id = "", Report = null, Evidence = [], By = "", Voice = [] };
    }

    /// <summary>One line for each mission, state, voice and day; the most telling where a denial stands beside.</summary>
    private static IEnumerable<Mission> Gather(List<Mission> told)
    {
        var groups = told.GroupBy(mission => (mission.Identity, mission.Country, mission.When?.From, mission.When?.To, string.Join('>', mission.Voice.Select(voice => voice.Name)))).Select(Joined).ToList();
        var byMission = groups.ToLookup(KeyOf);
        return groups.Where(mission => !IsMereDenial(mission) || !byMission[KeyOf(mission)].Any(IsTelling)).Select(mission => IsTelling(mission) ? Extended(mission, byMission[KeyOf(mission)]) : mission);
    }

    private static (string State, string Type, string? City) KeyOf(Mission mission) => (mission.State.Name, mission.Type, mission.City);

    private static bool IsTelling(Mission mission) => mission.Status is "evacuated" or "evacuating" or "unstaffed" or "reduced";

    /// <summary>"had not been closed" says no more than that.</summary>
    private static bool IsMereDenial(Mission mission) => mission.Status == "open" && mission.By is "close" or "shut" or "shutter";

    /// <summary>"… evacuated … the consulate had not been closed": the denial is evidence of the former.</summary>
    private static Mission Extended(Mission mission, IEnumerable<Mission> same) => mission with { Evidence = [.. mission.Evidence, .. same.Where(IsMereDenial).SelectMany(other => other.Evidence)] };

    private static Mission Joined(IEnumerable<Mission> same)
    {
        var all = same.ToList();
        return all[0] with { Evidence = [.. all.SelectMany(mission => mission.Evidence).DistinctBy(piece => piece.Start)], Staff = all.Select(mission => mission.Staff).FirstOrDefault(staff => staff is not null) };
    }
}
