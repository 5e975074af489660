using Chancery.Extraction.Entities;
using Chancery.Extraction.Mentions;
using Chancery.Extraction.Parties;
using Chancery.Extraction.Places;
using Chancery.Extraction.Times;
using Chancery.Record;
using Chancery.Record.Exporting.Plover;
using Chancery.Record.Findings;
using Chancery.Text;
using Chancery.Text.Lemmas;
using Chancery.Text.Sentences;
using Chancery.Text.Syntax;
using Chancery.Text.Tags;
using Chancery.Text.Tokens;
using NodaTime;

namespace Chancery.Extraction.Events;

/// <summary>
/// Finds who does, did or will do what to whom, where and when: triggers from a table, parties from syntax and coreference, one event for each happening of the report. What is
/// said to be agreed, asked or alleged is the content of that event and no event of its own.
/// </summary>
internal sealed class EventAnnotator : FindingAnnotator<Event>
{
    // What lies longer before the report is recalled and not told.
    private const int BackgroundDays = 60;
    private readonly EventLexicons _lexicons;
    private readonly PartyTables _parties;
    private readonly EventJudges _judges;
    private readonly HashSet<string> _outcomes;
    private readonly string _outcomeHash;

    /// <summary>The annotator over the tables of <paramref name="resources"/>.</summary>
    public EventAnnotator(Resources resources, PartyTables parties)
        : base("events", 1, typeof(Token), typeof(Sentence), typeof(Tag), typeof(Dependency), typeof(Lemma), typeof(Mention), typeof(Entity), typeof(PlaceMention), typeof(Statement), typeof(DayInterval), typeof(Figure))
    {
        ArgumentNullException.ThrowIfNull(resources);
        (_lexicons, _parties, _judges) = (new EventLexicons(resources), parties, new EventJudges(resources));
        _outcomeHash = resources.Lexicon("outcomes").Hash;
        _outcomes = [.. resources.Lexicon("outcomes").Entries.Select(entry => entry.Field(0))];
    }

    /// <inheritdoc/>
    public override string DataFingerprint => _lexicons.Hash + _outcomeHash + _parties.Hash + _judges.Hash;

    /// <inheritdoc/>
    protected override IEnumerable<Event> Annotate(Document document)
    {
        if (document.Dependencies.IsEmpty || document.Lemmas.IsEmpty) return [];
        var text = new EventText(document, _lexicons, _parties);
        var triggers = new TriggerFinder(text);
        var reader = new HappeningReader(text, triggers, _judges);
        var happenings = new Dictionary<int, Happening>();
        for (var token = 0; token < document.Tokens.Length; token++)
            if (triggers.At(token) is { } trigger && reader.Read(trigger) is { } happening)
                happenings.Add(token, happening);
        return HappeningGatherer.Gather(new HappeningFolder(text, happenings).Fold()).Select(happening => Write(document, text.Tree, happening));
    }

    private Event Write(Document document, SyntaxTree tree, Happening happening) => new()
    {
        Type = happening.Type,
        Mode = _judges.ModeOf(tree, happening.Trigger.Token, happening.Type) ?? (happening.Trigger.Predicate is { Mode.Length: > 0 } predicate && predicate.Types[0].Type == happening.Type ? predicate.Mode : null),
        Contexts = _judges.ContextsOf(tree, new TokenRange(document.Sentences[happening.Sentence].First, document.Sentences[happening.Sentence].End)).ToEquatableArray(),
        Quad = PloverTypes.QuadOf(happening.Type),
        Status = happening.Status,
        Actors = happening.Actors.Select(party => party.Party).DistinctBy(party => party.Name).ToEquatableArray(),
        Recipients = happening.Recipients.Select(party => party.Party).DistinctBy(party => party.Name).ToEquatableArray(),
        Place = happening.Place,
        When = happening.Time?.When,
        Background = happening.Time?.When.To is { } last && document.Report.Published is { From: var day } && Period.DaysBetween(last, day) > BackgroundDays,
        Voice = happening.Voice,
        Figures = FiguresOf(document, happening),
        Evidence = happening.Evidence.Distinct().OrderBy(span => span).Select(span => Evidence.Of(document.Text, span)).ToEquatableArray(),
        Confidence = ConfidenceOf(happening),
        By = $"{(happening.Trigger.IsVerb ? "verb" : "noun")}:{string.Join('-', happening.Trigger.Predicate.Words)}",
    };

    /// <summary>The figures of whom it befell that stand in its own words.</summary>
    private EquatableArray<string> FiguresOf(Document document, Happening happening)
    {
        var figures = document.Layer<Figure>();
        return happening.Evidence
            .SelectMany(piece => figures.Skip(LayerSearch.FirstFrom(figures, piece.Start)).TakeWhile(figure => figure.Span.Start < piece.End).Where(figure => figure.Span.End <= piece.End))
            .Where(figure => figure.What.Split(' ') is [.., var last] && _outcomes.Contains(last))
            .Select(figure => figure.Id).Distinct().ToEquatableArray();
    }

    /// <summary>More where parties are named and where the learnt types agree with the table.</summary>
    private static double ConfidenceOf(Happening happening) =>
        Math.Round((happening.Trigger.IsVerb ? 0.5 : 0.4) + (happening.Actors.Count > 0 ? 0.15 : 0) + (happening.Recipients.Count > 0 ? 0.15 : 0) + 0.2 * happening.Share, 2);
}
