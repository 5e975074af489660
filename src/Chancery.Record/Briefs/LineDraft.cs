using Chancery.Record.Claims;
using Chancery.Record.Findings;
using Chancery.Text;
using NodaTime;

namespace Chancery.Record.Briefs;

/// <summary>A claim on its way to a line: its days, its party and its findings in the order of their reports.</summary>
internal sealed class LineDraft
{
    private readonly IReadOnlyDictionary<string, Report> _reports;

    public LineDraft(FoldedClaim folded, IReadOnlyDictionary<string, Report> reports, IReadOnlyDictionary<string, int> order)
    {
        _reports = reports;
        Figures = folded.Figures;
        Findings = [.. folded.Claim.Findings
            .OrderBy(finding => order[ReportOf(finding)])
            .ThenBy(finding => finding.Span)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)];
        When = Earliest(Findings);
    }

    /// <summary>What the line tells; the first speaks for all.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Figures that stand inside the words told.</summary>
    public IReadOnlyList<Finding> Figures { get; }

    /// <summary>The days that a report gives.</summary>
    public When? When { get; }

    /// <summary>First day of the section: the report's own if no other was given.</summary>
    public LocalDate? From => When is null ? Published?.From : When.From ?? When.To;

    /// <summary>Last day of the section.</summary>
    public LocalDate? To => When is null ? Published?.To : When.To ?? When.From;

    /// <summary>The country or body it belongs to; empty if none is named.</summary>
    public string PartyName(BriefOptions options, IReadOnlyDictionary<string, Entity> entities) => Findings[0] switch
    {
        Statement { Speaker: { } speaker } => NameOf(speaker, options),
        Position position => NameOf(position.Holder, options),
        Pledge pledge => NameOf(pledge.Promisor, options),
        Mission mission => NameOf(mission.State, options),
        Control control => NameOf(control.Controller, options),
        Event { Actors: [{ Country: not null } or { Entity: not null }, ..] } happening => NameOf(happening.Actors[0], options),
        { Voice: [.., var voice] } => NameOf(voice, options, entities),
        Figure { Place.Country: { } country } => Phrases.Country(country, options),
        _ => "",
    };

    /// <summary>The sentence.</summary>
    /// <param name="options">Names of countries.</param>
    /// <param name="introduced">Who was told with country and role before; grows.</param>
    public EquatableArray<BriefPart> Compose(BriefOptions options, ISet<string> introduced) =>
        Compose(Findings, Published, new Telling(options, _reports[ReportOf(Findings[0])].Text, introduced, UnderHeading: true));

    /// <summary>The sentence for findings that tell the same; the first speaks for all.</summary>
    public static EquatableArray<BriefPart> Compose(IReadOnlyList<Finding> findings, Publication? published, Telling telling)
    {
        var sentence = new SentenceBuilder();
        var first = findings[0];
        if (findings.All(finding => finding.Voice == first.Voice)) sentence.Words(first is Figure or Event ? Phrases.Heading(first.Voice) : Phrases.Chain(first.Voice));
        WriteBody(sentence, first, telling);
        WriteDay(sentence, Earliest(findings), published, telling);
        if (first is Statement statement) StatementSentence.WriteContent(sentence, statement, telling);
        if (first is Figure figure && telling.Text is { } text) FigureSentence.WriteContext(sentence, figure, text);
        return sentence.Close();
    }

    private Publication? Published => Findings.Select(finding => _reports[ReportOf(finding)].Published)
        .Where(published => published is not null).OrderBy(published => published!.From).FirstOrDefault();

    private static string ReportOf(Finding finding) => finding.Evidence[0].Report;

    private static When? Earliest(IEnumerable<Finding> findings) => findings.Select(finding => finding.When).Where(when => when is not null)
        .OrderBy(when => when!.From ?? when.To).ThenBy(when => when!.To).FirstOrDefault();

    private static void WriteBody(SentenceBuilder sentence, Finding finding, Telling telling)
    {
        switch (finding)
        {
            case Statement statement: StatementSentence.Write(sentence, statement, telling); break;
            case Figure figure: FigureSentence.Write(sentence, figure); break;
            case Position position: OtherSentences.Write(sentence, position, telling); break;
            case Pledge pledge: OtherSentences.Write(sentence, pledge, telling); break;
            case Mission mission: OtherSentences.Write(sentence, mission, telling); break;
            case Control control: OtherSentences.Write(sentence, control, telling); break;
            case Event happening: EventSentence.Write(sentence, happening, telling); break;
            default: sentence.Reported(finding.Evidence[0].Quote); break;
        }
    }

    private static void WriteDay(SentenceBuilder sentence, When? when, Publication? published, Telling telling)
    {
        if (when is null && telling.UnderHeading) return;
        sentence.Words(", ");
        if (when is not null) sentence.Day(when.From, when.To, when.Text);
        else if (published is not null) sentence.Words("in a report of ").Day(published);
        else sentence.Words("in an undated report");
    }

    private static string NameOf(Party party, BriefOptions options) =>
        party.Country is null ? party.Name : Phrases.Country(party.Country, options);

    private static string NameOf(Voice voice, BriefOptions options, IReadOnlyDictionary<string, Entity> entities) =>
        voice.Entity is not null && entities.TryGetValue(voice.Entity, out var entity) && entity.Country is { } country
            ? Phrases.Country(country, options)
            : voice.Name;
}
